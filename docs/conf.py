"""The site: Sphinx reads the pages of this folder as they stand, and the docstrings of what is public."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]

project = "osintkp"
author = "The osintkp authors"
copyright = author  # noqa: A001  the name that Sphinx asks for
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [
    (r"py:.*", r"(?!osintkp\b).*"),  # nothing is looked up on the network, so foreign names stay plain words
    (
        r"py:.*",
        r"osintkp\.(markup\.Html|evidence\.Shows?\w*|claims\.[TR]|stored\.T|archives\.(batches|drafting)\.\w+|store\.shelf\.Shelf|group\.(Groupings?|Lookup|Grouped|Keys))",
    ),  # parts of signatures that nobody calls
    (
        r"py:(class|mod)",
        r"osintkp\.(units\.Amount|dates\.When|dates\.edtf)",
    ),  # shorter ways to the same classes
]

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
napoleon_custom_sections = [("Attributes", "params_style")]
napoleon_numpy_docstring = False
add_module_names = False
python_use_unqualified_type_names = True

highlight_language = "none"

html_theme = "furo"
html_title = "osintkp"
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None  # a page says the same tomorrow
html_theme_options = {"navigation_with_keys": True}

MARK = re.compile(r'<a id="([^"]+)">')
CLASS = re.compile(r"\[`([A-Z]\w+)`\]\((?:\.\./)+src/([\w/]+?)(?:/__init__)?\.py\)")
BESIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?:src|examples|tests|tools)/[\w./-]*\)")


def own_marks(app: Sphinx, doctree: Any) -> None:
    """Let links lead to the marks that a page sets itself, as the glossary does with ``<a id=...>``."""
    env = app.env
    slugs = env.metadata[env.docname].setdefault("myst_slugs", {})
    for node in doctree.findall(lambda each: each.tagname == "raw"):
        for name in MARK.findall(node.astext()):
            slugs.setdefault(name, (node.line, name, name))


def links_to_code(app: Sphinx, docname: str, source: list[str]) -> None:
    """Let links to classes lead to what the site says of them, and name other files without copying them."""
    del app, docname
    text = CLASS.sub(lambda it: f"{{py:class}}`{it[1]} <{it[2].replace('/', '.')}.{it[1]}>`", source[0])
    source[0] = BESIDE.sub(r"\1", text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx what is done to a page."""
    app.connect("source-read", links_to_code)
    app.connect("doctree-read", own_marks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

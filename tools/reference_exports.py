"""The reference page on exports: an index, then the page that each export carries as its docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from reference_text import first_sentence, plain_literals, table

from osintkp.exports import Export, exports

RULE = re.compile(r"=+(?: +=+)+")


def exports_page(mark: str) -> str:
    """
    Return the page.

    Args:
        mark: The line that says that a page is built.
    """
    every = exports().values()
    lines = ["# Exports", "", mark, "", *_EXPORTS, ""]
    rows = (
        (
            f"[`{each.name}`](#{each.name})",
            f"`{each.ending}`",
            back(each),
            first_sentence(markdown(each.page)),
        )
        for each in every
    )
    lines += table(("name", "ending", "comes back", "what"), rows)
    for each in every:
        lines += ["", f"## {each.name}", "", *markdown(each.page).splitlines()]
    return "\n".join([*lines, ""])


_EXPORTS = """
`corpus.export("stix21", "claims.stix.json")` writes a file and returns what that form could not carry, a line each.
`corpus.rendered("stix21")` gives the text and these lines, and writes nothing.
The same corpus gives the same bytes.
What comes back is loaded by `osintkp.load("claims.stix.json", form="stix21")`, through the same door as a coding.

```python
>>> import osintkp
>>> corpus = osintkp.load_seeds().select(source="s1")
>>> text, losses = corpus.rendered("ftm")
>>> losses[0]
's1/containers and 7 more: attribution has no place in a FollowTheMoney entity'
```
""".strip().splitlines()


def back(export: Export) -> str:
    """Return whether a form can be loaded, in a word."""
    return "yes" if export.parse is not None else ""


def markdown(text: str) -> str:
    """Return a docstring in Markdown: its tables and literal blocks turned into those of Markdown."""
    lines = re.sub(r"(?m)::$", ":", inspect.cleandoc(text)).splitlines()
    return plain_literals("\n".join(with_tables(lines)))


def with_tables(lines: list[str]) -> Iterator[str]:
    """Give lines with every table between rules of ``=`` as one of Markdown; such a table has no head."""
    rows: list[list[str]] | None = None
    starts: list[int] = []
    for line in lines:
        if not RULE.fullmatch(line):
            if rows is None:
                yield line
            else:
                rows.append(
                    [line[one:other].strip() for one, other in zip(starts, [*starts[1:], None], strict=True)]
                )
        elif rows is None:
            rows, starts = [], [found.start() for found in re.finditer("=+", line)]
        else:
            yield from table(("column", "what"), rows)
            rows = None

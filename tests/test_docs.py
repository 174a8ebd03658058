"""The documentation says what is there, links to what is there, and leaves nothing out."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

import osintkp
from osintkp.checks import checks
from osintkp.corpus import Corpus
from osintkp.vocabulary import scales

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS]
WRITTEN = [page for page in DOCS if page.parent.name != "reference" or page.name == "notation.md"]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
SCALES = {
    name: scale
    for name, scale in vars(scales).items()
    if isinstance(scale, type)
    and issubclass(scale, StrEnum)
    and not name.startswith("_")
    and scale is not StrEnum
}
PUBLIC = [name for name in osintkp.__all__ if callable(getattr(osintkp, name))]
ERRORS = [
    name
    for name in PUBLIC
    if isinstance(getattr(osintkp, name), type) and issubclass(getattr(osintkp, name), Exception)
]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(page: Path) -> list[str]:
    """Return the lines of a page that are no code, no table, no heading and no comment."""
    text = re.sub(r"(?ms)^```.*?^```$|<!--.*?-->", "", page.read_text(encoding="utf-8"))
    return [line for line in text.splitlines() if line and not line.startswith(("|", "#", "    "))]


def links(page: Path) -> list[tuple[str, str]]:
    """Return the relative links of a page, each as a path and an anchor."""
    text = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    found = re.findall(r"\]\(([^)\s#]*)(?:#([^)\s]+))?\)", text)
    return [(path, anchor) for path, anchor in found if not path.startswith("http")]


def anchors(page: Path) -> set[str]:
    """Return what a link to a page may name: its headings and its own marks."""
    text = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    headings = (
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"(?m)^#+ (.+)$", text)
    )
    return {*headings, *re.findall(r'<a id="([^"]+)">', text)}


def test_the_reference_is_what_the_code_says() -> None:
    run = [sys.executable, str(ROOT / "tools" / "build_reference.py"), "--check"]
    checked = subprocess.run(run, capture_output=True, text=True, check=False)

    assert (0, "", "") == (checked.returncode, checked.stdout, checked.stderr)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in links(page):
        target = (page.parent / path).resolve() if path else page

        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


@pytest.mark.parametrize("page", DOCS, ids=name)
def test_every_page_is_linked_from_another(page: Path) -> None:
    others = [other for other in PAGES if other != page]
    linked = {(other.parent / path).resolve() for other in others for path, _ in links(other) if path}

    assert page.resolve() in linked or name(page) in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_each_line_of_prose_holds_one_sentence(page: Path) -> None:
    assert [] == [line for line in prose(page) if re.search(r"[a-z`)][.?!] [A-Z]", line)]


@pytest.mark.parametrize("page", [*DOCS, ROOT / "README.md"], ids=name)
def test_every_fence_names_its_language(page: Path) -> None:
    fences = re.findall(r"(?m)^```(.*)$", page.read_text(encoding="utf-8"))

    assert {"python", "toml", "json", "yaml", "console", "{eval-rst}"} >= set(fences[::2])
    assert {""} >= set(fences[1::2])


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the tables below a heading, without their heads."""
    section = re.search(rf"(?ms)^## {heading}$(.*?)(?=^## |\Z)", page)
    lines = [] if section is None else re.findall(r"(?m)^\| (.+) \|$", section[1])
    return [
        line.split(" | ")
        for line in lines
        if "---" not in line and not line.startswith(("by hand", "extra", "package"))
    ]


def test_what_is_written_by_hand_exists_where_it_is_said_to_be_and_has_a_reason() -> None:
    found = rows((ROOT / "docs" / "why.md").read_text(encoding="utf-8"), "What is written by hand")
    named = [path for cells in found for path in re.findall(r"`([a-z_0-9/.]+)`", cells[0])]
    homes = (ROOT / "src" / "osintkp", ROOT)

    assert len(named) >= 15
    assert all(len(cells) == 3 and all(cells) for cells in found)
    for path in named:
        assert any((home / path).exists() or (home / f"{path}.py").exists() for home in homes), path


def test_every_extra_is_told_with_the_packages_that_it_takes() -> None:
    page = (ROOT / "docs" / "why.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = {
        extra for cells in rows(page, "What an extra takes") for extra in re.findall(r"`(\w+)`", cells[0])
    }
    core = [cells[0] for cells in rows(page, "What the core takes")]

    assert set(project["optional-dependencies"]) - {"dev", "fuzz", "mutation"} == told
    assert sorted(re.split("[>=<]", each)[0] for each in project["dependencies"]) == sorted(core)


def defined(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}


def test_every_class_of_the_glossary_exists_where_it_is_said_to_be() -> None:
    named = re.findall(r"\[`([A-Z]\w+)`\]\(([^)]+)\)", GLOSSARY)

    assert len(named) > 20
    for word, path in named:
        assert word in defined(ROOT / "docs" / path), f"{word} is not in {path}"


def test_every_word_of_the_glossary_stands_once_and_has_an_anchor() -> None:
    words = re.findall(r'<a id="([^"]+)"></a>\*\*([^*]+)\*\*', GLOSSARY)

    assert len(words) > 20
    assert len(words) == len(set(words)) == GLOSSARY.count("\n- <a ")
    assert [anchor for anchor, _ in words] == [word.lower().replace(" ", "-") for _, word in words]


@pytest.mark.parametrize("scale", SCALES.values(), ids=list(SCALES))
def test_every_word_of_every_scale_is_in_the_glossary(scale: type[StrEnum]) -> None:
    heading = {"LinkKind": "Link kinds", "SpanStatus": "Span status"}.get(scale.__name__, scale.__name__)
    section = re.search(rf"(?ms)^### {heading}\n(.*?)(?=^##|\Z)", GLOSSARY)

    assert section is not None
    assert [member.value for member in scale] == re.findall(r"(?m)^- `([^`]+)`: ", section[1])


def test_every_family_of_checks_is_in_the_glossary() -> None:
    families = re.findall(r"(?m)^- `([A-Z]{3})`: ", GLOSSARY)

    assert {check.code[:3] for check in checks()} <= set(families)
    assert sorted(families) == families


@pytest.mark.parametrize("word", PUBLIC)
def test_a_public_name_says_what_it_means_in_a_full_sentence(word: str) -> None:
    first = (inspect.getdoc(getattr(osintkp, word)) or "").partition("\n\n")[0]

    assert re.fullmatch(r"[A-Z].{15,}\.", " ".join(first.split()))


@pytest.mark.parametrize("word", [word for word in PUBLIC if word not in ERRORS])
def test_a_public_name_has_an_example_that_runs(word: str) -> None:
    assert re.search(r"(?m)^Example:\n    >>> ", inspect.getdoc(getattr(osintkp, word)) or "")


def test_everything_public_is_a_class_or_a_function() -> None:
    assert list(osintkp.__all__) == PUBLIC
    assert {"CodingError", "OsintkpError"} == set(ERRORS)


@pytest.mark.parametrize(
    "member",
    [value for key, value in inspect.getmembers(Corpus) if not key.startswith("_")],
    ids=lambda member: getattr(member, "__name__", "property"),
)
def test_every_question_to_a_corpus_has_a_docstring(member: object) -> None:
    if inspect.isfunction(member) or isinstance(member, property):
        assert re.match(r"[A-Z][^\n]+[.:]", inspect.getdoc(member) or "")

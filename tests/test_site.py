"""The site is built from the pages without a warning, and every link in it leads somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import attrs
import pytest

import osintkp

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCES = sorted(
    path.relative_to(DOCS) for path in DOCS.rglob("*.md") if "_build" not in path.relative_to(DOCS).parts
)
LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src"}


@attrs.define
class Page(HTMLParser):
    """What a page is called, what a link to it may name, and where it leads."""

    title: str = ""
    headings: int = 0
    ids: set[str] = attrs.field(factory=set)
    links: list[str] = attrs.field(factory=list)
    loads: list[str] = attrs.field(factory=list)
    open: str = ""

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.open = tag
        self.headings += tag == "h1"
        self.ids |= {value for key in ("id", "name") if (value := given.get(key))}
        if tag == "a" and (target := given.get("href")):
            self.links.append(target)
        if tag in LOADS and (target := given.get(LOADS[tag])):
            self.loads.append(target)

    def handle_endtag(self, tag: str) -> None:
        self.open = "" if tag == self.open else self.open

    def handle_data(self, data: str) -> None:
        if self.open == "title" and not self.title:  # a picture may have a title too
            self.title = data


def page(text: str) -> Page:
    made = Page()
    made.feed(text)
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as ``make site`` does: nitpicky, and every warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    run = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-n",
        "-q",
        "-b",
        "html",
        str(DOCS),
        str(folder),
    ]
    built = subprocess.run(run, capture_output=True, text=True, check=False, cwd=ROOT)

    assert (0, "") == (built.returncode, built.stderr)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[Path, Page]:
    return {path: page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def broken(pages: Mapping[Path, Page]) -> list[str]:
    """Return every link within a site that leads nowhere, as the page and the link."""
    found = []
    for path, each in pages.items():
        for link in each.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchor = unquote(parts.fragment)
            known = pages[target].ids if target in pages else set()
            if not target.is_file() or (anchor and target in pages and anchor not in known):
                found.append(f"{path.name}: {link}")
    return found


def test_every_page_is_on_the_site_with_one_heading_and_a_title(
    pages: Mapping[Path, Page], site: Path
) -> None:
    for source in SOURCES:
        made = pages[site / source.with_suffix(".html")]

        assert 1 == made.headings, source
        assert re.fullmatch(r"\S.* - osintkp|osintkp", made.title.strip()), source


def test_no_link_within_the_site_is_broken(pages: Mapping[Path, Page]) -> None:
    assert sum(len(each.links) for each in pages.values()) > 1000
    assert [] == broken(pages)


def test_a_broken_link_would_be_seen(tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    one.write_text('<a href="other.html#there">a</a><a href="other.html#gone">b</a><a href="no.html">c</a>')
    other.write_text('<p id="there"><a href="https://example.org/x">d</a><a href="#nowhere">e</a>')
    made = {path: page(path.read_text(encoding="utf-8")) for path in (one, other)}

    assert ["one.html: other.html#gone", "one.html: no.html", "other.html: #nowhere"] == broken(made)


def test_nothing_is_loaded_from_the_network(pages: Mapping[Path, Page]) -> None:
    assert [] == [link for each in pages.values() for link in each.loads if urlsplit(link).netloc]


@pytest.mark.parametrize("name", osintkp.__all__)
def test_every_public_name_has_its_place(name: str, pages: Mapping[Path, Page]) -> None:
    places = [
        path.name
        for path, each in pages.items()
        if f"osintkp.{name}" in each.ids and path.name.startswith("python-")
    ]

    assert 1 == len(places)


def test_a_word_of_the_glossary_leads_to_its_class_and_no_file_is_copied(
    pages: Mapping[Path, Page], site: Path
) -> None:
    links = pages[site / "glossary.html"].links

    assert "reference/python-claims.html#osintkp.Claim" in links
    assert "reference/python-scales.html#osintkp.vocabulary.scales.Answer" in links
    assert [] == [path for path in site.rglob("*") if path.suffix in {".py", ".md"} and path.is_file()]


def test_every_page_is_reached_from_the_first(pages: Mapping[Path, Page], site: Path) -> None:
    seen: set[Path] = set()
    ahead = [site / "index.html"]
    while ahead:
        path = ahead.pop()
        if path not in seen and path in pages:
            seen.add(path)
            ahead += [
                (path.parent / urlsplit(link).path).resolve()
                for link in pages[path].links
                if urlsplit(link).path
            ]

    assert {site / source.with_suffix(".html") for source in SOURCES} <= seen


def test_every_page_with_python_on_it_is_run_by_the_tests() -> None:
    run = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "docs"]
    listed = subprocess.run(run, capture_output=True, text=True, check=False, cwd=ROOT).stdout
    collected = {line.partition(":")[0] for line in listed.splitlines()}
    fenced = {
        f"docs/{source.as_posix()}"
        for source in SOURCES
        if re.search(r"(?m)^```python$", (DOCS / source).read_text(encoding="utf-8"))
    }

    assert len(fenced) >= 12
    assert fenced <= collected

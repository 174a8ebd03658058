"""Pages and pictures of hostile words, and what is stored of them: our elements alone, and every letter kept."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import attrs
import pytest
from hostile_corpora import filled
from hostile_words import LONG, WORDS
from terminal import letters

import osintkp
from osintkp.plots.svg import svg
from osintkp.problems import Problem
from osintkp.showing.page import script
from parsed import elements, harm, having, page, told
from parsed import shown as as_shown

TOGETHER = "\n".join(WORDS.values())
BREAKING = ("json", "closing", "closing-style", "closing-title", "svg", "comment", "address", "entity-more")
PICTURES = ("timeline", "figures", "origins", "flows")
KINDS = ("report", "article")
ROOMY = osintkp.ResourceLimits(name_characters=100_000)


@cache
def pages(words: str) -> dict[str, Element]:
    """Return the page of a report and that of an article, without pictures."""
    wrong = Problem(
        code="a-code", file=words, line=3, claim=words, field=words, value=words, message=words, fix=words
    )
    some = attrs.evolve(filled(words), problems=(wrong,))
    return {"report": page(some.page(title=words, pictures=False)), "article": page(some.show("evil").page())}


@cache
def ours(kind: str) -> set[tuple[str, ...]]:
    """Return what the elements of a page are where the words are harmless, addresses among them."""
    return elements(pages("words")[kind]) | elements(pages("https://example.org/12")[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_hostile_words_has_our_elements_alone(kind: str) -> None:
    root = pages(TOGETHER)[kind]

    assert [] == list(harm(root))
    assert set() == elements(root) - ours(kind)
    assert set() == {words for words in WORDS.values() if as_shown(words) not in told(root)}


@pytest.mark.parametrize("name", BREAKING)
@pytest.mark.parametrize("kind", KINDS)
def test_words_that_would_end_an_element_of_a_page_end_none(kind: str, name: str) -> None:
    root = pages(WORDS[name])[kind]

    assert [] == list(harm(root))
    assert set() == elements(root) - ours(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_runs_our_script_alone_and_loads_nothing(kind: str) -> None:
    root = pages(TOGETHER)[kind]
    (policy,) = (each.get("content", "") for each in root.iter("meta") if each.get("http-equiv"))

    assert [script()] * (kind == "report") == [told(each) for each in root.iter("script")]
    assert [1] == [len(list(root.iter("style")))]
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src data:; script-src ('none'|'sha256-[\w+/=]{44}'); "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )


def test_an_article_of_hostile_words_is_shown_letter_by_letter() -> None:
    text = filled(TOGETHER).sources["evil"].text

    assert text is not None
    assert as_shown(text) == "".join(told(each) for each in having(pages(TOGETHER)["article"], "text"))


def test_very_long_words_are_cut_where_a_page_says_so() -> None:
    root = pages(LONG)["report"]

    assert re.search(r"W{200}… \([\d,]+ more letters\)", told(root))
    assert set() == elements(root) - ours("report")


@cache
def chart(kind: str, words: str) -> Any:
    return getattr(filled(words), kind)().plot()


@cache
def drawn(kind: str, words: str) -> Element:
    return ET.fromstring(svg(chart(kind, words)))  # noqa: S314  the picture was drawn here


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_of_hostile_words_has_the_elements_of_one_of_harmless_words(kind: str) -> None:
    root = drawn(kind, TOGETHER)
    names = {each.tag.rpartition("}")[2] for each in root.iter()}

    assert set() == names & {"script", "foreignObject", "a", "image", "use", "animate", "iframe"}
    assert set() == elements(root) - elements(drawn(kind, "words"))
    assert [] == list(letters("".join(root.itertext()).replace("\n", "")))


@pytest.mark.parametrize("kind", PICTURES)
def test_the_data_of_a_picture_hold_no_letter_that_opens_a_tag(kind: str) -> None:
    data = chart(kind, TOGETHER).to_dict()

    assert data["datasets"]
    assert [] == [name for name, text in data["datasets"].items() if "<" in text]
    assert '"href"' not in json.dumps(data)
    assert [] == [
        row
        for text in data["datasets"].values()
        for row in json.loads(text)
        if list(letters("".join(map(str, row.values()))))
    ]


@pytest.mark.parametrize("name", WORDS)
def test_hostile_words_are_saved_as_they_are_and_come_back(name: str, tmp_path: Path) -> None:
    some = filled(WORDS[name], file="article.txt")
    some.save(tmp_path / "codings.jsonl")
    some.save(tmp_path / "folder")

    assert some.claims == osintkp.load(tmp_path / "codings.jsonl").claims
    assert some.claims == osintkp.load(tmp_path / "folder").claims


def test_a_table_for_other_programs_holds_the_words_letter_by_letter() -> None:
    some = filled(TOGETHER, file="article.txt")
    table = some.to_arrow()

    assert [TOGETHER] * 2 * len(some.claims) == [
        span["quote"] for spans in table["spans"].to_pylist() for span in spans
    ]
    assert some.claims == osintkp.from_arrow(table, limits=ROOMY).claims
    assert set(some.to_polars()["about"]) == {TOGETHER} == set(some.to_pandas()["about"])
    assert TOGETHER in some.check().to_arrow()["suppressed"].to_pylist()[-1]

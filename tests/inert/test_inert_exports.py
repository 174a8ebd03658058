"""Every export carries hostile words as words: each form is taken apart by a parser of its own kind."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import attrs
import pytest
import stix2
from hostile_corpora import filled
from hostile_words import LONG, WORDS
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from rdflib import Graph, URIRef
from same_shape import ADDRESS, HARMLESS, tidy, unlike, ways
from shown_things import finding
from terminal import letters

from osintkp import exports
from osintkp.exports._outgoing import web_address
from osintkp.findings import Findings
from parsed import part, told

RISKY = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
TOGETHER = "\n".join(WORDS.values())
TAGS = {"html", "head", "title", "body", "h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td"}
every_word = pytest.mark.parametrize("name", WORDS)


def findings(words: str) -> Findings:
    """Return findings that say the words in each of their texts, one of them set aside."""
    told = attrs.evolve(finding(words), code="QTY1", name="a-check", claims=("evil/loss", "desk/loss"))
    other = attrs.evolve(told, code="TIM1", name="b-check", suppressed=words, cited=())
    return Findings([told, other], unmet=[words])


@cache
def rendered(form: str, words: str) -> tuple[str, tuple[str, ...]]:
    return filled(words).rendered(form, findings(words))


def data_of(form: str, words: str) -> Any:
    """Return a document of JSON as data; where it has an object a line, all of them."""
    text, _ = rendered(form, words)
    assert text.isascii()
    assert not set("<>&") & set(text)
    return [json.loads(line) for line in text.splitlines()] if form == "ftm" else json.loads(text)


def as_json(form: str, words: str) -> list[str]:
    """Return where a document of JSON differs from that of harmless words in more than the words."""
    harmless = ADDRESS if web_address(words) else HARMLESS
    return list(unlike(data_of(form, words), data_of(form, harmless), words, harmless))


def as_entities(form: str, words: str) -> list[str]:
    """Return the same for a model that keeps names and places in a way of its own, and says so."""
    found = as_json(form, words)
    own = [each for each in found if re.match(r"/\d+/properties/(name|location|full)/0: ", each)]
    _, losses = rendered(form, words)
    if own:
        assert "marks around a name are left away" in "".join(losses)
    values = [
        value for each in data_of(form, words) for some in each["properties"].values() for value in some
    ]
    return [each for each in found if each not in own] + [
        letter for value in values for letter in letters(value)
    ]


def as_cells(form: str, words: str) -> list[str]:
    """Return the cells that a spreadsheet would run, and those that are not what they are with harmless words, or guarded."""
    rows, others = cells_of(form, words), cells_of(form, HARMLESS)
    assert list(map(len, others)) == list(map(len, rows))
    run = [cell for row in rows for cell in row if cell[:1] in RISKY and not re.fullmatch(r"-[0-9.]+", cell)]
    changed = [
        cell
        for row, other in zip(rows[1:], others[1:], strict=True)
        for column, cell, like in zip(rows[0], row, other, strict=True)
        if column not in {"end", "source.length"}
        and squeezed(cell) not in set(map(squeezed, ways(like, words)))
    ]
    return [*run, *changed]


def squeezed(cell: str) -> str:
    return " ".join(cell.removeprefix("'").split())


def cells_of(form: str, words: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(rendered(form, words)[0], newline=""), strict=True))


def as_markdown(form: str, words: str) -> list[str]:
    """Return the elements that are none of ours, and the cells that say otherwise than with harmless words."""
    page, other = page_of(form, words), page_of(form, HARMLESS)
    foreign = [
        each.tag for each in page.iter() if each.tag not in TAGS or set(each.attrib) > {"style", "lang"}
    ]
    pairs = zip(*(tuple(each.iter("td")) for each in (page, other)), strict=True)
    return foreign + [
        told(cell)
        for cell, like in pairs
        if told(cell)
        not in {each[:1000] for each in (*ways(told(like), words), tidy_but_composed(told(like), words))}
    ]


def tidy_but_composed(text: str, words: str) -> str:
    line = " ".join(text.replace(HARMLESS, words).split())
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def page_of(form: str, words: str) -> Element:
    """Return a document as a page, by a parser that lets raw HTML through, links whatever looks like an address, and sets mathematics."""
    reader = MarkdownIt("gfm-like", {"html": True}).use(dollarmath_plugin, double_inline=True)
    return part(reader.render(rendered(form, words)[0]))


PROOFS: dict[str, Callable[[str, str], list[str]]] = {
    **dict.fromkeys(("findings", "geojson", "prov", "sarif", "schema_org", "stix21", "web_annotation"), as_json),
    **dict.fromkeys(("csv", "sipri"), as_cells), "ftm": as_entities, "markdown": as_markdown,
}  # fmt: skip


def test_every_export_has_a_proof() -> None:
    assert exports.names() == tuple(sorted(PROOFS))


@pytest.mark.parametrize("form", PROOFS)
@every_word
def test_an_export_of_hostile_words_differs_from_one_of_harmless_words_in_the_words_alone(
    form: str, name: str
) -> None:
    assert [] == PROOFS[form](form, WORDS[name])


@pytest.mark.parametrize("form", PROOFS)
def test_what_an_export_could_not_carry_is_told_in_lines_that_steer_no_terminal(form: str) -> None:
    _, wild = filled(TOGETHER, TOGETHER).rendered(form, findings(TOGETHER))
    every = [*wild, *(line for words in WORDS.values() for line in rendered(form, words)[1])]

    assert [] == [line for line in every if [*letters(line)] or "\n" in line]


@pytest.mark.parametrize("form", PROOFS)
def test_very_long_words_are_carried_whole_or_named_as_cut(form: str) -> None:
    text, losses = rendered(form, LONG)

    assert LONG in text or any("cut" in line or "longer" in line for line in losses)


def test_a_difference_in_shape_or_in_other_words_would_be_seen() -> None:
    told, other = {"a": ["<b>", 1], "id": "x"}, {"a": [HARMLESS, 1], "id": "y"}

    assert [] == list(unlike(told, other, "<b>"))
    assert ["/a/0: '<b>' instead of 'Qxw'"] == list(unlike(told, other, "<i>"))
    assert 1 == len(list(unlike(told | {"c": 1}, other, "<b>")))
    assert 1 == len(list(unlike({"a": ["<b>"], "id": "x"}, other, "<b>")))
    assert "a\\x1b b" == tidy("a\x1b\n b")


def test_a_reader_of_linked_data_finds_no_name_of_a_thing_that_words_made_up() -> None:
    text, _ = filled(TOGETHER, TOGETHER).rendered("schema_org", findings(TOGETHER))
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # rdflib's reader of JSON-LD uses a class of its own past
        graph = Graph().parse(data=text, format="json-ld")
    names = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}

    assert len(graph) > 100
    assert [] == [
        name
        for name in names
        if not re.fullmatch(
            r"(https://schema\.org/|http://www\.w3\.org/|urn:osintkp:)[\w.~%/:#-]+", name, re.ASCII
        )
    ]


def test_a_reader_of_stix_finds_no_pattern_and_no_object_that_words_made_up() -> None:
    text, _ = rendered("stix21", TOGETHER)
    bundle = stix2.parse(text, allow_custom=True)

    assert {"extension-definition", "identity", "note", "relationship", "report"} == {
        each.type for each in bundle.objects
    }
    assert [] == [each for each in bundle.objects if hasattr(each, "pattern")]


def test_a_message_in_sarif_holds_no_link_and_no_gap_to_fill() -> None:
    (run,) = json.loads(rendered("sarif", TOGETHER)[0])["runs"]
    messages = [each["message"]["text"] for each in run["results"]]
    messages += [each["description"]["text"] for each in run["artifacts"]]

    assert [2, 2] == [len(run["results"]), len(run["artifacts"])]
    assert [] == [text for text in messages if "](" in text]
    assert [] == [text for text in messages if {"{", "}"} & set(text.replace("{{", "").replace("}}", ""))]

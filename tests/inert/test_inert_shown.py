"""What prints itself, or shows itself in a notebook, steers no terminal and makes no markup out of words from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hostile_corpora import filled
from hostile_words import WORDS
from shown_things import finding, samples, showing_classes, things
from terminal import letters, steered

import osintkp
from osintkp.coding.values import LongNumber
from osintkp.errors import OsintkpError
from osintkp.markup import style as own_style
from osintkp.problems import CodingError, Problem
from osintkp.reanchoring import Reanchored
from osintkp.stored import StoredCorpus
from parsed import elements, harm, part, told
from parsed import shown as as_shown

STEERING = sorted(name for name, words in WORDS.items() if steered(words))
TOGETHER = "\n".join(WORDS.values())
MOST_EMULATED = 1_000
FORGED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@cache
def shown(words: str) -> list[Any]:
    """Return two of each kind of thing that hostile words are shown by."""
    return samples(things(filled(words, words), words))


def printed(thing: Any) -> Iterator[str]:
    yield str(thing)
    yield repr(thing)


def test_nothing_that_is_printed_steers_a_terminal() -> None:
    texts = {text: type(thing) for thing in shown(TOGETHER) for text in printed(thing)}

    assert [] == [kind for text, kind in texts.items() if [*letters(text)]]
    assert [] == steered("\n".join(text[:MOST_EMULATED] for text in texts))


def test_words_cannot_forge_a_line_of_what_is_printed() -> None:
    every = [(type(thing), text) for thing in shown(WORDS["lines"]) for text in printed(thing)]
    forged = [
        (kind, line) for kind, text in every for line in text.splitlines() if line.strip().startswith(FORGED)
    ]

    assert [] == forged
    assert [kind for kind, text in every if "\\ntwo" in text or "one two" in text]


@pytest.mark.parametrize("kind", ["statement", "treaty", "weapons_test"])
def test_the_sentence_of_a_claim_is_one_line(kind: str) -> None:
    assert 1 == len(filled(WORDS["lines"]).claims[f"evil/{kind}"].sentence().splitlines())


def test_the_terminal_sees_what_would_steer_it_and_leaves_the_rest() -> None:
    expected = {"ansi", "bidi", "controls", "title", "directions", "unseen", "tab", "return", "lines"}

    assert set() == expected - set(STEERING)
    assert [] == steered("قال 12 دبابة, é, a\u200cb, a\u00a0b\nnext")
    assert [] == steered("\x1b[31mred\x1b[0m", coloured=True)
    assert ["colours are left on"] == steered("\x1b[31mred", coloured=True)
    assert ["set_title", "title 'pwn'", "'\\x1b'", "'\\x07'"] == steered("\x1b]2;pwn\x07", coloured=True)


def page_of(thing: Any) -> Element:
    """Return what a notebook shows of a thing, without the style that all have in common."""
    style, _, rest = thing._repr_html_().partition("</style>")
    assert style == f"<style>{own_style()}"
    return part(rest)


def in_a_notebook(some: Iterable[Any]) -> list[Any]:
    return [each for each in some if hasattr(each, "_repr_html_")]


@cache
def ours() -> set[tuple[str, ...]]:
    """Return the elements, with the names of their attributes, that harmless words are shown in."""
    address = filled("https://example.org/12")
    read = things(filled("words"), "Chad sent 40 trucks of fuel to Goma in May 2023, the UN said.")
    harmless = in_a_notebook([*read, address.sources["evil"], address.show("evil")])
    return set().union(*(elements(page_of(each)) for each in harmless))


def test_what_a_notebook_shows_of_hostile_words_has_our_elements_alone() -> None:
    roots = [(type(each), page_of(each)) for each in in_a_notebook(shown(TOGETHER))]

    assert [] == [(kind, fault) for kind, root in roots for fault in harm(root)]
    assert [] == [(kind, each) for kind, root in roots for each in elements(root) - ours()]


@pytest.mark.parametrize("name", WORDS)
def test_a_notebook_shows_hostile_words_as_words(name: str) -> None:
    words = WORDS[name]
    some = filled(words)
    for thing in (some.sources["evil"], some.claims["evil/statement"], finding(words)):
        root = page_of(thing)

        assert [] == list(harm(root))
        assert set() == elements(root) - ours()
        assert as_shown(words) in told(root)


@pytest.mark.parametrize("name", ["latex", "latex-more"])
def test_no_mathematics_is_set_in_words_from_outside(name: str) -> None:
    inside = next(page_of(osintkp.Source(id="a", title=WORDS[name])).iter("div"))

    assert {"tex2jax_ignore", "mathjax_ignore"} <= set(inside.get("class", "").split())


def test_every_class_that_says_how_it_is_shown_is_tried() -> None:
    tried = {type(each) for each in shown(TOGETHER)}
    elsewhere = {
        StoredCorpus,
        LongNumber,
        Reanchored,
        osintkp.ArchiveReport,
        osintkp.Verification,
        OsintkpError,
        CodingError,
        Problem,
    }  # counts, digits, names of files that a command prints, and what the errors' own test has

    assert [] == [name for name, kind in showing_classes().items() if kind not in tried | elsewhere]
    assert elsewhere <= set(showing_classes().values())


def test_counts_are_all_that_an_archive_and_a_store_print() -> None:
    report = osintkp.ArchiveReport(folder=Path("\x1b[31m"), articles=2)

    assert [] == steered(str(report)) + steered(repr(report))

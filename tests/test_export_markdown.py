"""Tables in Markdown: read by a parser of Markdown, with every word from outside as words."""

from __future__ import annotations

import html
import re
from importlib import import_module
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

import osintkp
from builders import claim, corpus
from osintkp.claims import Claims
from osintkp.evidence import Span
from osintkp.exports import exports
from osintkp.exports.markdown import LONGEST, plain
from strategies import corpora, texts

TAGS = {"html", "head", "body", "h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td"}


def page(text: str) -> str:
    """Return a document as HTML, by a parser that lets raw HTML through and knows tables and strikethrough."""
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def cells(text: str) -> list[list[str]]:
    """Return the cells of all tables of a document, as a browser shows them."""
    html5lib: Any = import_module("html5lib")
    tree = html5lib.parse(page(text), namespaceHTMLElements=False)
    tags = {node.tag for node in tree.iter()}
    assert tags <= TAGS, tags - TAGS
    assert all(set(node.attrib) <= {"style"} for node in tree.iter())
    return [["".join(cell.itertext()) for cell in row] for row in tree.iter("tr")]


def hostile() -> osintkp.Corpus:
    words = "</td><script>alert(1)</script> | [a](javascript:alert(1)) ![i](http://x) `c` *b* _i_ ~~s~~ # h\n\n- l \x1b[31m\u202e @user #12 :smile: $x$ &lt; www.evil.example https://evil.example"
    made = attrs.evolve(
        claim("s1/1", "statement", text=words, about=("KP",)), spans=(Span(quote=words),), about=words
    )
    return corpus(made, s1={"title": words, "address": "javascript:alert(1)", "author": words})


def test_the_seeds_make_tables_that_a_parser_reads() -> None:
    seeds = osintkp.load_seeds()
    found = seeds.check()

    rows = cells(seeds.rendered("markdown", found)[0])

    named = {row[0] for row in rows} | {row[1] for row in rows}
    assert set(seeds.claims.ids()) <= named
    assert set(seeds.sources.ids()) <= named
    assert {each.code for each in found} <= named


def test_a_row_tells_who_says_what_in_which_words() -> None:
    made = claim(
        "wire/1",
        "loss",
        actor="AM",
        by="AZ",
        item="vehicles/tank",
        amount="~50 tank",
        place="Kapan",
        when="2022-09-13",
        speaker="AZ",
        said="2022-09-14",
    )
    text, losses = corpus(made, wire={"title": "Clashes"}).rendered("markdown")

    assert [
        "wire/1", "AZ", "asserts, stated", "2022-09-14", "AM > AZ", "~50 tank", "vehicles/tank", "2022-09-13", "Kapan", "words", "6", "-",
    ] in cells(text)  # fmt: skip
    assert ["wire", "Clashes", "-", "-", "-", "F", "-"] in cells(text)
    assert text.startswith("# Claims and findings\n\n1 claim, 1 source, ")
    assert () == losses


def test_hostile_words_make_no_markup_and_are_shown_as_words() -> None:
    text, _ = hostile().rendered("markdown")

    row = next(row for row in cells(text) if row[0] == "s1/1")
    assert row[9].startswith(
        "</td><script>alert(1)</script> | [a](javascript:alert(1)) ![i](http://x) `c` *b*"
    )
    assert "\\x1b[31m\\u202e" in row[9]
    assert not re.search(r"[^\\]://|www\.|[^\\]@user|[^\\]#12|[^\\]:smile", text)
    assert "\x1b" not in text


def test_the_same_words_unescaped_would_make_markup() -> None:
    assert "<script>" in page("| a |\n| --- |\n| <script>alert(1)</script> |")


@given(texts())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = re.sub(r"<[^>]*>", "", page(f"| a |\n| --- |\n| {plain(text)} |\n").rpartition("<td>")[2])
    squeezed = " ".join(text.split()) or "-"
    expected = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in squeezed)

    assert expected == html.unescape(shown).strip()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, "-"), ("", "-"), (" \n", "-"), (0, "0"), ("WWW.x", "WWW\\.x"), ("w.x 1.5", "w.x 1.5")],
)
def test_what_is_not_there_is_a_dash(value: object, expected: str) -> None:
    assert expected == plain(value)


def test_what_is_too_long_is_cut_and_told() -> None:
    some = corpus(
        attrs.evolve(claim("s1/1"), about="x" * (LONGEST + 1)),
        attrs.evolve(claim("s1/2"), about="y" * LONGEST),
    )

    text, losses = some.rendered("markdown")

    assert "x" * (LONGEST - 1) + "\u2026 |" in text
    assert "y" * LONGEST + " |" in text
    assert (f"s1/1: what is longer than {LONGEST:,} letters is cut",) == losses


def test_findings_that_a_coder_set_aside_stand_apart_with_the_reason() -> None:
    rule = osintkp.Suppression(check="QTY", reason="two | towns")
    about: dict[str, Any] = {"actor": "SD", "item": "vehicles/tank", "when": "2023-06"}
    one = attrs.evolve(claim("a/1", "loss", amount="50 tank", **about), suppress=(rule,))
    some = corpus(one, claim("b/1", "loss", amount="90 tank", **about))

    text, _ = some.rendered("markdown")

    assert "## Findings set aside" in text
    assert any("two | towns" in row[-1] for row in cells(text))
    assert (
        "## Findings set aside"
        not in corpus(claim("b/1", "loss", amount="90 tank", **about)).rendered("markdown")[0]
    )


def test_losses_are_told() -> None:
    made = attrs.evolve(
        claim("a/1", "treaty", parties=("RW", "CD"), obligations=("no arms",), links={"repeats": "a/2"}),
        spans=(Span(quote="q", prefix="p"),),
    )
    some = osintkp.Corpus(claims=Claims([made, claim("gone/1")], [osintkp.Source(id="a", language="fr")]))

    assert (
        "gone/1: left out, for the source is not there",
        "a/1: where the quoted words stand has no place in a report in Markdown",
        "a/1: links has no place in a report in Markdown",
        "a/1: record.obligations has no place in a report in Markdown",
        "a: language has no place in a report in Markdown",
    ) == some.rendered("markdown")[1]


def test_no_corpus_is_a_title_and_a_count_and_the_report_goes_one_way() -> None:
    assert ("# Claims and findings\n\n0 claims, 0 sources, 0 findings.\n", ()) == osintkp.Corpus().rendered(
        "markdown"
    )
    assert exports()["markdown"].parse is None


@settings(max_examples=20, deadline=None)
@given(corpora())
def test_any_corpus_makes_tables(some: Claims) -> None:
    whole = osintkp.Corpus(claims=some)
    text, _ = whole.rendered("markdown")

    assert set(some.ids()) <= {row[0] for row in cells(text)}
    assert text == whole.rendered("markdown")[0]

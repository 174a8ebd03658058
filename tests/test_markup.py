"""Markup in which every word from outside is escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.markup import Html, block, folded, joined, pairs, style, table, tag, words
from parsed import PAYLOADS, part, shown, told


@given(st.text())
def test_any_text_comes_out_of_a_page_as_it_went_in(text: str) -> None:
    found = part(tag("div", text, title=text)).find("body/div")

    assert found is not None
    assert shown(text) == told(found)
    assert shown(text) == found.get("title")


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_words_are_words(payload: str) -> None:
    body = part(tag("p", payload, data_words=payload)).find("body")

    assert body is not None
    assert ["body", "p"] == [each.tag for each in body.iter()]
    assert shown(payload) == told(body)


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("\x00", "\\x00"), ("\x1b", "\\x1b"), ("\x0b", "\\x0b"), ("\x1f", "\\x1f"), ("\x85", "\\x85"), ("\u2028", "\\u2028"),
        ("\u202e", "\\u202e"), ("\ud83d", "\\ud83d"), ("\ufeff", "\\ufeff"), ("\n", "\n"), ("\t", "\t"), ("\r", "\r"),
        ("\u00a0", "\u00a0"), ("\u3000", "\u3000"), ("é", "é"), ("\U0001f4a3", "\U0001f4a3"),
    ],
)  # fmt: skip
def test_letters_that_steer_a_screen_are_told_by_number_and_blanks_stay(letter: str, told: str) -> None:
    assert f"a{told}b" == words(f"a{letter}b")


def test_none_is_a_dash_and_markup_stays_what_it_is() -> None:
    assert "-" == words(None)
    assert "<b>x</b>" == words(Html("<b>x</b>"))
    assert "&lt;b&gt; 3, <i>&amp;</i>" == joined(["<b> 3", tag("i", "&")], ", ")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "vbscript:x", "data:text/html,x",
        "data:image/svg+xml,<svg onload=alert(1)>", "file:///etc/passwd", "https://[half",
    ],
)  # fmt: skip
def test_an_address_that_a_browser_would_run_or_open_at_home_is_left_out(address: str) -> None:
    assert "<a>page</a>" == tag("a", "page", href=address)


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1&c=2", "#claim-a/1", "mailto:desk@example.org", "x.html"]
)
def test_an_address_that_leads_somewhere_stays(address: str) -> None:
    assert f'<a href="{words(address)}">page</a>' == tag("a", "page", href=address)


def test_a_picture_may_stand_in_the_page_itself() -> None:
    assert '<img src="data:image/png;base64,AA==" alt="x">' == tag(
        "img", src="data:image/png;base64,AA==", alt="x"
    )


def test_attributes_are_left_out_or_bare() -> None:
    assert '<td class="a b" data-kind="1"></td>' == tag(
        "td", class_="a b", data_kind=1, title=None, lang=False
    )
    assert "<input hidden>" == tag("input", hidden=True)


def test_tables_name_their_heads() -> None:
    expected = (
        '<table><caption>two &amp; two</caption><thead><tr><th scope="col">id</th></tr></thead>'
        "<tbody><tr><td>a/1</td></tr><tr><td>-</td></tr></tbody></table>"
    )

    assert expected == table(["id"], [["a/1"], [None]], caption="two & two")
    assert '<table><tbody><tr><th scope="row">a</th><td>1</td></tr></tbody></table>' == pairs(
        [("a", 1), ("b", None)]
    )


def test_what_is_folded_may_stand_open() -> None:
    assert "<details><summary>more</summary>&lt;</details>" == folded("more", "<")
    assert "<details open><summary>more</summary></details>" == folded("more", unfold=True)


def test_a_block_brings_its_style_that_touches_nothing_else() -> None:
    found = block("<x>")
    rules = [line.strip() for line in style().splitlines() if line.rstrip().endswith("{")]

    assert found.startswith("<style>.osintkp {")
    assert found.endswith('<div class="osintkp tex2jax_ignore mathjax_ignore">&lt;x&gt;</div>')
    assert [] == [rule for rule in rules if ".osintkp" not in rule and not rule.startswith("@media")]

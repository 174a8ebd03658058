"""Cards and lists in a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.cards import badge, card, counted, cut, grouped, lines, listing, quoted, stretches, whole
from osintkp.markup import style
from parsed import having, part, told

TEXT = "Port Sudan received 12 trucks of flour.\nGoma did not."


def test_a_card_leaves_out_what_is_not_given() -> None:
    found = part(card("<Goma>", [("a", 1), ("b", None)], "more"))

    assert ["<Goma>"] == [told(each) for each in found.iter("strong")]
    assert ["a"] == [told(each) for each in found.iter("th")]


@pytest.mark.parametrize(("count", "folds"), [(0, 0), (20, 0), (21, 1)])
def test_a_list_folds_what_is_beyond_twenty_rows(count: int, folds: int) -> None:
    found = part(listing("all", ["n"], [[number] for number in range(count)]))

    assert count == sum(1 for _ in found.iter("td"))
    assert folds == len(list(found.iter("details")))
    assert ["1 more"] * folds == [told(each) for each in found.iter("summary")]


def test_what_may_be_wider_than_the_screen_is_reached_by_keys_and_named() -> None:
    found = having(part(listing("all <of> them", ["n"], [[1]])), "wide")

    assert [("0", "all <of> them")] == [(each.get("tabindex"), each.get("aria-label")) for each in found]


def test_a_severity_that_is_none_of_ours_looks_like_the_mildest() -> None:
    assert '<span class="badge warning">2 warnings</span>' == badge("warning", "2 warnings")
    assert '<span class="badge info">x&quot; onclick=</span>' == badge('x" onclick=')


def test_quotes_stand_in_their_line() -> None:
    more = part(quoted("12 trucks", TEXT, 20, 29))

    assert ["12 trucks"] == [told(each) for each in more.iter("mark")]
    assert '<q dir="auto">Port Sudan received <mark>12 trucks</mark> of flour. …</q>' == quoted(
        "12 trucks", TEXT, 20, 29
    )
    assert '<q dir="auto">… <mark>Goma</mark> did not.</q>' == quoted("Goma", TEXT, 40, 44)


@pytest.mark.parametrize(("start", "end"), [(None, None), (5, 5), (-1, 3), (0, 99), (9, 2)])
def test_a_quote_without_a_sound_place_stands_alone(start: int | None, end: int | None) -> None:
    assert '<q dir="auto">12 &lt;trucks&gt;</q>' == quoted("12 <trucks>", TEXT, start, end)


def test_of_a_long_line_only_what_is_near_is_told() -> None:
    text = "before " * 40 + "12 trucks" + " after" * 40
    found = told(part(quoted("12 trucks", text, 280, 289)))

    assert re.fullmatch(r"x(… )(before ){10,11}12 trucks( after){12,13} …", found)


def test_a_line_without_a_blank_gives_the_words_alone() -> None:
    text = "a" * 300 + "12" + "b" * 300

    assert "x… 12 …" == told(part(quoted("12", text, 300, 302)))


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert "a" * 400 == cut("a" * 400)
    assert "a" * 400 + "… (1 more letters)" == cut("a" * 401)
    assert "None" == cut(None)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("6700 container", "6,700 container"), (">10000 person", ">10,000 person"), ("2000000..5000000 round", "2,000,000..5,000,000 round"),
        ("1234.5678 tonne", "1,234.5678 tonne"), ("0.12345 tonne", "0.12345 tonne"), ("999 ship", "999 ship"), ("1000", "1,000"),
        ('~40 truck "2024 or so"', '~40 truck "2024 or so"'),
    ],
)  # fmt: skip
def test_figures_are_grouped_by_three_and_nothing_else_is(amount: str, expected: str) -> None:
    assert expected == grouped(amount)


def test_small_words() -> None:
    assert None is whole(None)
    assert '<span class="whole">2024</span>' == whole(2024)
    assert None is lines([])
    assert "a<br>&lt;b&gt;" == lines(["a", "<b>"])
    assert ("0 boxes", "1 box", "1,200 boxes") == tuple(counted(n, "box", "boxes") for n in (0, 1, 1200))


Spans = list[tuple[int, int, int]]


@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32), st.integers(0, 9)), max_size=12),
    st.sets(st.integers(0, 30)),
)
def test_stretches_are_the_text_and_each_has_what_is_over_it(
    length: int, spans: Spans, cuts: set[int]
) -> None:
    inner = {cut for cut in cuts if cut <= length}
    found = list(stretches(length, spans, inner))

    assert list(range(length)) == [place for start, end, _ in found for place in range(start, end)]
    assert all(start < end for start, end, _ in found)
    assert inner - {length} <= {start for start, _, _ in found}
    for start, end, over in found:
        for place in range(start, end):
            assert sorted(over) == sorted(n for a, b, n in spans if 0 <= a <= place < b <= length)


def test_of_very_many_over_one_stretch_the_first_are_told() -> None:
    assert [(0, 5, tuple(range(40)))] == list(stretches(5, ((0, 5, n) for n in range(500))))


def colours(scheme: str) -> dict[str, str]:
    light, _, rest = style().partition("@media (prefers-color-scheme: dark)")
    chosen = light if scheme == "light" else rest.partition("body[")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", chosen))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrasts(scheme: str) -> Iterator[tuple[str, str, float]]:
    known = colours(scheme)
    sorts = ("amounts", "dates", "actors", "places", "items", "cues")
    inks = {
        "ink": ("paper", "shade", "mark", "error-paper", "warning-paper", *sorts),
        "soft": ("paper", "shade", "mark", "error-paper", "warning-paper"),
        "accent": ("paper", "shade", "warning-paper"),
        **{name: ("paper", f"{name}-paper") for name in ("error", "warning", "info")},
    }
    for ink, papers in inks.items():
        for paper in papers:
            high, low = sorted((luminance(known[ink]), luminance(known[paper])), reverse=True)
            yield ink, paper, (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_they_stand_on(scheme: str) -> None:
    assert [] == [pair for pair in contrasts(scheme) if pair[2] < 4.5]


@pytest.mark.parametrize(
    ("theme", "scheme"), [('data-jp-theme-light="true"', "light"), ('data-jp-theme-light="false"', "dark")]
)
def test_a_notebook_that_is_light_or_dark_by_itself_has_the_same_colours(theme: str, scheme: str) -> None:
    rule = style().partition(f"body[{theme}]")[2].partition("}")[0]

    assert colours(scheme) == dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rule))

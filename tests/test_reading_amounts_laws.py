"""What holds of figures in any text: places, order, time, and what a sentence keeps when one word of it changes."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import cost
from osintkp.reading.amounts.finder import amounts
from osintkp.reading.mentions import AmountMention
from osintkp.reading.view import seen

NUMERALS = {
    "12": 12, "forty-five": 45, "seven hundred": 700, "2,000": 2000, "2 000": 2000, "2000": 2000, "13\u202f500": 13500, "2,50,000": 250000,
    "half a million": 5e5, "1.5 million": 1.5e6, "three million": 3e6, "4bn": 4e9, "a dozen": 12, "two dozen": 24, "40k": 40000, "1'250": 1250,
}  # fmt: skip
HEDGES = {
    "": "", "about ": "~", "some ": "~", "nearly ": "~", "an estimated ": "~", "more than ": ">", "at least ": ">=", "no fewer than ": ">=",
    "up to ": "<=", "as many as ": "<=", "fewer than ": "<", "well over ": ">", "just under ": "~", "upwards of ": ">",
}  # fmt: skip
ITEMS = {
    "Grad rockets": "rocket", "soldiers": "person", "T-72 tanks": "tank", "containers of rifles": "container", "152 mm shells": "round",
    "tonnes of wheat": "tonne", "AK-47s": "rifle", "Shahed-136 drones": "drone", "armoured personnel carriers": "vehicle",
    "Yemenis": "person", "oil tankers": "ship", "women and children": "person", "barrels": "barrel", "Su-30 fighters": "aircraft",
}  # fmt: skip
LETTERS = "aA 1.5,0\n\n%$\u20ac-\u2013()[]'\"\u201d:;/ mkdozenxof\u00a0\u202e\ud800\u0000\U0001f600\u0130"


def read(text: str) -> list[AmountMention]:
    """Return the amounts of a text."""
    return amounts(seen(text), text)


def told(mention: AmountMention) -> tuple[float | None, str, str | None]:
    """Return the number, the sign and the unit of a mention."""
    ends = [end for end in (mention.best, mention.low, mention.high) if end is not None]
    return ends[0], mention.comparator, mention.unit


@pytest.mark.parametrize(("numeral", "item"), list(product(NUMERALS, ITEMS)))
def test_a_figure_follows_its_number_hedge_and_noun(numeral: str, item: str) -> None:
    for hedge, sign in HEDGES.items():
        text = f"Officials in Khartoum said on Tuesday that Chad had sent {hedge}{numeral} {item} to Eritrea by rail."

        assert (NUMERALS[numeral], sign, ITEMS[item]) == told(read(text)[0]), text


@pytest.mark.parametrize("item", list(ITEMS))
@pytest.mark.parametrize(
    "frame",
    [
        "It lost {} {} in 2019.",
        "In 2019 it lost {} {}.",
        "On 7 May, {} {} left.",
        "\u201c{} {} were hit,\u201d he said.",
    ],
)
def test_the_sentence_around_a_figure_does_not_matter(frame: str, item: str) -> None:
    text = frame.format("3,400", item)

    found = read(text)

    assert (3400, "", ITEMS[item]) == told(found[0])
    assert text[found[0].number[0] : found[0].number[1]] == "3,400"


@pytest.mark.parametrize("ending", [" or more", "+", "-plus"])
@pytest.mark.parametrize("item", ["rockets", "soldiers", "barrels"])
def test_a_hedge_after_the_number_is_a_bound(ending: str, item: str) -> None:
    assert [(40, ">=")] == [told(mention)[:2] for mention in read(f"It has 40{ending} {item} left.")]


@given(st.text(alphabet=LETTERS, max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_mentions_in_order_with_their_words(text: str) -> None:
    found = read(text)

    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    for mention in found:
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start <= mention.number[0] < mention.number[1] <= mention.end
        assert mention.low is not None or mention.high is not None
        assert mention.best is None or mention.low == mention.best == mention.high


@given(
    st.lists(
        st.sampled_from(
            [*NUMERALS, *HEDGES, *ITEMS, "of the", "killed", "and", "in", "2014", "May", "%", "$", "per day"]
        ),
        max_size=9,
    )
)
@settings(max_examples=100, deadline=None)
def test_any_words_give_mentions_whose_bounds_stand_in_order(words: list[str]) -> None:
    for mention in read(" ".join(words)):
        assert mention.low is None or mention.high is None or mention.low <= mention.high


def test_two_texts_together_give_the_figures_of_both() -> None:
    one, other = "Some 40 trucks left Adre.", "At least 12 boats sank off Sfax."

    both = read(f"{one}\n\n{other}")

    assert [mention.quote for mention in [*read(one), *read(other)]] == [mention.quote for mention in both]


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "1",
        ",",
        "[(",
        "more than about ",
        "more than about 5 ",
        "one hundred and ",
        "5 of the ",
        "5 (",
        "5 a, ",
        "5 and ",
        "\n1",
        "killed 50 and ",
        "152mm ",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        view = seen(text)
        return cost(lambda: amounts(view, text))

    assert seconds(64_000) < 40 * seconds(8_000) + 0.05

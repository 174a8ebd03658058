"""What the words of a loss say became of whom."""

from __future__ import annotations

import pytest

from builders import claim
from osintkp.fates import CASUALTIES, fates, victims


@pytest.mark.parametrize(
    ("quote", "amount", "expected"),
    [
        ("31,045 martyrs since October", "31045 person", {"killed"}),
        ("72,654 wounded", "72654 person", {"wounded"}),
        ("84 killed and 1,200 wounded", "84 person", {"killed"}),
        ("84 killed and 1,200 wounded", ">1200 person", {"wounded"}),
        ("killed 30 people and wounded at least 50", "30 person", {"killed"}),
        ("killed 30 people and wounded at least 50", ">=50 person", {"wounded"}),
        ("a strike wounding 50", "50 person", {"wounded"}),
        ("3,000 casualties", "3000 person", {CASUALTIES}),
        ("12 killed or injured", "12 person", {"killed", "wounded"}),
        ("100 fled and 7 died in 2023", "2 person", {"displaced", "killed"}),
        ("in 2023 some 12 of the 40 died", "12 person", {"killed"}),
        ("lost 40 of them", "40 person", set()),
        ("14 destroyed, 3 damaged", "3 tank", {"damaged"}),
        ("dozens killed", "24..100 person", {"killed"}),
        ("many", None, set()),
    ],
)
def test_the_words_say_what_became_of_those_who_are_counted(
    quote: str, amount: str | None, expected: set[str]
) -> None:
    assert expected == fates(claim("a/1", "loss", quote=quote, amount=amount))


@pytest.mark.parametrize(
    ("quote", "amount", "expected"),
    [
        ("the army said 12 civilians died", "12 person", {"civilians"}),
        ("the army killed 90", "90 person", {"armed"}),
        ("9 soldiers and 12 women and children", "9 person", {"armed"}),
        ("9 soldiers and 12 women and children", "12 person", {"civilians"}),
        ("12 of 12 soldiers, 3 civilians", "12 person", {"armed", "civilians"}),
        ("some 300 dead", "~300 person", set()),
        ("soldiers fell", None, {"armed"}),
    ],
)
def test_the_words_say_who_is_counted(quote: str, amount: str | None, expected: set[str]) -> None:
    assert expected == victims(claim("a/1", "loss", quote=quote, amount=amount))

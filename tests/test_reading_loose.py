"""Figures that no clause took: what they are of, whose they are, and which stay figures alone."""

from __future__ import annotations

from functools import partial

import pytest

import osintkp
from growth.measured import MOST, growth


def loose(text: str) -> list[osintkp.Claim]:
    claims = osintkp.read(text, published="2024-06-01", id="x").claims
    return [each for each in claims if each.draft is not None and each.draft.rules[0].startswith("loose.")]


def told(text: str) -> list[tuple[str, str, tuple[str | None, ...]]]:
    return [(each.kind, str(each.amount), each.actors) for each in loose(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Italy delivered 12 howitzers to Niger. Price of the contract: $30 million.",
            [("shipment", "30000000 USD", ("IT", "NE"))],
        ),
        (
            "Fighting went on around El Fasher. Dead so far: 40 soldiers.",
            [("loss", "40 person", (None, None))],
        ),
        (
            "The ministers met in Muscat over fish. Cod quota for next year: 90,000 tonnes.",
            [("limit", "90000 tonne", (None, None))],
        ),
        (
            "Chad's arms imports fell. Of these imports, 40 percent: French.",
            [("shipment", "40 percent", (None, "TD"))],
        ),
    ],
)
def test_a_figure_is_of_what_the_words_around_it_are_about(
    text: str, expected: list[tuple[str, str, tuple[str | None, ...]]]
) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Italy delivered 12 howitzers to Niger. Its budget deficit: $30 million.",
        "Floods hit the province. Dead so far: 40 people.",
        "Its population: 40 people.",
        "Chad bought trucks. Growth of the economy: 4 percent.",
        "Storage capacity of the tanker: 90,000 tonnes.",
        "How many of the dead? 40 soldiers?",
        "The road there: 90 kilometres.",
        "Their guns: 152 mm.",
    ],
)
def test_a_figure_of_something_else_is_no_claim(text: str) -> None:
    assert [] == loose(text)


def test_a_figure_that_a_clause_took_is_not_taken_again() -> None:
    claims = osintkp.read("Italy delivered 12 howitzers to Niger in May 2024.", id="x").claims

    assert ["12 howitzer"] == [str(each.amount) for each in claims]


def test_whoever_its_own_sentence_names_comes_before_whoever_an_earlier_one_does() -> None:
    text = "Italy delivered 12 howitzers to Niger. Worth of the French package for Chad: $30 million."

    assert [("shipment", "30000000 USD", ("FR", "TD"))] == told(text)


def test_a_pledge_of_money_is_a_pledge() -> None:
    (claim,) = loose("Donors met in Doha on Yemen. Total of the pledges so far: $30 million.")

    assert "pledged" == claim.modality


def test_a_loose_figure_says_by_which_rule_and_how_surely() -> None:
    (claim,) = loose("Italy delivered 12 howitzers to Niger. Price of the contract: $30 million.")

    assert claim.draft is not None
    assert claim.draft.rules[0] == "loose.money/shipment"
    assert "sender:carried" in claim.draft.rules
    assert all(0 < sure < 1 for sure in claim.draft.confidence.values())


def test_a_figure_in_boilerplate_is_none() -> None:
    text = "Italy delivered 12 howitzers to Niger.\n\nRead more: aid of $30 million"

    assert [] == loose(text)


@pytest.mark.parametrize(
    "words",
    [
        "40 tonnes of wheat from Chad to Mali and ",
        "40 people dead in Chad and ",
        "aid of $40 million for Chad and ",
        "a quota of 40 tonnes for Chad and ",
        "40 tanks and 40 rifles seized and ",
    ],
)
def test_one_endless_sentence_of_figures_takes_time_by_its_length(words: str) -> None:
    assert growth(lambda size: partial(osintkp.read, words * size), 600) < MOST

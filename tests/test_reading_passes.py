"""The families that a sentence is set against: which words each needs, and that without them it finds nothing."""

import functools

import pytest

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.passives import shared
from osintkp.reading.clauses.phrasing import phrased
from osintkp.reading.clauses.tagging import tagged
from osintkp.reading.finding import Found
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.passes import Pass, after_verbs, before_verbs, by_adjective, by_nouns, gist, run

EVERY = (*before_verbs(), *after_verbs(), by_nouns(), by_adjective())
SENTENCES = (
    "Turkey delivered 12 drones to Ethiopia in August 2021.",
    "The UN capped oil sales to Libya at 40,000 barrels a year.",
    "Eritrea may hold no more than 300 tanks under the accord.",
    "Chad denied an arms-for-gold exchange with the RSF.",
    "Armenia and Azerbaijan signed a peace treaty in Brussels.",
    "Sudan and South Sudan agreed to stop fighting.",
    "Pakistan carried out a nuclear test in 1998.",
    "The navy of Yemen seized 400 rifles aboard a dhow.",
    "France accounts for 60 percent of Mali's wheat imports.",
    "Iran is a supplier of fuel to Lebanon.",
    "The president of Kenya visited Somalia for talks with its leader.",
    "Oman cut output by 42,000 barrels a day.",
    "The conference raised $3 million for Chad.",
    "Egypt and Greece held a joint naval exercise off Crete.",
    "The raids in Yemen forced 3,000 people from their homes.",
    "Rwanda rejected calls for a truce with the rebels.",
    "Talks between Oman and Yemen ended in a deal.",
    "Haiti received Kenyan-supplied vehicles and a shipment of rice.",
)


def made(text: str) -> tuple[Matching, frozenset[str]]:
    found = Found(text)
    ground = Ground(found.tokens, found.mentions)
    row = shared(phrased(tagged(ground, 0, len(found.tokens) - 1), ground.grammar.things["measures"]))
    return Matching(row, ground), gist(row, found.tokens.words)


def _note(ran: list[str], word: str, _: Matching) -> None:
    ran.append(word)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_family_finds_nothing_in_a_sentence_without_its_words(text: str) -> None:
    _, said = made(text)
    without = [each for each in EVERY if each.words.isdisjoint(said)]

    assert without
    for each in without:
        matching, _ = made(text)
        each.find(matching)
        assert matching.told == []


def test_every_family_has_a_sentence_with_one_of_its_words() -> None:
    said = [made(text)[1] for text in SENTENCES]

    assert [] == [each.find.__name__ for each in EVERY if all(map(each.words.isdisjoint, said))]


def test_the_gist_of_a_sentence_holds_what_its_words_come_to() -> None:
    _, said = made("Chad has agreed to limit imports to no more than 90 trucks.")

    assert {"agree", "limit", "no"} <= said
    assert {"agreed", "has", "chad"}.isdisjoint(said)


def test_families_run_in_order_and_only_where_they_have_a_word() -> None:
    ran: list[str] = []
    matching, _ = made("Chad sent rice.")
    passes = tuple(
        Pass(frozenset((word,)), functools.partial(_note, ran, word)) for word in ("cap", "ban", "aid")
    )

    run(passes, matching, frozenset(("aid", "cap")))

    assert ["cap", "aid"] == ran

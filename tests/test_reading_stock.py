"""What stands in a sentence at all: a hint never keeps from a row what its sort would find."""

from __future__ import annotations

import pytest

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.passives import shared
from osintkp.reading.clauses.phrasing import phrased
from osintkp.reading.clauses.tagging import tagged
from osintkp.reading.finding import Found
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.stock import HINTS, Stock

SENTENCES = (
    "Turkey delivered 12 drones and spare parts to Ethiopia in August 2021.",
    "Chad sent 300 soldiers, four warplanes and a warship to its bases in Mali.",
    "The strike killed Colonel Musa Adam, 12 villagers and dozens of fighters, and claimed the lives of 3 nurses.",
    "Sudan lost two frigates, and its losses rose to 400 dead and wounded.",
    "Iran fired three ballistic missiles and put a satellite into orbit.",
    "The embargo bans exports of fuel, and the forces keep their strength.",
    "Egypt ordered a huge humanitarian convoy and food parcels for Gaza.",
    "The shipment of rifles, a delivery of aid and the deployment of troops were halted.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_row_is_tried_wherever_a_phrase_tells_what_it_seeks(text: str) -> None:
    found = Found(text)
    ground = Ground(found.tokens, found.mentions)
    row = shared(phrased(tagged(ground, 0, len(found.tokens) - 1), ground.grammar.things["measures"]))
    nouns = [noun for _, noun in Matching(row, ground).nouns]
    rows = [each for each in ground.grammar.rows if each["sought"]]

    missed = [
        (noun.word, each["sought"])
        for noun in nouns
        for each in rows
        if ground.sorting.things(each["sought"], [noun], ground.grammar.nouns_of(each["family"]))
        and not Stock([noun], ground.grammar).has_for(each)
    ]

    assert [] == missed


def test_a_row_is_not_tried_where_nothing_can_be_passed_on() -> None:
    found = Found("The council argued about the bridge.")
    ground = Ground(found.tokens, found.mentions)
    row = tagged(ground, 0, len(found.tokens) - 1)
    stock = Stock((noun for _, noun in Matching(row, ground).nouns), ground.grammar)

    tried = {
        each["sought"] for each in ground.grammar.rows if each["sought"] in HINTS and stock.has_for(each)
    }

    assert set() == tried

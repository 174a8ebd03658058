"""What deliveries and carriers hold: "a shipment of 40 rifles" is the rifles, "two ships carrying fuel" is fuel too."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.clauses.subjects import Clauses
from osintkp.reading.clauses.things import Sorting


def held(noun: Noun, at: int, clauses: Clauses, sorting: Sorting) -> list[Noun]:
    """
    Return what a delivery is made of, and itself where it is counted; what has no goods of its own takes its goods.

    Args:
        noun: The noun of a delivery.
        at: Its place in the sentence.
        clauses: The clauses of the sentence.
        sorting: What phrases tell, by sort.
    """
    governed, _, _ = clauses.after_noun(at)
    inside = [each.noun for each in governed if each.preposition == "of" and sorting.is_goods(each.noun)]
    if noun.amounts and not any(each.amounts for each in inside):
        noun.items += tuple(item for each in inside for item in each.items)
        return [noun]
    for each in inside:
        each.items = each.items or noun.items
    return [noun, *inside] if noun.amounts or not inside else inside


def aboard(noun: Noun, load: list[Noun]) -> list[Noun]:
    """
    Return what goes where a carrier goes: its load, itself where it is counted, else nothing.

    Args:
        noun: What goes, a carrier or other goods.
        load: What it is said to carry.
    """
    if "carrier" not in noun.standing:
        return [noun]
    return load or ([noun] if noun.amounts else [])

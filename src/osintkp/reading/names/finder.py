"""Who, where and what: the actors, places and goods that a text names, found together in one pass over its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from osintkp.reading.mentions import ActorMention, ItemMention, PlaceMention
from osintkp.reading.names.actors import decide, enter_actors
from osintkp.reading.names.anonymous import enter_sources
from osintkp.reading.names.board import Board, Named, board, is_state
from osintkp.reading.names.bodies import enter_bodies, enter_letters, enter_ships
from osintkp.reading.names.coreference import enter_halves, enter_joint, enter_references, enter_shorts
from osintkp.reading.names.items import Goods, goods
from osintkp.reading.names.organs import enter_companies, enter_organs
from osintkp.reading.names.persons import enter_persons
from osintkp.reading.names.places import Spot, drop_waters, settle, spots
from osintkp.reading.names.repairs import enter_repairs
from osintkp.reading.names.surnames import enter_surnames
from osintkp.reading.pages.datelines import dateline

if TYPE_CHECKING:
    from osintkp.reading.pages.structure import Structure
    from osintkp.reading.tokens import Tokens


class Names(NamedTuple):
    """
    Everybody and everything that a text names, each list sorted by where its mentions begin.

    Attributes:
        actors: States, bodies, groups, outlets, persons, nameless sources and what takes them up; no two overlap.
        places: Places; a state is among them only where it is plainly a place ("in Mali", "northern Mali").
        items: Goods and weapons; no two overlap.
    """

    actors: list[ActorMention]
    places: list[PlaceMention]
    items: list[ItemMention]


def names(tokens: Tokens, structure: Structure | None = None) -> Names:
    """
    Return the actors, places and goods that a text names.

    Args:
        tokens: The words of the text.
        structure: Its sentences; where they begin is told besides by the signs.

    Example:
        >>> from osintkp.reading.tokens import Tokens
        >>> found = names(Tokens("Chad's army moved T-72 tanks to northern Mali, a U.N. official said."))
        >>> [(each.quote, each.actor, each.state) for each in found.actors]
        [("Chad's army", 'td-army', 'TD'), ('Mali', 'ML', 'ML'), ('a U.N. official', None, None)]
        >>> [each.quote for each in found.places], [(each.quote, each.path) for each in found.items]
        (['northern Mali'], [('T-72 tanks', 'vehicles/tank')])
    """
    openings = {each.first for each in structure.sentences} if structure is not None else frozenset[int]()
    at = board(tokens, openings)
    enter_actors(at)
    enter_ships(at)
    enter_bodies(at)
    enter_letters(at)
    enter_persons(at)
    enter_sources(at)
    enter_surnames(at)
    repaired = enter_repairs(at)
    found = spots(at, repaired)
    drop_waters(at, found)
    decide(at, {each.state for each in found if each.state is not None})
    found = settle(at, found)
    enter_shorts(at)
    enter_halves(at)
    enter_joint(at)
    enter_references(at)
    enter_organs(at)
    enter_companies(at)
    if structure is not None:
        _drop_datelines(at, structure)
    return Names(
        [_actor(at, each) for each in at.in_order()],
        [_place(tokens, each) for each in found],
        [_item(tokens, each) for each in goods(at)],
    )


def _drop_datelines(at: Board, structure: Structure) -> None:
    """Take out the states of datelines: "SEOUL, South Korea (AP)" tells where a report was written, not who acts."""
    tokens = at.tokens
    for block in structure.blocks:
        end = dateline(tokens.text, tokens.starts[block.head], block.end)
        number = block.head
        while number < len(tokens) and tokens.starts[number] < end:
            named = at.named.get(number)
            if named is not None and any(map(is_state, named.ids)):
                at.drop(number)
            number += 1


def _actor(at: Board, found: Named) -> ActorMention:
    tokens = at.tokens
    start, end = tokens.starts[found.first], tokens.ends[found.last]
    return ActorMention(
        start=start,
        end=end,
        quote=tokens.text[start:end],
        actor=found.ids[0] if len(found.ids) == 1 else None,
        candidates=found.ids,
        by=found.by,
        role=found.role,
        state=found.state,
        confidence=found.confidence,
    )


def _place(tokens: Tokens, found: Spot) -> PlaceMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last]
    place = found.ids[0] if len(found.ids) == 1 else None
    return PlaceMention(start=start, end=end, quote=tokens.text[start:end], place=place, state=found.state)


def _item(tokens: Tokens, found: Goods) -> ItemMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last]
    return ItemMention(
        start=start,
        end=end,
        quote=tokens.text[start:end],
        path=found.path,
        model=found.model,
        calibre=found.calibre,
    )

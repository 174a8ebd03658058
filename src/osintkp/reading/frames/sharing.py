"""Shares of what an actor takes in or gives away: "China accounts for 90 percent of Russian chip imports"."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.leftward import verb_before
from osintkp.reading.clauses.pieces import DATE, PREPOSITION, Noun, Piece, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun, owned
from osintkp.reading.frames.told import Row, Told, owners, pronoun
from osintkp.reading.mentions import ItemMention

SHARE = "share"
FIGURES = ("from", "to", "at")
WORLD = frozenset(("global", "world", "worldwide", "international", "total", "all"))
TOWARD = ("to", "into")
TRADES = frozenset(("imports", "exports"))


def sharing(matching: Matching) -> None:
    """Find the deliveries that a sentence tells by the share that one actor has of another's trade."""
    frame = _frame()
    verbs = share_verbs()
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Verb) and not verbs.isdisjoint(piece.lemmas):
            _accounted(matching, frame, number, piece)
        elif isinstance(piece, Noun) and piece.word == SHARE:
            _shared(matching, frame, number, piece)
        elif isinstance(piece, Noun) and number > 1 and matching.row[number - 1].word == "with":
            _beside(matching, frame, number, piece)


@functools.cache
def _frame() -> Row:
    return next(row for row in grammar().rows if row["rule"] == SHARE)


@functools.cache
def share_verbs() -> frozenset[str]:
    """Return the verbs that tell what share of something somebody has."""
    return frozenset(_frame()["verbs"])


def _accounted(matching: Matching, frame: Row, number: int, verb: Verb) -> None:
    """Take "China accounts for 90 percent of Russian chip imports", also "for the largest share, at 90 percent"."""
    after = matching.clauses.after(number)
    whole = led_by(after.governed, ("for",)) or after.objects
    party = _sharing_party(matching, number, verb)
    if party is None:
        return
    items: Sequence[ItemMention] = ()
    for noun in whole:
        thing = next(iter(_things(noun, [noun])), None)
        if thing is None and noun.word == SHARE:
            governed, _, _ = matching.clauses.after_noun(matching.place(noun))
            goods = next((each.noun for each in governed if each.preposition == "of"), None)
            figures = led_by(governed, ("at", "with"))
            thing = None if goods is None else next(iter(_things(goods, figures)), None)
        if thing is None:
            break
        items = thing.items or items  # "54 percent of arms imports by Chad and 8 percent of those by Mali"
        thing = thing._replace(items=items)
        told = _told(matching, frame, (verb.head, verb.last), thing, thing.noun, party)
        told.modality, told.negated = matching.mood(number)
        told.date(after.dates)
        matching.keep_fitting(told)


def _sharing_party(matching: Matching, number: int, verb: Verb) -> Slot | None:
    """Return who has the share that a verb tells; None for nobody, or several together."""
    party = _doer(matching, number)
    if party is None and verb.ing and number > 1 and isinstance(named := matching.row[number - 2], Noun):
        party = actors_of(named, matching.ground.tokens)  # "the first was Mali, accounting for 9 percent"
    return None if party is None or isinstance(party.value, tuple) else party


def _beside(matching: Matching, frame: Row, number: int, noun: Noun) -> None:
    """Take "Russia remained first, with 46 percent of Vietnamese arms imports"."""
    lists = matching.ground.grammar.things
    governor = verb_before(matching.row, number - 1, finite=True)
    thing = next(iter(_things(noun, [noun])), None)
    if thing is None or governor is None or noun.word not in lists["given"] | lists["taken"]:
        return
    party = _doer(matching, governor)
    if party is not None:
        matching.keep_fitting(_told(matching, frame, (noun.first, noun.last), thing, noun, party))


def _things(whole: Noun, figures: Iterable[Noun]) -> list[Thing]:
    """Return a whole with each share of it that phrases tell."""
    return [
        Thing(whole, each, whole.items, whole.last)
        for noun in figures
        for each in noun.amounts
        if each.role == "percent"
    ]


def _shared(matching: Matching, frame: Row, number: int, noun: Noun) -> None:
    """Take "Russia's share of Indian imports rose to 40 percent", also "India increased its share of imports to 40 percent"."""
    governed, dates, end = matching.clauses.after_noun(number)
    whole = next((each.noun for each in governed if each.preposition == "of"), None)
    owner = _sharer(matching, number, noun)
    if owner is None or whole is None:
        return
    figures = led_by(governed, FIGURES)
    verb = matching.row[end + 1] if end + 1 < len(matching.row) else None
    if isinstance(verb, Verb):
        after = matching.clauses.after(end + 1)
        figures += after.objects + led_by(after.governed, FIGURES)
        dates = [*dates, *after.dates]
    seller = next(
        (
            slot
            for each in governed
            if each.preposition == "from"
            and (slot := actors_of(each.noun, matching.ground.tokens)) is not None
        ),
        None,
    )
    for thing in _things(whole, figures):
        told = _told(matching, frame, (noun.last, noun.last), thing, whole, owner)
        if seller is not None:  # "its share of imports from Iran": whose the share is takes in
            told.slots |= {"sender": seller, "recipient": owner}
        told.date(dates)
        matching.keep_fitting(told)


def _sharer(matching: Matching, number: int, noun: Noun) -> Slot | None:
    """Return whose a share is: who owns it, or for "its share" who does what is done with it."""
    owner = beside_noun(noun, noun.last, owner=True)
    governor = matching.governor(number)
    if owner is not None or not noun.owner:
        return owner
    if governor is None:
        return owned(noun, matching.ground.tokens)
    return _doer(matching, governor)


def _told(
    matching: Matching, frame: Row, trigger: tuple[int, int], thing: Thing, whole: Noun, party: Slot
) -> Told:
    """Return the event: who has the share gives where the whole is taken in, and takes where it is given away."""
    lists = matching.ground.grammar.things
    words = matching.ground.tokens.words[whole.first : whole.last + 1]
    given = not lists["given"].isdisjoint(words) and not _goes_to(matching.row, matching.place(whole))
    ends = ("recipient", "sender") if given else ("sender", "recipient")
    told = Told(frame, "share", trigger, thing)
    if _is_of_all(matching, whole):  # "9 percent of global arms imports": who has the share takes them in
        told.slots["sender" if not lists["given"].isdisjoint(words) else "recipient"] = party
        return told
    told.slots[ends[0]] = party
    for slot in owners(whole, ends[1], ends[1], matching.ground.tokens).values():
        told.slots.setdefault(ends[1], slot)
    if ends[1] not in told.slots:
        for each in _hanging(matching.row, matching.place(whole)):
            named = actors_of(each, matching.ground.tokens)
            if named is not None:
                told.slots.setdefault(ends[1], named)
    return told


def _is_of_all(matching: Matching, whole: Noun) -> bool:
    """Tell whether a whole is that of the world, and of no one side: "total arms exports"."""
    words = matching.ground.tokens.words[max(0, whole.first - 1) : whole.last + 2]
    at = matching.place(whole)
    after = matching.row[at + 1].word if at + 1 < len(matching.row) else ""
    return not (whole.actors or whole.owner or after in (*TOWARD, "by", "of")) and not WORLD.isdisjoint(words)


def _goes_to(row: list[Piece], at: int) -> bool:
    """Tell whether who takes in follows a whole that is given away: "deliveries to China"."""
    return at + 1 < len(row) and row[at + 1].word in ("to", "into")


def _hanging(row: list[Piece], at: int) -> list[Noun]:
    """Return what "of", "by", "from" or "to" hangs on a whole: "imports by India"."""
    found = []
    while at + 2 < len(row) and row[at + 1].kind in (PREPOSITION, DATE):
        noun = row[at + 2]
        if row[at + 1].kind == DATE:
            at += 1
            continue
        if isinstance(noun, Noun) and row[at + 1].word in ("of", "by", "to", "into"):
            found.append(noun)
        at += 2
    return found


def _doer(matching: Matching, number: int) -> Slot | None:
    """Return whom the subject of a verb stands for; None for nobody."""
    found = (_party(matching, each) for each in matching.clauses.subject(number))
    return next((each for each in found if each is not None), None)


def _party(matching: Matching, noun: Noun) -> Slot | None:
    """Return whom a subject stands for: an actor, a pronoun, or whose the goods are ("Russian crude")."""
    tokens = matching.ground.tokens
    named = actors_of(noun, tokens) or pronoun(noun, tokens)
    if named is not None and not isinstance(named.value, tuple):
        return named
    if noun.items:
        return beside_noun(noun, noun.last + 1, owner=False) or beside_noun(noun, noun.last, owner=True)
    return None

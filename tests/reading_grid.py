"""
Sentences walked out of the frame tables themselves: every verb and noun of a row, with every way to count, bend, date and name.

    .venv/bin/python tests/reading_grid.py --all [--only shipment.give] [--part 0/4] [--misses 3]

A template holds still what it does not ask about; here each verb meets each value of each dimension at least once, and any two
values of two dimensions meet many times. What is asked: one event, of the row's kind, with its parties, figure, goods, day, and
whether it is denied.
"""

from __future__ import annotations

import argparse
import functools
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from osintkp.reading.clauses.forms import forms
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.events import Event
from osintkp.reading.mentions import AmountMention
from osintkp.vocabulary.tables import whole_table
from told import told, value

RUNS = 18
HEDGES = (
    ("", "300"), ("about ", "~300"), ("some ", "~300"), ("nearly ", None), ("up to ", "<=300"), ("as many as ", "<=300"),
    ("at least ", ">=300"), ("more than ", ">300"), ("over ", ">300"), ("an estimated ", "~300"), ("between 200 and ", None),
    ("dozens of", None), ("hundreds of", None), ("several", None), ("half a million", "500000"),
    ("1.2 million", "1.2e+06"), ("three", "3"), ("300 or more", ">=300"),
)  # fmt: skip
ITEMS = {
    "goods": ("rifles", "drones", "tanks", "artillery shells", "tonnes of wheat", "anti-tank missiles", "barrels of crude oil"),
    "people": ("soldiers", "troops", "peacekeepers", "mercenaries"),
    "victims": ("soldiers", "troops", "fighters"),
    "weapons": ("ballistic missiles", "cruise missiles", "rockets"),
}  # fmt: skip
SORTS = {
    "goods": "goods", "people": "people", "forces": "people", "victims": "victims", "losses": "victims", "lost": "goods",
    "weapons": "weapons",
}  # fmt: skip
SIDES = (
    ("Sudan", "SD"), ("the Sudanese army", "SD"), ("Khartoum", "SD"), ("Hezbollah", "hezbollah"), ("the Ethiopian government", "ET"),
    ("Turkey", "TR"), ("Ankara", "TR"), ("French President Emmanuel Macron", "FR"), ("the United Arab Emirates", "AE"), ("Mali", "ML"),
)  # fmt: skip
OTHERS = (
    ("Benin", "BJ"), ("the Kenyan army", "KE"), ("Nairobi", "KE"), ("the Houthis", "houthis"), ("Azerbaijan", "AZ"), ("Ukraine", "UA"),
    ("the Libyan government", "LY"), ("the Netherlands", "NL"),
)  # fmt: skip
OWNERS = (("Sudanese", "SD"), ("Turkish", "TR"), ("Ethiopian", "ET"), ("Malian", "ML"))
STATES = (("Chad", "TD"), ("Armenia", "AM"), ("Haiti", "HT"), ("the Philippines", "PH"), ("Somalia", "SO"))
VOICES = (
    "past",
    "perfect",
    "had",
    "will",
    "is",
    "passive-by",
    "passive",
    "plans",
    "said",
    "not",
    "which",
    "has-not",
)
FRONTS = (
    "", "In return, ", "Meanwhile, ", "According to analysts, ", "However, ", "As a result, ", "Despite a truce, ", "In addition, ",
)  # fmt: skip
PAST = ("in March 2023", "on Friday", "last year", "two years ago", "in 2021", "on 4 May 2022")
FUTURE = ("next year", "in March 2031", "on Friday", "by 2032")
PLACES = ("none", "front", "middle", "end", "end", "none")
# Verbs that take where they come to as their object.
REACHING = frozenset(
    (
        "reach",
        "enter",
        "approach",
        "leave",
        "invade",
        "storm",
        "cross into",
        "transit",
        "cross",
        "join",
        "reinforce",
    )
)
# Rows that are told by themselves, and verbs that need words of their own beside them, so that no plain sentence asks for them.
SKIPPED = frozenset(
    (
        "hold", "contain", "benefit", "found", "contract", "take-of", "spend", "load", "pay-out", "use",
        "make", "supplier", "buyer", "share", "cut-own", "supply-whom", "arm", "unload", "carry-made",
        "there", "counted", "base", "own", "strength", "convoy", "said", "arms", "lives", "leave", "rely",
        "presence", "pledge-noun", "meet", "lost",
    )
)  # fmt: skip
SPATIAL = frozenset(("over", "up to"))
PREPOSITIONS = ("to", "with", "of", "from", "in", "on", "for", "into")


class Case(NamedTuple):
    """One sentence with what is to be told of it."""

    text: str
    word: str
    row: str
    kind: str
    fields: dict[str, str]
    figure: str | None
    negated: bool
    when: str | None
    traits: tuple[str, ...]


class Draw:
    """What a verb still has to meet: each dimension is gone through in an order of its own, again and again."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)
        self._left: dict[str, list[Any]] = {}

    def take(self, name: str, values: Iterable[Any]) -> Any:
        left = self._left.get(name)
        if not left:
            left = self._left[name] = list(values)
            self.random.shuffle(left)
        return left.pop()


@functools.cache
def bent(verb: str, kind: str) -> str:
    """Return a verb in one of its forms: ``b``, ``s``, ``d``, ``n``, ``g``."""
    first, *rest = verb.split(" ")
    before, _, last = first.rpartition("-")
    bending = whole_table("reading/grammar")["bending"]
    known = {first: first, last: last} if first in bending["irregular"] else {first: last}
    stem = first if first in bending["irregular"] or not before else next(iter(known.values()))
    found = next(form for form, kinds in forms(stem, bending) if kind in kinds)
    whole = found if stem == first else f"{before}-{found}"
    return " ".join([whole, *rest])


def _counted(draw: Draw, sort: str) -> tuple[str, str | None, str, str]:
    hedge, figure = draw.take("hedge", HEDGES)
    item = draw.take(f"item-{sort}", ITEMS[sort])
    if hedge == "" or hedge[-1] == " ":
        return f"{hedge}300 {item}", figure, hedge or "none", item
    return f"{hedge} {item}", figure, hedge, item


def _shape(row: dict[str, Any], verb: str) -> list[tuple[str, str]] | None:
    """Return the places beside a verb with the fields that fill them, the subject first; None where no plain sentence is made."""
    roles = row["roles"]
    if "subject" not in roles:
        return None
    places = [("subject", roles["subject"])]
    if "object" in roles and (not row.get("goes") or verb in REACHING):
        places.append(("object", roles["object"]))
    filled = {field for _, field in places}
    for each in PREPOSITIONS:
        field = roles.get(each)
        if field in ("sender", "recipient", "place", "thing") and field not in filled:
            if field == "recipient" and ("place" in filled or row["kind"] == "seizure"):
                continue
            places.append((each, field))
            filled.add(field)
    return places if "thing" in filled else None


def _verb_case(row: dict[str, Any], verb: str, draw: Draw) -> Case | None:
    sort = SORTS.get(row["thing"])
    places = _shape(row, verb)
    if sort is None or places is None:
        return None
    thing, figure, hedge, item = _counted(draw, sort)
    voice = draw.take("voice", VOICES)
    if row.get("goes") and voice in ("passive-by", "passive", "which"):
        voice = "past"
    first = draw.take("sides", SIDES)
    names = {"thing": thing, "subject": first[0]}
    fields: dict[str, str] = {}
    for place, field in places:
        if field == "thing":
            continue
        name, ident = first if not fields else draw.take("others", OTHERS)
        if field in fields:
            continue
        if field == "place" or (field == "recipient" and sort == "people" and place != "object"):
            name, ident = draw.take("states", STATES)
        names[field] = name
        fields[field] = ident if field != "place" else name.removeprefix("the ")
    if row["kind"] == "loss" and "actor" not in fields:
        adjective, ident = draw.take("owners", OWNERS)
        if ident in fields.values():
            adjective, ident = "Yemeni", "YE"
        fields["actor"] = ident
        if "of" in thing.split():
            return None
        names["thing"] = thing.replace(item, f"{adjective} {item}")
    if row.get("goes") and sort == "people" and "sender" not in fields:
        adjective, ident = draw.take("owners", OWNERS)
        names["thing"] = thing.replace(item, f"{adjective} {item}")
        fields["sender"] = ident
    if hedge.strip() in SPATIAL and verb in (
        "take",
        "fly",
        "hand",
        "turn",
        "sign",
        "hang",
        "put",
        "speed",
        "pick",
    ):
        figure = None  # "flew over 300 drones", "took over 300 rifles": the particle or the hedge
    return _sentence(row, verb, voice, places, names, fields, figure, draw, (hedge, item, voice))


def _predicate(verb: str, voice: str, *, many: bool, thing: bool) -> str:
    """Return a verb with its auxiliaries in one of the voices in which its subject acts."""
    have, be = ("have", "are") if many else ("has", "is")
    plan = f"{be} expected" if thing else "plan" if many else "plans"
    return {
        "past": bent(verb, "d"), "perfect": f"{have} {bent(verb, 'n')}", "has-not": f"{have} not {bent(verb, 'n')}",
        "had": f"had {bent(verb, 'n')}", "said": f"had {bent(verb, 'n')}", "will": f"will {verb}", "is": f"{be} {bent(verb, 'g')}",
        "plans": f"{plan} to {verb}", "not": f"did not {verb}",
    }[voice]  # fmt: skip


def _turned(row: dict[str, Any], voice: str, places: list[tuple[str, str]]) -> str:
    """Return the voice, or the past where a row has no object for it, or nobody left to tell without "by"."""
    objects = [field for place, field in places if place == "object"]
    lone = voice == "passive" and [places[0][1]] in row["needs"]
    if voice.startswith("passive") and (lone or not objects):
        return "past"
    return "past" if voice == "which" and objects != ["thing"] else voice


def _sentence(
    row: dict[str, Any], verb: str, voice: str, places: list[tuple[str, str]], names: dict[str, str], fields: dict[str, str],
    figure: str | None, draw: Draw, traits: tuple[str, ...],
) -> Case:  # fmt: skip
    subject = places[0][1]
    who = names[subject]
    voice = _turned(row, voice, places)
    at, date, front = _dated(draw, voice)
    middle, end = (f" {date}" if at == each else "" for each in ("middle", "end"))
    rest = [f"{'' if place == 'object' else place + ' '}{names[field]}" for place, field in places[1:]]
    if voice in ("passive-by", "passive", "which"):
        rest = [each for each, (place, _) in zip(rest, places[1:], strict=True) if place != "object"]
    if voice == "which":
        link = "which" if SORTS[row["thing"]] == "goods" else "that"
        body = " ".join([f"{names['thing']} {link} {who} {bent(verb, 'd')}", *rest]) + f"{end} were old"
    elif voice in ("passive-by", "passive"):
        head, field = next((names[field], field) for place, field in places if place == "object")
        was = "were" if field == "thing" or head == "the Houthis" else "was"
        by = [f"by {who}"] if voice == "passive-by" else []
        body = " ".join([f"{head}{middle} {was} {bent(verb, 'n')}", *rest, *by]) + end
    else:
        many = subject == "thing" or who == "the Houthis"
        lead = "officials said that " if voice == "said" else ""
        said = _predicate(verb, voice, many=many, thing=subject == "thing")
        body = " ".join([f"{lead}{who}{middle} {said}", *rest]) + end
    text = f"{front}{body}."
    return Case(
        text[0].upper() + text[1:], verb, f"{row['family']}.{row['rule']}", row["kind"],
        {name: each for name, each in fields.items() if voice != "passive" or name != subject}, figure,
        voice in ("not", "has-not"), None if at == "none" else date, (*traits, at, front),
    )  # fmt: skip


def _dated(draw: Draw, voice: str) -> tuple[str, str, str]:
    """Return where the date of a sentence stands, the date, and what leads the sentence."""
    at = draw.take("date-place", PLACES)
    date = draw.take("future", FUTURE) if voice in ("will", "plans") else draw.take("past", PAST)
    if voice in ("perfect", "is", "has-not") or (voice == "said" and at == "front"):
        at = "none"
    if at == "middle" and voice not in ("past", "passive-by", "not"):
        at = "end"
    front = draw.take("front", FRONTS)
    return at, date, f"{date}, " if at == "front" else front


def _noun_case(row: dict[str, Any], noun: str, draw: Draw) -> Case | None:
    """Return "A's N of I to B" or "the N of I from A to B" as the subject of a sentence."""
    sort = SORTS.get(row["thing"])
    roles = row["roles"]
    if sort is None or roles.get("of") != "thing" or "owner" not in roles:
        return None
    thing, figure, hedge, item = _counted(draw, sort)
    giver, taker = (
        draw.take("owners", (("Sudan", "SD"), ("Ankara", "TR"), ("Ethiopia", "ET"), ("Mali", "ML"))),
        draw.take("states", STATES),
    )
    far = next(
        (
            each
            for each in ("to", "from", "in")
            if roles.get(each, roles["owner"]) not in (roles["owner"], "thing")
        ),
        None,
    )
    fields = {roles["owner"]: giver[1]}
    tail = ""
    if far is not None:
        field = roles[far]
        fields[field] = (
            taker[1] if field in ("sender", "recipient", "actor") else taker[0].removeprefix("the ")
        )
        tail = f" {far} {taker[0]}"
    way = draw.take("way", ("owner", "from"))
    near = next((each for each in ("from", "by") if roles.get(each) == roles["owner"]), None)
    if way == "from" and near is not None and far is not None:
        head = (
            f"the {noun} of {thing} {near} {giver[0]}{tail}"
            if near == "from"
            else f"the {noun} of {thing}{tail} {near} {giver[0]}"
        )
    else:
        way, head = "owner", f"{giver[0]}'s {noun} of {thing}{tail}"
    at = draw.take("date-place", ("none", "end"))
    date = draw.take("past", PAST)
    front = draw.take("front", FRONTS)
    end = draw.take("end", ("drew criticism", "has alarmed neighbours", "surprised analysts"))
    text = f"{front}{head}{' ' + date if at == 'end' else ''} {end}."
    return Case(
        text[0].upper() + text[1:], noun, f"{row['family']}.{row['rule']}", row["kind"], fields, figure, False,
        date if at == "end" else None, (hedge, item, "noun-" + way, at, front),
    )  # fmt: skip


def cases(runs: int = RUNS, seed: str = "grid") -> Iterator[Case]:
    """Give the sentences of every verb and noun of every row, as many of each as is asked."""
    for row in grammar().rows:
        if row.get("own") or row["rule"] in SKIPPED:
            continue
        for make, words in ((_verb_case, row.get("verbs", ())), (_noun_case, row.get("nouns", ()))):
            for word in words:
                draw = Draw(f"{seed} {row['family']}.{row['rule']} {word}")
                for _ in range(runs):
                    case = make(row, word, draw)
                    if case is not None:
                        yield case


def wrong(case: Case) -> list[str]:
    """Return what is amiss with what is told of a sentence."""
    events = told(case.text)
    if len(events) != 1 or events[0].kind != case.kind:
        return [f"events {' '.join(each.kind for each in events) or 'none'}"]
    return list(_amiss(case, events[0]))


def _amiss(case: Case, event: Event) -> Iterator[str]:
    for name, ident in case.fields.items():
        got = value(event, name)
        if got != ident and not (name == "place" and ident.lower() in got.lower()):
            yield f"{name} {got} not {ident}"
    filled = event.slots["amount"].value if "amount" in event.slots else None
    if not isinstance(filled, AmountMention):
        yield "amount none"
    elif case.figure is not None and value(event, "amount") != case.figure:
        yield f"amount {value(event, 'amount')} not {case.figure}"
    if event.negated is not case.negated:
        yield f"negated {event.negated}"
    when = getattr(event.slots["when"].value, "quote", "") if "when" in event.slots else None
    if (case.when is None) is not (when is None) or (
        case.when and when and when.lower() not in case.when.lower()
    ):
        yield f"when {when} not {case.when}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every verb with every hedge")
    parser.add_argument("--only", default="", help="rows whose name begins so")
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--misses", type=int, default=2)
    options = parser.parse_args()
    part, parts = map(int, options.part.split("/"))
    by: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    chosen = (each for each in cases(RUNS if options.all else 3) if each.row.startswith(options.only))
    for number, case in enumerate(chosen):
        if number % parts != part:
            continue
        amiss = wrong(case)
        names = (
            "all",
            f"row {case.row}",
            f"word {case.row} {case.word}",
            *(f"trait {each}" for each in case.traits),
        )
        tried.update(names)
        if amiss:
            by.update((*names, *(f"amiss {each}" for each in amiss)))
            shown[case.row] += 1
            if shown[case.row] <= options.misses:
                sys.stdout.write(f"{case.row} {case.word} | {case.text} | {'; '.join(amiss)}\n")
    for name, count in sorted(by.items(), key=lambda each: -each[1])[:70]:
        sys.stdout.write(f"{count:5} of {tried[name] or '-':>5} {name}\n")


if __name__ == "__main__":
    main()

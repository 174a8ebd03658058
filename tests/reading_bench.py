"""
The metamorphic bench of the reader: sentences made from templates, and whether what is drafted follows them.

    .venv/bin/python tests/reading_bench.py --each 20 [--only transfer] [--misses 3] [--seed 1]

A template (tests/reading_templates/*.toml) is a text with slots and the records that a careful analyst would code. Of each
draw four instances are made: plain, with sender and recipient swapped, with another hedge, with another day of
publication. The records must follow. An instance is right when every record is drafted with every field that the
template states, and nothing else is drafted.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import osintkp

HOME = Path(__file__).parent / "reading_templates"
TWISTS = ("plain", "swapped", "hedged", "shifted")
NONE = "-"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

Slot = tuple[str, Any]


class Figure(NamedTuple):
    """An amount as the template means it: the mark of the notation, the number, the unit or an empty string."""

    mark: str
    number: float
    unit: str = ""


class Instance(NamedTuple):
    """One text with what is to be drafted from it."""

    template: str
    kind: str
    twist: str
    text: str
    published: str
    records: tuple[dict[str, Any], ...]


@cache
def slots() -> dict[str, Any]:
    return tomllib.loads((HOME / "slots.toml").read_text(encoding="utf-8"))


@cache
def templates() -> tuple[dict[str, Any], ...]:
    found = []
    for path in sorted(HOME.glob("*.toml")):
        if path.stem != "slots":
            rows = tomllib.loads(path.read_text(encoding="utf-8"))["template"]
            found += [row | {"class": f"{path.stem}/{row['class']}"} for row in rows]
    return tuple(found)


def worded(number: int) -> str:
    """Return a number below a million in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {worded(number % 100)}" if number % 100 else ""
        return f"{worded(number // 100)} hundred{rest}"
    rest = f" {worded(number % 1000)}" if number % 1000 else ""
    return f"{worded(number // 1000)} thousand{rest}"


def indian(number: int) -> str:
    head, tail = divmod(number, 1000)
    parts = [f"{tail:03d}"]
    while head > 99:
        head, part = divmod(head, 100)
        parts.insert(0, f"{part:02d}")
    return ",".join([str(head), *parts])


def printed(draw: random.Random, most: int) -> tuple[str, int]:
    """Return a number in one of the ways in which articles print numbers."""
    number = max(3, int(most ** draw.uniform(0.35, 1.0)))
    digits = len(str(number))
    number = round(number, 2 - digits) if digits > 2 else number
    ways = ["commas"] * 4
    if number < 100:
        ways += ["words"] * 3
    elif number < 1000 and not number % 100:
        ways += ["words"]
    if 1000 <= number < 100_000 and not 1500 <= number <= 2100:
        ways += ["plain", "thin"]
    if 100_000 <= number:
        ways += ["thin", "indian"]
    if number >= 1_000_000:
        ways += ["scaled"] * 4
    if number >= 10_000 and not number % 1000 and number < 100_000:
        ways += ["words"]
    return _printed(draw.choice(ways), number), number


def _printed(way: str, number: int) -> str:
    if way == "words":
        return worded(number)
    if way == "plain":
        return str(number)
    if way == "thin":
        return f"{number:,}".replace(",", "\u2009")
    if way == "indian":
        return indian(number)
    if way == "scaled":
        scale, name = next(pair for pair in SCALES if number >= pair[0])
        return f"{number / scale:g} {name}"
    return f"{number:,}"


class Day:
    """Dates with what they stand for, counted from a day of publication."""

    def __init__(self, published: date) -> None:
        self.published = published

    def past(self, draw: random.Random) -> Slot:
        """Return a phrase for a time before publication."""
        here = self.published
        month, back = draw.randrange(1, 13), draw.randrange(1, 5)
        day, weekday = draw.randrange(1, 29), draw.randrange(7)
        name, year = MONTHS[month - 1], here.year - back
        ways: list[Slot] = [
            (f"in {name} {year}", f"{year}-{month:02d}"),
            (f"on {day} {name} {year}", f"{year}-{month:02d}-{day:02d}"),
            (f"on {name} {day}, {year}", f"{year}-{month:02d}-{day:02d}"),
            (f"in {year}", f"{year}"),
            (f"in early {name} {year}", f"{year}-{month:02d}"),
            (f"in {name}", f"{here.year - (month > here.month)}-{month:02d}"),
            ("last year", f"{here.year - 1}"),
            ("last month", _months(here, -1)),
            (f"on {WEEKDAYS[weekday]}", (here - timedelta(days=(here.weekday() - weekday) % 7)).isoformat()),
            ("two years ago", f"{here.year - 2}"),
        ]
        return draw.choice(ways)

    def future(self, draw: random.Random) -> Slot:
        """Return a phrase for a time after publication."""
        here, month = self.published, draw.randrange(1, 13)
        ways: list[Slot] = [
            ("next year", f"{here.year + 1}"),
            ("next month", _months(here, 1)),
            (f"in {MONTHS[month - 1]} {here.year + 1}", f"{here.year + 1}-{month:02d}"),
            (f"in {MONTHS[month - 1]}", f"{here.year + (month < here.month)}-{month:02d}"),
        ]
        return draw.choice(ways)

    def since(self, draw: random.Random) -> Slot:
        """Return a phrase for a time that goes on."""
        month, year = draw.randrange(1, 13), self.published.year - draw.randrange(1, 4)
        name = MONTHS[month - 1]
        ways: list[Slot] = [
            (f"since {name} {year}", f"{year}-{month:02d}/.."),
            (f"from {name} {year} onward", f"{year}-{month:02d}/.."),
            (f"since {year}", f"{year}/.."),
            ("since last year", f"{self.published.year - 1}/.."),
        ]
        return draw.choice(ways)


def _months(day: date, step: int) -> str:
    month = day.year * 12 + day.month - 1 + step
    return f"{month // 12}-{month % 12 + 1:02d}"


def drawn(template: Mapping[str, Any], number: int, seed: int) -> Iterator[Instance]:
    """Give the four instances of one draw of a template."""
    for twist in TWISTS:
        yield _instance(template, random.Random(f"{seed}/{template['id']}/{number}"), twist)


def _instance(template: Mapping[str, Any], draw: random.Random, twist: str) -> Instance:
    published = date(2021, 6, 1) + timedelta(days=draw.randrange(1500))
    other = published + timedelta(days=draw.randrange(40, 400))
    forms = _actors(template, draw, swapped=twist == "swapped")
    forms |= _amounts(draw, hedged=twist == "hedged")
    forms |= _things(draw)
    day = other if twist == "shifted" else published
    for name in ("date", "date2", "said"):
        forms[name] = Day(day).past(random.Random(f"{name}/{draw.random()}"))
    forms["future"] = Day(day).future(random.Random(f"{draw.random()}"))
    forms["since"] = Day(day).since(random.Random(f"{draw.random()}"))
    if "place" in template:
        forms["place"] = (template["place"],) * 2
    text = _sentence(_filled(template["text"], forms))
    records = tuple({key: _meant(value, forms) for key, value in row.items()} for row in template["records"])
    return Instance(template["id"], template["class"], twist, text, day.isoformat(), records)


def _actors(template: Mapping[str, Any], draw: random.Random, *, swapped: bool) -> dict[str, Slot]:
    sender, recipient, third, fourth = draw.sample(slots()["states"], 4)
    if swapped:
        sender, recipient = recipient, sender
    group = draw.choice(slots()["groups"])
    forms: dict[str, Slot] = {"group": (group[1], group[0]), "group.poss": (_owner(group[1]), group[0])}
    for role, state in (("sender", sender), ("recipient", recipient), ("third", third), ("fourth", fourth)):
        ident, name, adjective, capital = state
        forms |= {
            role: (name, ident), f"{role}.adj": (adjective, ident), f"{role}.capital": (capital, ident), f"{role}.poss": (_owner(name), ident),
        }  # fmt: skip
        if f"{{{role}}}" in template["text"] and draw.random() < 0.15 and not template.get("names"):
            forms[role] = (capital, ident)
    phrase, actor = draw.choice(slots()["speakers"])
    forms["speaker"] = (_filled(phrase, forms), _meant(actor, forms))
    forms["anonymous"] = (draw.choice(slots()["anonymous"]), "unknown")
    return forms


def _owner(name: str) -> str:
    return name + ("'" if name.endswith("s") else "'s")


def _amounts(draw: random.Random, *, hedged: bool) -> dict[str, Slot]:
    forms: dict[str, Slot] = {}
    kinds = {"item": "arms", "item2": "arms", "goods": "goods", "goods2": "goods"}
    paths: set[str] = set()
    for name, kind in kinds.items():
        row = draw.choice([row for row in slots()[kind] if row[1].split("/")[-1] not in paths])
        paths.add(row[1].split("/")[-1])
        forms[name] = (row[0], row[1])
        forms[f"{name}.calibre"] = (f"{row[4]} mm" if len(row) > 4 and row[4] else NONE,) * 2
        forms |= _figure(draw, name, row[2], row[3], hedged=hedged, calibre=row[0][0].isdigit())
    for name, unit, most in (
        ("people", "person", 20000),
        ("people2", "person", 900),
        ("missile", "missile", 40),
        ("few", "", 40),
    ):
        forms |= _figure(draw, name, unit, most, hedged=hedged)
    return forms


def _figure(
    draw: random.Random, name: str, unit: str, most: int, *, hedged: bool, calibre: bool = False
) -> dict[str, Slot]:
    words, number = printed(draw, most)
    if calibre and number < 1000:  # nobody prints "6 152 mm howitzers"
        words = worded(number)
    hedge, mark = draw.choice(slots()["hedges"])
    vague, least = draw.choice([row for row in slots()["vague"] if row[1] <= max(most, 24)])
    bare = (words, Figure("=", number, unit))
    with_hedge = (f"{hedge} {words}", Figure(mark, number, unit))
    plain = draw.random() < 0.5
    amount = with_hedge if hedged or not plain else bare
    return {
        f"{name}.n": amount,
        f"{name}.bare": bare,
        f"{name}.vague": (vague, Figure("~..", least, unit)),
        f"{name}.upto": (f"up to {words}", Figure("<=", number, unit)),
    }


def _things(draw: random.Random) -> dict[str, Slot]:
    missile = draw.choice(slots()["missiles"])
    forms: dict[str, Slot] = {"missile": (missile[0], missile[1])}
    for name in ("forces", "towns", "venues"):
        chosen = draw.choice(slots()[name])
        forms[name.removesuffix("s") if name != "forces" else name] = (chosen, chosen)
    return forms


def _filled(text: str, forms: Mapping[str, Slot]) -> str:
    return re.sub(r"\{([a-z0-9.]+)\}", lambda match: forms[match[1]][0], text)


def _meant(value: Any, forms: Mapping[str, Slot]) -> Any:
    if isinstance(value, list):
        return [_meant(each, forms) for each in value]
    if isinstance(value, dict):
        return {key: _meant(each, forms) for key, each in value.items()}
    if isinstance(value, str) and (match := re.fullmatch(r"\{([a-z0-9.]+)\}", value)):
        return forms[match[1]][1]
    return value


def _sentence(text: str) -> str:
    """Return a text with a capital at the head of each sentence, and "an" before a vowel."""
    text = re.sub(r"\b([Aa]) (?=[AEIOUaeiou](?!krain|gand|K|AE))", r"\1n ", text)
    return re.sub(r"(?:^|(?<=[.?!] )|(?<=\n)|(?<=^\"))([a-z])", lambda match: match[1].upper(), text)


def misses(instance: Instance) -> list[str]:
    """Return what is wrong with what is drafted from an instance; nothing where it is wholly right."""
    try:
        claims = list(osintkp.read(instance.text, published=instance.published, id="a").claims)
    except Exception as error:  # noqa: BLE001  a reader that raises is wrong, and the bench goes on
        return [f"raised {error!r}"]
    wrong: list[str] = []
    matched: dict[int, osintkp.Claim] = {}
    left = list(claims)
    for number, record in enumerate(instance.records):
        best = min(left, key=lambda claim: len(_differences(record, claim)), default=None)
        if best is None or best.record.kind != record["kind"]:
            if not record.get("optional"):
                wrong.append(f"missing {record['kind']}")
            continue
        left.remove(best)
        matched[number] = best
        wrong += _differences(record, best)
    wrong += [f"extra {claim.record!r}" for claim in left]
    for number, claim in matched.items():
        wrong += _links(instance.records[number], claim, matched)
    return wrong


def _differences(record: Mapping[str, Any], claim: osintkp.Claim) -> list[str]:
    if claim.record.kind != record["kind"]:
        return [f"kind {claim.record.kind}"] * 20
    wrong = []
    stated = {"stance": "asserts", "modality": "stated", "speaker": NONE} | dict(record)
    for key, meant in stated.items():
        if key not in {"kind", "links", "optional"}:
            got = _got(claim, key)
            if not _same(key, meant, got):
                wrong.append(f"{key}: meant {meant!r}, got {got!r}")
    return wrong


def _got(claim: osintkp.Claim, key: str) -> Any:
    if key in {"stance", "modality", "speaker", "said", "via"}:
        return tuple(link.actor for link in claim.attribution) if key == "via" else getattr(claim, key)
    return getattr(claim.record, key)


def _same(key: str, meant: Any, got: Any) -> bool:
    if isinstance(meant, list) and key in {"modality", "stance", "speaker"}:
        return any(_same(key, each, got) for each in meant)
    if meant == NONE:
        return got is None or got == ()
    if isinstance(meant, Figure):
        return _same_figure(meant, got)
    if key in {"parties", "participants"}:
        return sorted(meant) == sorted(map(str, got))
    if got is None:
        return False
    if key == "speaker":
        return str(got) == meant or (len(meant) == 2 and str(got).startswith(meant.lower() + "-"))
    if key == "item":
        return str(got) == meant or str(got).startswith(f"{meant}/")
    if key == "place":
        return str(meant).casefold() in str(got).casefold()
    if key == "calibre":
        return str(got).partition(" ")[0] == str(meant).partition(" ")[0]
    return str(got) == str(meant)


def _same_figure(meant: Figure, got: osintkp.Amount | None) -> bool:
    if got is None or (meant.unit and got.unit != meant.unit) or got.comparator != meant.mark:
        return False
    if meant.mark in {"=", "~"}:
        return got.best == meant.number
    end = got.high if meant.mark in {"<", "<="} else got.low
    return got.best is None and end == meant.number


def _links(
    record: Mapping[str, Any], claim: osintkp.Claim, matched: Mapping[int, osintkp.Claim]
) -> list[str]:
    wrong = []
    for kind, number, *value in record.get("links", []):
        other = matched.get(int(number))
        if other is None or not any(
            link.kind.value == kind and link.claim == other.id and (not value or str(link.value) == value[0])
            for link in claim.links
        ):
            wrong.append(f"no link {kind} to record {number}")
    return wrong


class Score:
    """How many instances of what are wholly right."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def take(self, instance: Instance, *, right: bool) -> None:
        for name in (instance.template, instance.kind, f"twist/{instance.twist}", "all"):
            self.tried[name] += 1
            self.right[name] += right

    def share(self, name: str) -> float:
        return self.right[name] / self.tried[name] if self.tried[name] else 0.0

    def lines(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield f"{self.share(name):6.3f}  {self.right[name]:5d} / {self.tried[name]:5d}  {name}"


def measure(each: int, seed: int = 1, only: str = "", shown: int = 0) -> Score:
    """Return the score of all templates whose class or id holds a word, with some misses printed."""
    score = Score()
    for template in templates():
        if only in template["class"] or only in template["id"]:
            told = 0
            for number in range(max(1, each // len(TWISTS))):
                for instance in drawn(template, number, seed):
                    wrong = misses(instance)
                    score.take(instance, right=not wrong)
                    if wrong and told < shown:
                        told += 1
                        sys.stdout.write(
                            f"\n{instance.template} ({instance.twist}, {instance.published})\n  {instance.text!r}\n"
                        )
                        sys.stdout.write("".join(f"    {each}\n" for each in wrong))
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--each", type=int, default=20, help="instances of each template")
    parser.add_argument("--only", default="", help="a part of a class or of the id of a template")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=3, help="misses printed of each template")
    asked = parser.parse_args()
    score = measure(asked.each, asked.seed, asked.only, asked.misses)
    ids = [row["id"] for row in templates() if score.tried[row["id"]]]
    classes = sorted({row["class"] for row in templates() if score.tried[row["class"]]})
    sys.stdout.write(
        "\n" + "\n".join(score.lines([*ids, *classes, *(f"twist/{twist}" for twist in TWISTS), "all"])) + "\n"
    )


if __name__ == "__main__":
    main()

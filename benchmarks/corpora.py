"""
Corpora by chance, as JSON Lines: realistic claims about shipments, losses, deployments, seizures, tests and meetings.

Twenty claims are told of a topic on average, by a log-normal law: of a few topics much, of many little. A topic has parties,
goods and a true figure. What is told of it is that figure, rounded and hedged in one way or another, half of the time in the same
words, so that all that is told can hold; a running total rises month by month, as counts do. In a share of the topics, the
faulty ones, the figures themselves differ by some tenth, so that nearly every two of them clash and running totals fall.

The days of the sources go from the first to the last; a topic is told of for some years and then no more. Lines are given as they
are drawn, in a memory that does not grow with their number. The same seed gives the same lines.

Run it with ``python benchmarks/corpora.py 100000 folder --seed 7``; ``--faults 1`` lets figures clash in every topic.
"""

from __future__ import annotations

import argparse
import json
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from random import Random
from statistics import NormalDist
from typing import Any, NamedTuple

from osintkp.vocabulary import actors

PER_TOPIC, PER_SOURCE, PER_FILE = 20, 25, 50_000
FAULTS, SPREAD, VERSIONS = 0.03, 0.15, 8
FIRST, LAST = date(2014, 1, 1), date(2025, 6, 30)
SOONEST, LATEST = 190, 1490  # days after its beginning between which a topic is told of
DRAWS, KEPT = 60, 20_000
GOODS = {
    "munitions/artillery/shell": "round", "vehicles/tank": "tank", "fuel/crude": "barrel", "fuel/refined/diesel": "tonne",
    "munitions/mortar": "round", "aircraft/uncrewed": "drone", "food/grain/wheat": "tonne", "vehicles/truck": "truck",
    "munitions/rocket": "round", "missiles/ballistic": "missile", "weapons/small-arms": "rifle", "aid/food": "truck",
}  # fmt: skip
TESTED = (
    "missiles/ballistic",
    "missiles/cruise",
    "missiles/anti-ship",
    "missiles/anti-tank",
    "missiles/air-to-air",
)
# One topic in twenty is about a test; this row is gone through again and again, so that each kind has its share at every size.
KINDS = (
    "shipment", "loss", "shipment", "troop_deployment", "shipment", "shipment", "seizure", "shipment", "loss", "shipment",
    "weapons_test", "shipment", "shipment", "meeting", "shipment", "loss", "shipment", "statement", "shipment", "shipment",
)  # fmt: skip
MEASURES: dict[str, tuple[str | None, ...]] = {
    "shipment": ("flow", "flow", "cumulative", "stock", None),
    "loss": ("cumulative", "flow"),
    "troop_deployment": ("stock",),
}
VERBS = {
    "shipment": ("were sent", "arrived", "were handed over"),
    "loss": ("were lost",),
    "troop_deployment": ("were seen", "are there"),
}
MODALITIES = {None: 75, "estimated": 10, "alleged": 10, "capacity": 2.5, "pledged": 2.5}
PLACES = (
    "Port Sudan", "Aden", "Goma", "Benghazi", "Mekelle", "Stepanakert", "Bamako", "Mogadishu", "Sittwe", "Idlib",
)  # fmt: skip
RANKS = NormalDist()
Coded = dict[str, Any]


class Form(NamedTuple):
    """A figure in words: the hedge, the sign that stands for it, the number."""

    words: str
    sign: str
    number: int


class Told(NamedTuple):
    """A claim that others may repeat: its id, what it says, and up to which month it counts."""

    id: str
    quote: str
    modality: str | None
    record: Coded
    months: int


class Topic:
    """
    What is told of again and again.

    Attributes:
        kind: The kind of record.
        one: Whom it is about.
        other: The one on the other side.
        item: The goods.
        place: Where.
        size: The true figure, of a running total that of its first month.
        measure: What the figure counts.
        begin: The first day of a month, from which its windows count.
        months: How many months its window has, if it is no running one.
        versions: What the figures are multiplied with: by one alone, in a faulty topic by this or that.
    """

    def __init__(self, number: int, seed: int, faults: float) -> None:
        random = Random(f"{seed}:{number}")  # noqa: S311  figures by chance, no secrets
        turn, place = divmod(number, len(KINDS))
        self.kind = KINDS[place]
        nth = turn * KINDS.count(self.kind) + KINDS[:place].count(self.kind)
        self.one, self.other = _parties(nth, _actors(seed))
        again = nth // len(_actors(seed))  # how often the same one had a topic of this kind before
        self.place = PLACES[again % len(PLACES)]
        self.item = TESTED[again // len(PLACES) % len(TESTED)]
        if self.kind != "weapons_test":
            self.item = tuple(GOODS)[(again + number) % len(GOODS)]
        self.size = round(10 ** random.uniform(1.3, 5.7))
        self.measure = random.choice(MEASURES.get(self.kind, (None,)))
        self.begin = _begun(number, seed)
        self.months = random.randint(1, 6)
        faulty = random.random() < faults
        self.versions = [random.lognormvariate(0, SPREAD) for _ in range(VERSIONS)] if faulty else [1.0]

    @property
    def unit(self) -> str:
        """Return what is counted."""
        return {"troop_deployment": "person", "weapons_test": "missile"}.get(self.kind) or GOODS[self.item]


class Corpus:
    """The draws of one corpus; in memory are a bounded number of topics and of claims that may be repeated."""

    def __init__(self, claims: int, seed: int, faults: float) -> None:
        self.claims, self.seed, self.faults = claims, seed, faults
        self.random = Random(seed)  # noqa: S311  figures by chance, no secrets
        self.topics = max(1, claims // PER_TOPIC)
        self.topic = lru_cache(maxsize=KEPT)(lambda number: Topic(number, seed, faults))
        self.media = [each for each in actors.ids() if actors.kind(each) == "media"]
        self.told: OrderedDict[int, Told] = OrderedDict()

    def lines(self) -> Iterator[str]:
        """Give the sources, each followed by its claims."""
        for first in range(0, self.claims, PER_SOURCE):
            source = f"s{first // PER_SOURCE}"
            day = self.day(first)
            yield _line(self.source(source, day))
            for place in range(min(PER_SOURCE, self.claims - first)):
                yield _line({"claim": self.claim(self.draw(day), f"{source}/c{place}", place, day)})

    def day(self, number: int) -> date:
        """Return the day of the source that has a claim by its number: from the first day to the last."""
        return FIRST + timedelta(days=(LAST - FIRST).days * number // self.claims)

    def draw(self, day: date) -> int:
        """
        Return the number of a topic that is told of on a day.

        Its number is its rank by size: the logarithm of the size of a claim's topic is normal about one, of a topic's about zero.
        """
        for _ in range(DRAWS):
            number = int(self.topics * RANKS.cdf(self.random.gauss(1, 1)))
            number = min(number, self.topics - 1)
            if SOONEST <= (day - _begun(number, self.seed)).days < LATEST:
                break
        return number

    def source(self, name: str, day: date) -> Coded:
        """Return a source that came out on a day."""
        head = {
            "id": name,
            "title": f"Report {name[1:]} of the day",
            "publisher": self.random.choice(self.media),
        }
        rest = {
            "published": day.isoformat(),
            "language": "en",
            "reliability": self.random.choice("AABBBCCDF"),
        }
        return {"schema": "osintkp/1", "source": head | rest}

    def claim(self, number: int, name: str, place: int, day: date) -> Coded:
        """Return a claim about a topic, its ways to be told drawn one by one."""
        random, topic, before = self.random, self.topic(number), self.told.get(number)
        kind = random.choices((None, "repeats", "part_of", "revises", "supports"), (90, 6, 2, 1, 1))[0]
        link = kind if before is not None else None
        if before is None or link not in ("repeats", "part_of"):
            told = self.telling(topic, name, self.month(topic, day))
        else:
            told = before if link == "repeats" else self.part(topic, before)
        start = place * 160 + random.randrange(40)
        coded: Coded = {"id": name.partition("/")[2], "quote": told.quote}
        coded["span"] = [start, start + len(told.quote)]
        if link != "repeats":
            coded |= self.voice(topic, day)
        if told.modality is not None:
            coded["modality"] = told.modality
        if random.random() < 0.1:
            coded["credibility"] = random.randint(1, 6)
        if link is not None and before is not None:
            coded["links"] = [{"kind": link, "claim": before.id}]
        else:
            self.keep(number, told)
        return coded | {topic.kind: told.record}

    def month(self, topic: Topic, day: date) -> int:
        """Return up to which month of a topic a claim of some day counts: mostly the last that is over."""
        months = (day.year - topic.begin.year) * 12 + day.month - topic.begin.month - 1
        return max(0, months - self.random.choice((0, 0, 0, 1, 2)))

    def telling(self, topic: Topic, name: str, months: int, share: float = 1.0) -> Told:
        """Return what a claim says: the figure up to some month, or a share of it."""
        random = self.random
        grown = 1 + months / 5 if topic.measure == "cumulative" else 1
        exact = max(1, round(topic.size * grown * share * random.choice(topic.versions)))
        form = random.choices(forms(exact, rough=len(topic.versions) > 1), WEIGHTS)[0]
        verb = random.choice(VERBS.get(topic.kind, ("were counted", "were reported")))
        modality = random.choices(list(MODALITIES), list(MODALITIES.values()))[0]
        quote = f"{form.words}{form.number:,} {topic.unit}s {verb}"
        return Told(name, quote, modality, _record(topic, form, _when(random, topic, months)), months)

    def part(self, topic: Topic, whole: Told) -> Told:
        """Return what is told of a part, for the window of its whole."""
        told = self.telling(topic, whole.id, whole.months, 0.3)
        window = {"when": whole.record["when"]} if "when" in whole.record else {}
        return told._replace(modality=whole.modality, record=told.record | window)

    def voice(self, topic: Topic, day: date) -> Coded:
        """Return who says it and when; nothing where the source speaks in its own voice."""
        random, coded = self.random, Coded()
        speaker = random.choice((None, None, topic.one, topic.other, "un", "US", "unknown"))
        if speaker is not None:
            coded["speaker"] = speaker
            if random.random() < 0.3:
                coded["via"] = [random.choice(self.media)]
            if random.random() < 0.3:
                coded["role"] = random.choice(("spokesman", "defence minister", "official"))
            if random.random() < 0.2:
                coded["said"] = (day - timedelta(days=random.randrange(4))).isoformat()
        return coded

    def keep(self, number: int, told: Told) -> None:
        """Remember what was told last of a topic, and of no more topics than a fixed number."""
        self.told[number] = told
        self.told.move_to_end(number)
        if len(self.told) > KEPT:
            self.told.popitem(last=False)


def lines(claims: int, seed: int = 0, faults: float = FAULTS) -> Iterator[str]:
    """Give a corpus of so many claims, a source or a claim a line."""
    return Corpus(claims, seed, faults).lines()


WEIGHTS = (45, 10, 10, 15, 5, 5, 5, 5)


@lru_cache(maxsize=KEPT)
def forms(exact: int, *, rough: bool = False) -> tuple[Form, ...]:
    """
    Return the ways to print a figure; each leaves room for it, since a rounded number stands for what rounds to it.

    A number in one digit does so only with a hedge; ``rough`` prints it without.
    """
    one, two, three = (_rounded(exact, digits) for digits in (1, 2, 3))
    below = two if two <= exact else _rounded(exact - 10 ** max(0, len(str(exact)) - 2) // 2, 2)
    return (
        Form("", "", two),
        Form("", "", three),
        Form("", "", one if rough else exact),
        Form("about ", "~", two),
        Form("some ", "~", one),
        Form("more than ", ">", max(0, min(below, exact - 1))),
        Form("at least ", ">=", min(below, exact)),
        Form("up to ", "<=", max(two, exact)),
    )


def _rounded(number: int, digits: int) -> int:
    return int(float(f"{number:.{digits}g}"))


@lru_cache(maxsize=1)
def _actors(seed: int) -> tuple[str, ...]:
    """Return the states and armed groups that stand for themselves, shuffled."""
    found = [
        each
        for each in actors.ids()
        if actors.kind(each) in ("state", "armed_group") and actors.root(each) == each
    ]
    Random(seed).shuffle(found)  # noqa: S311  figures by chance, no secrets
    return tuple(found)


def _parties(nth: int, among: tuple[str, ...]) -> tuple[str, str]:
    """Return the parties of the nth topic of a kind: every two come once before any come again."""
    turn, first = divmod(nth, len(among))
    return among[first], among[(first + 1 + turn % (len(among) - 1)) % len(among)]


def _begun(number: int, seed: int) -> date:
    """Return the day on which a topic begins: the first of a month, scattered so that some are told of at any time."""
    days = (LAST - FIRST).days + LATEST - SOONEST
    scattered = (number + 1) * 2_654_435_761 + seed * 40_503
    return (FIRST + timedelta(days=scattered % days - LATEST)).replace(day=1)


def _after(begin: date, months: int) -> date:
    """Return the last day of the month that comes so many months after another."""
    year, month = divmod(begin.year * 12 + begin.month + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def _when(random: Random, topic: Topic, months: int) -> str:
    """Return the window of a figure, to the day or to the month."""
    last = _after(topic.begin, months if topic.measure in ("cumulative", "stock") else topic.months - 1)
    if topic.measure == "stock":
        return random.choice((last.isoformat(), last.isoformat(), f"{last:%Y-%m}"))
    forms = (f"{topic.begin}/{last}", f"{topic.begin:%Y-%m}/{last:%Y-%m}")
    if topic.measure == "cumulative":
        return random.choices(forms, (3, 1))[0]
    return random.choices((*forms, f"{topic.begin:%Y-%m}", f"{topic.begin:%Y}"), (4, 3, 2, 1))[0]


def _record(topic: Topic, form: Form, when: str) -> Coded:
    amount = f"{form.sign}{form.number} {topic.unit}"
    goods = {"item": topic.item, "amount": amount}
    measure = {} if topic.measure is None else {"measure": topic.measure}
    place = topic.place
    shapes: dict[str, Coded] = {
        "shipment": {"sender": topic.one, "recipient": topic.other, **goods, **measure, "when": when},
        "loss": {"actor": topic.one, "by": topic.other, **goods, **measure, "place": place, "when": when},
        "troop_deployment": {"sender": topic.one, "recipient": topic.other, "amount": amount, **measure, "place": place, "when": when},
        "seizure": {"actor": topic.one, "recipient": topic.other, **goods, "when": when},
        "weapons_test": {"actor": topic.one, **goods, "place": place, "when": when},
        "meeting": {"participants": [topic.one, topic.other], "place": place, "when": when},
        "statement": {"about": [topic.one, topic.other], "text": "the two sides will work together more closely"},
    }  # fmt: skip
    return shapes[topic.kind]


def _line(data: Coded) -> str:
    return json.dumps(data, ensure_ascii=False)


def write(claims: int, folder: Path, seed: int = 0, faults: float = FAULTS) -> list[Path]:
    """Write a corpus into files of a folder, none too large to be read, and return these; what is there stays."""
    folder.mkdir(parents=True, exist_ok=True)
    every, files = lines(claims, seed, faults), []
    step = PER_FILE + PER_FILE // PER_SOURCE
    for number in range(-(-claims // PER_FILE)):
        files.append(folder / f"{number:04}.jsonl")
        some = islice(every, step)
        if files[-1].exists():
            all(some)  # the draws that follow depend on those before
            continue
        with files[-1].open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in some)
    return files


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a corpus by chance.")
    parser.add_argument("claims", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--faults", type=float, default=FAULTS, help="share of topics whose figures clash")
    given = parser.parse_args()
    print(*write(given.claims, given.folder, given.seed, given.faults), sep="\n")

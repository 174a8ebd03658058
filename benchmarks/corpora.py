"""
Corpora by chance, as JSON Lines: realistic claims about shipments, losses, deployments, tests, treaties and more.

A number of topics is drawn first, twenty claims to each on average and few that are told much of. A topic has parties, goods
and a handful of figures, each with the one who gave it; a claim tells one of these figures again, in other words and with other
hedges, repeats a claim that came before, or brings a new one. The same seed gives the same lines.

Run it with ``python benchmarks/corpora.py 100000 folder --seed 7``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from osintkp.vocabulary import actors

PER_TOPIC, PER_SOURCE, PER_FILE = 20, 25, 50_000
FIRST, LAST = date(2014, 1, 1), date(2025, 6, 30)
GOODS = {
    "munitions/artillery/shell": "round", "munitions/mortar": "round", "munitions/rocket": "round", "vehicles/tank": "tank",
    "vehicles/truck": "truck", "aircraft/uncrewed": "drone", "missiles/ballistic": "missile", "weapons/small-arms": "rifle",
    "fuel/crude": "barrel", "fuel/refined/diesel": "tonne", "food/grain/wheat": "tonne", "aid/food": "truck",
}  # fmt: skip
KINDS = {
    "shipment": 55, "loss": 16, "troop_deployment": 9, "seizure": 7, "weapons_test": 5, "meeting": 4, "statement": 3, "limit": 1,
}  # fmt: skip
HEDGES = {"": "", "about ": "~", "some ": "~", "more than ": ">", "at least ": ">=", "up to ": "<="}
PLACES = (
    "Port Sudan",
    "Aden",
    "Goma",
    "Benghazi",
    "Mekelle",
    "Stepanakert",
    "Bamako",
    "Mogadishu",
    "Sittwe",
    "Idlib",
)
Coded = dict[str, Any]


class Topic:
    """
    What is told of again and again: parties, goods, and the figures that those who know have given.

    Attributes:
        figures: Each figure with who gave it: the record's varying fields, and the attribution.
        told: Whole ids of the claims so far.
    """

    def __init__(self, random: Random, states: list[str]) -> None:
        self.kind = random.choices(list(KINDS), list(KINDS.values()))[0]
        self.one, self.other = random.sample(states, 2)
        self.item = random.choice(list(GOODS))
        self.size = round(10 ** random.uniform(0.7, 5.7))
        self.begin = FIRST + timedelta(days=random.randrange((LAST - FIRST).days - 400))
        self.figures: list[tuple[Coded, str | None]] = []
        self.told: list[str] = []


def lines(claims: int, seed: int = 0) -> Iterator[str]:
    """Give a corpus of so many claims, a source or a claim a line."""
    random = Random(seed)  # noqa: S311  figures by chance, no secrets
    states = [each for each in actors.ids() if actors.kind(each) == "state"]
    media = [each for each in actors.ids() if actors.kind(each) == "media"]
    topics = [Topic(random, states) for _ in range(max(1, claims // PER_TOPIC))]
    weights = [random.lognormvariate(0, 1) for _ in topics]
    drawn = random.choices(topics, weights, k=claims)
    for number in range(0, claims, PER_SOURCE):
        source = f"s{number // PER_SOURCE}"
        published = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
        yield _line(_source(random, source, published, media))
        for place, topic in enumerate(drawn[number : number + PER_SOURCE]):
            yield _line({"claim": _claim(random, topic, source, place, media)})


def _line(data: Coded) -> str:
    return json.dumps(data, ensure_ascii=False)


def _source(random: Random, name: str, published: date, media: list[str]) -> Coded:
    head = {"id": name, "title": f"Report {name[1:]} of the day", "publisher": random.choice(media)}
    rest = {"published": published.isoformat(), "language": "en", "reliability": random.choice("ABCDF")}
    return {"schema": "osintkp/1", "source": head | rest}


def _claim(random: Random, topic: Topic, source: str, place: int, media: list[str]) -> Coded:
    words, (told, speaker) = random.choice(list(HEDGES)), _figure(random, topic)
    record = _record(topic, told, HEDGES[words])
    start = place * 160 + random.randrange(40)
    quote = f"{words}{told['number']:,} {_unit(topic)}s {random.choice(('were sent', 'arrived', 'were seen', 'had gone'))}"
    coded: Coded = {"id": f"c{place}", "quote": quote, "span": [start, start + len(quote)]}
    if speaker is not None:
        coded["speaker"] = speaker
        if random.random() < 0.3:
            coded["via"] = [random.choice(media)]
        if random.random() < 0.3:
            coded["role"] = random.choice(("spokesman", "defence minister", "official"))
    if random.random() < 0.3:
        coded["modality"] = random.choice(("estimated", "alleged", "capacity", "pledged"))
    if random.random() < 0.1:
        coded["said"] = told["when"].partition("/")[0]
    if random.random() < 0.1:
        coded["credibility"] = random.randint(1, 6)
    if topic.told and random.random() < 0.1:
        kind = random.choices(("repeats", "part_of", "revises", "supports"), (6, 2, 1, 1))[0]
        coded["links"] = [{"kind": kind, "claim": random.choice(topic.told[-8:])}]
    topic.told.append(f"{source}/c{place}")
    return coded | {topic.kind: record}


def _figure(random: Random, topic: Topic) -> tuple[Coded, str | None]:
    """Return a figure of a topic with who gave it: one that was given before, more often than not."""
    if topic.figures and random.random() < 0.7:
        return random.choice(topic.figures)
    exact = round(topic.size * random.lognormvariate(0, 0.15)) or 1
    digits = random.choice((1, 2, 2, 2, 3, 6))
    number = int(float(f"{exact:.{digits}g}"))
    speaker = random.choice((None, None, topic.one, topic.other, "un", "US", "unknown"))
    figure = ({"number": number, "when": _when(random, topic)}, speaker)
    topic.figures.append(figure)
    return figure


def _when(random: Random, topic: Topic) -> str:
    first = topic.begin + timedelta(days=30 * random.randrange(3))
    last = first + timedelta(days=random.choice((30, 90, 180, 365)))
    forms = (
        first.isoformat(),
        f"{first:%Y-%m}",
        f"{first:%Y-%m}",
        f"{first:%Y}",
        f"{first:%Y-%m}/{last:%Y-%m}",
        f"{first}/{last}",
    )
    return random.choice(forms)


def _unit(topic: Topic) -> str:
    return {"troop_deployment": "person", "meeting": "meeting", "weapons_test": "missile"}.get(
        topic.kind, GOODS[topic.item]
    )


def _record(topic: Topic, told: Coded, sign: str) -> Coded:
    amount, when = f"{sign}{told['number']} {_unit(topic)}", told["when"]
    pair = {"sender": topic.one, "recipient": topic.other}
    goods = {"item": topic.item, "amount": amount}
    measure = {"measure": ("cumulative", "flow", "stock")[topic.size % 3]}
    place = PLACES[topic.size % len(PLACES)]
    shapes: dict[str, Coded] = {
        "shipment": {**pair, **goods, **measure, "when": when},
        "loss": {"actor": topic.one, "by": topic.other, **goods, "place": place, "when": when},
        "troop_deployment": {**pair, "amount": amount, "place": place, "when": when},
        "seizure": {"actor": topic.one, "recipient": topic.other, **goods, "when": when},
        "weapons_test": {"actor": topic.one, "item": "missiles/ballistic", "amount": amount, "when": when},
        "meeting": {"participants": [topic.one, topic.other], "place": place, "when": when},
        "statement": {"about": [topic.one, topic.other], "text": "the two sides will work together more closely"},
        "limit": {"on": topic.one, "authority": "un", "item": topic.item, "amount": f"<={told['number']} {_unit(topic)}", "since": when.partition("/")[0]},
    }  # fmt: skip
    return shapes[topic.kind]


def write(claims: int, folder: Path, seed: int = 0) -> list[Path]:
    """Write a corpus into files of a folder, none too large to be read, and return these; what is there stays."""
    folder.mkdir(parents=True, exist_ok=True)
    every, files = list(lines(claims, seed)), []
    step = PER_FILE + PER_FILE // PER_SOURCE
    for number, first in enumerate(range(0, len(every), step)):
        files.append(folder / f"{number:04}.jsonl")
        if not files[-1].exists():
            files[-1].write_text("\n".join(every[first : first + step]) + "\n", encoding="utf-8")
    return files


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a corpus by chance.")
    parser.add_argument("claims", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    print(*write(given.claims, given.folder, given.seed), sep="\n")

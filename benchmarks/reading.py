"""
How fast articles are read: finding figures, finding everything, drafting claims; beside a bare scan and other readers.

Everything runs in one process, turn by turn, on the same text, so that a busy machine slows all alike. The text is made
here, from a seed: reporting of many countries, with the density of figures and names that news has. quantulum3 is
measured where it is installed. The second table reads one megabyte of hostile text, and twice as much: a reader that is
linear in length takes about twice as long.

Run it with ``python benchmarks/reading.py``, or on texts of your own: ``python benchmarks/reading.py FILE ...``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from importlib import import_module, util
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

import osintkp

STATES = [
    "Sudan",
    "Chad",
    "Libya",
    "Egypt",
    "Iran",
    "Yemen",
    "Ethiopia",
    "Eritrea",
    "Rwanda",
    "Mali",
    "Niger",
    "Poland",
    "Norway",
    "Armenia",
    "Turkey",
    "India",
]
GOODS = [
    "artillery shells",
    "drones",
    "122 mm rockets",
    "armoured vehicles",
    "barrels of diesel",
    "tonnes of flour",
    "rifles",
]
HEDGES = ["", "about ", "more than ", "up to ", "nearly ", "at least "]
SAYS = [
    "officials in {a} said on Friday",
    "the {a} foreign ministry denied",
    "analysts estimate",
    "a UN report found in {y}",
]
FILLER = (
    "The road to the border has been closed for most of the season, and the people who live along it trade by boat. "
    "Prices in the market rose again, while the council argued about who should repair the bridge and who should pay. "
    "Nobody in the town expects the talks to end soon, and few of those who left have come back to their houses. "
)
SIZES = (1, 2)
HOSTILE = {
    "1 1 1 1": "1 ", "nested quotes": '"\u201c\'', "brackets": "([{", "one endless sentence": "and Sudan sent 12 tanks to Chad ",
    "numbers with commas": "1,000,", "words that hedge": "more than about up to ", "line ends": "\n", "one letter": "a",
}  # fmt: skip


def article(draw: Random) -> str:
    """Return one made article of about two kilobytes."""
    parts = []
    for _ in range(6):
        one, other = draw.sample(STATES, 2)
        says = draw.choice(SAYS).format(a=one, y=draw.randint(1990, 2025))
        count, goods, hedge = draw.choice([12, 300, 6700, 13000]), draw.choice(GOODS), draw.choice(HEDGES)
        parts.append(
            f"{one} sent {hedge}{count:,} {goods} to {other} in March {draw.randint(2000, 2025)}, {says}. "
        )
        parts.append(FILLER)
    return "".join(parts) + "\n\n"


def text_of(size: int) -> str:
    """Return a made text of about a number of code points, the same each time."""
    draw = Random(26)  # noqa: S311  a made text is no secret
    found, length = [], 0
    while length < size:
        found.append(article(draw))
        length += len(found[-1])
    return "".join(found)


def readers() -> dict[str, Callable[[str], object]]:
    """Return what is measured, by name."""
    words = re.compile(r"[a-z]+|\d+|[^\w\s]")
    found: dict[str, Callable[[str], object]] = {
        "a scan for words alone": lambda text: words.findall(text.lower()),
        "find: amounts": lambda text: osintkp.find(text).amounts,
        "find: everything": everything,
        "read": lambda text: osintkp.read(text, published="2025-06-01"),
    }
    if util.find_spec("quantulum3"):
        found["quantulum3"] = import_module("quantulum3.parser").parse
    return found


def everything(text: str) -> object:
    """Find every kind of mention."""
    seen = osintkp.find(text)
    return seen.amounts, seen.dates, seen.actors, seen.places, seen.items, seen.cues


def seconds(reader: Callable[[str], object], text: str) -> float:
    """Return the CPU time that a reader takes."""
    started = process_time()
    reader(text)
    return process_time() - started


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="Measure how fast articles are read.")
    parser.add_argument("files", nargs="*", type=Path, help="texts to read; a made one without")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=int, default=200_000, help="code points of the made text")
    options = parser.parse_args()
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in options.files) or text_of(options.size)
    speeds(text, options.runs)
    lengths(options.size)
    return 0


def speeds(text: str, runs: int) -> None:
    """Print the speed of each reader, and how it stands to the slowest peer and to a bare scan."""
    every = readers()
    for reader in every.values():
        reader(text[:20_000])
    times = {name: median(seconds(reader, text) for _ in range(runs)) for name, reader in every.items()}
    scan, peer = times["a scan for words alone"], times.get("quantulum3")
    print(f"{len(text):,} code points, median of {runs}")
    for name, took in times.items():
        ratio = f"{peer / took:8.1f} x quantulum3" if peer else "quantulum3 is not installed"
        print(f"{name:26} {len(text) / took / 1e6:8.2f} MB/s  {took / scan:7.1f} x the scan  {ratio}")


def lengths(size: int) -> None:
    """Print how the time grows with the length of hostile text: 2.0 is linear."""
    print(f"\nread: {2 * size:,} code points of hostile text / {size:,}")
    for name, piece in HOSTILE.items():
        small, large = (piece * (each * size // len(piece)) for each in SIZES)
        one, two = seconds(osintkp.read, small), seconds(osintkp.read, large)
        print(f"{name:26} {two / max(one, 1e-6):5.2f}  ({len(large) / max(two, 1e-6) / 1e6:.2f} MB/s)")


if __name__ == "__main__":
    raise SystemExit(main())

"""
Measure how often each rule of the reader is right, and write it to tables/reading/confidence.toml.

    python tools/calibrate_reading.py FOLDER... [--write]

A folder holds articles and gold/*.json, their hand coding (see shared/reading/SCHEMA.md). A draft belongs to a coded record
of its kind, on its words, with its figure; of those, each field is right or wrong under the rule that filled it. Prints
the expected calibration error of the drafts as they are, and by tables measured on the other articles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import osintkp
from osintkp.dates import When
from osintkp.vocabulary.scales import Answer

TABLE = Path(__file__).parents[1] / "tables" / "reading" / "confidence.toml"
KINDS = {
    "shipment": "shipment", "pledge": "shipment", "deployment": "troop_deployment", "treaty": "treaty", "meeting": "meeting",
    "test": "weapons_test", "cap": "limit", "loss": "loss", "seizure": "seizure",
}  # fmt: skip
MODALITIES = {
    "asserted": ("stated",), "estimated": ("estimated", "capacity"), "alleged": ("alleged",), "predicted": ("predicted",),
    "conditional": ("conditional", "capacity"), "pledged": ("pledged", "authorised"),
}  # fmt: skip
SENDERS = ("sender", "actor", "authority", "parties", "participants")
RECIPIENTS = ("recipient", "on", "by", "parties", "participants")
EITHER = ("loss", "seizure", "limit")
DATES = ("when", "signed", "since")
SECTIONS = ("kind", "party", "when", "stance", "modality", "speaker")
FEWEST = 5
STEP = 0.05
MOST = 0.95  # nothing is sure: articles that the rules were not made on are read worse
BINS = 10


class Trial(NamedTuple):
    """One field of one draft: whether it was right, what filled it, how sure the draft was."""

    section: str
    rule: str
    right: bool
    sure: float | None


def articles(folders: Iterable[Path]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give the text and the hand coding of every article of some folders."""
    for folder in folders:
        for path in sorted((folder / "gold").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            yield (folder / gold["file"]).read_text(encoding="utf-8"), gold


def trials(text: str, gold: Mapping[str, Any]) -> Iterator[Trial]:
    """Give every field of every draft of an article whose truth the hand coding tells."""
    drafts = [
        claim for claim in osintkp.read(text, published=gold.get("published"), id="a").claims if claim.draft
    ]
    pairs = dict(_pairs(drafts, gold["records"]))
    for number, claim in enumerate(drafts):
        if claim.kind not in KINDS.values() or claim.draft is None:
            continue
        sure = claim.draft.confidence.get("kind")
        yield Trial("kind", claim.draft.rules[0], number in pairs, sure)
        if number in pairs:
            yield from _fields(claim, pairs[number])


def _pairs(
    drafts: list[osintkp.Claim], records: list[Mapping[str, Any]]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    ranked = sorted(
        (-sum(each.right for each in _fields(claim, record)), one, number)
        for one, record in enumerate(records)
        for number, claim in enumerate(drafts)
        if KINDS.get(record["kind"]) == claim.kind and _on(claim, record) and _figure(claim, record)
    )
    coded: set[int] = set()
    drafted: set[int] = set()
    for _, one, number in ranked:
        if one not in coded and number not in drafted:
            coded.add(one)
            drafted.add(number)
            yield number, records[one]


def _on(claim: osintkp.Claim, record: Mapping[str, Any]) -> bool:
    return any(max(record["start"], s.start or 0) < min(record["end"], s.end or 0) for s in claim.spans)


def _figure(claim: osintkp.Claim, record: Mapping[str, Any]) -> bool:
    amount, coded = claim.amount, record.get("amount")
    if amount is None or coded is None:
        return amount is None and not coded
    low, high = coded.get("lower"), coded.get("upper")
    if low is not None and low == high and amount.best is not None:
        return bool(abs(low - amount.best) <= 1e-6 * max(1.0, abs(low)))
    return all(want in (None, got) for want, got in ((low, amount.low), (high, amount.high)))


def _fields(claim: osintkp.Claim, record: Mapping[str, Any]) -> Iterator[Trial]:
    """Give the fields of a draft that a coded record can tell right from wrong."""
    assert claim.draft is not None
    rules = dict(rule.partition(":")[::2] for rule in claim.draft.rules[1:])
    sure = claim.draft.confidence
    sides = {"sender": SENDERS, "recipient": RECIPIENTS}
    both = _ids(record.get("sender")) | _ids(record.get("recipient"))
    for side, names in sides.items():
        want = both if claim.kind in EITHER else _ids(record.get(side))
        for name in names:
            value = claim.record.of(name)
            if value and want and name in rules:
                yield Trial("party", rules[name], bool(want & _ids(value)), sure.get(name))
                break
    for name in DATES:
        value = claim.record.of(name)
        if isinstance(value, When) and name in rules:
            yield Trial("when", rules[name], _when(record.get("when"), value), sure.get(name))
    voice = rules.get("voice", "")
    denied = record["stance"] == "denied"
    yield Trial("stance", voice, (claim.stance == "denies") == denied, sure.get("stance"))
    if not denied:
        yield Trial("modality", voice, claim.modality in MODALITIES[record["stance"]], sure.get("modality"))
    told = record.get("speaker") is not None
    heard = claim.speaker is not None if told else claim.speaker not in (None, "unknown")
    yield Trial("speaker", voice, told == heard, sure.get("speaker"))


def _ids(value: object) -> set[str]:
    each = value if isinstance(value, (list, tuple)) else () if value is None else (value,)
    return {str(one).upper() for one in each}


def _when(coded: str | None, found: When) -> bool:
    return coded is not None and When.parse(coded).overlaps(found) is not Answer.NO


def measured(found: Iterable[Trial]) -> dict[str, dict[str, tuple[float, int]]]:
    """Return by section and rule how often it was right, with how many cases; ``*`` stands for all of a section."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    tried: dict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        for rule in (each.rule, "*"):
            tried[each.section][rule] += 1
            right[each.section][rule] += each.right
    return {
        section: {
            rule: (
                _rounded((right[section][rule] + 2 * _share(right[section], tried[section])) / (count + 2)),
                count,
            )
            for rule, count in sorted(tried[section].items())
            if count >= FEWEST or rule == "*"
        }
        for section in SECTIONS
    }


def _share(right: Counter[str], tried: Counter[str]) -> float:
    """Return the share of right ones in a section, to which few cases are drawn, as if two more had it."""
    return (right["*"] + 1) / (tried["*"] + 2)


def _rounded(share: float) -> float:
    return round(min(MOST, round(share / STEP) * STEP), 2)


def error(found: Iterable[tuple[float, bool]]) -> float:
    """Return the expected calibration error: how far confidence and share of right ones lie apart, over ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in found:
        bins[min(BINS - 1, int(sure * BINS))].append((sure, right))
    count = sum(map(len, bins.values()))
    apart = (abs(sum(sure for sure, _ in each) - sum(right for _, right in each)) for each in bins.values())
    return sum(apart) / count if count else 0.0


def held_out(all_trials: list[list[Trial]]) -> Iterator[tuple[str, float, bool]]:
    """Give each trial with the confidence that the other articles measure for its rule."""
    for number, here in enumerate(all_trials):
        table = measured(one for other, each in enumerate(all_trials) if other != number for one in each)
        for each in here:
            rows = table[each.section]
            sure, _ = rows.get(each.rule) or rows["*"]
            yield each.section, sure, each.right


def written(table: Mapping[str, Mapping[str, tuple[float, int]]], count: int) -> str:
    """Return a table as the TOML that it is kept in."""
    lines = [
        "# How often each rule of the reader is right: its share of right fields, smoothed by two cases of its section and",
        "# rounded to 0.05, and of how many. Written by tools/calibrate_reading.py; rules of few cases go by their section, *.",
        f'citation = "measured on {count} hand-coded articles"',
        'basis = "computed"',
    ]
    for section, rows in table.items():
        lines += ["", f"[{section}]"]
        lines += [
            f"{json.dumps(rule)} = {{ p = {share}, n = {tried} }}" for rule, (share, tried) in rows.items()
        ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the errors of calibration; write the table where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    found = [list(trials(text, gold)) for text, gold in articles(asked.folders)]
    flat = [each for article in found for each in article]
    apart = list(held_out(found))
    for section in SECTIONS:
        now = [(each.sure, each.right) for each in flat if each.section == section and each.sure is not None]
        then = [(sure, right) for name, sure, right in apart if name == section]
        sys.stdout.write(
            f"{section:9s} n {len(then):4d}  as drafted {error(now):.3f}  by other articles {error(then):.3f}\n"
        )
    sys.stdout.write(f"{'all':9s} n {len(apart):4d}  as drafted ")
    sys.stdout.write(f"{error((e.sure, e.right) for e in flat if e.sure is not None):.3f}")
    sys.stdout.write(f"  by other articles {error((sure, right) for _, sure, right in apart):.3f}\n")
    if asked.write:
        TABLE.write_text(written(measured(flat), len(found)), encoding="utf-8")


if __name__ == "__main__":
    main()

"""
Build the reference pages in ``docs/reference`` from the code; ``--check`` changes nothing and fails where a page differs.

A page is built whole, but for ``notation.md``, where only the parts between ``<!-- built: name -->`` and
``<!-- end -->`` are. What a page says of a field is what the field's class says of it.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from problem_codes import problem_codes
from reference_command import command_page
from reference_exports import exports_page
from reference_facts import facts_page
from reference_python import python_pages
from reference_text import attributes, body, demoted, example, first_sentence, listed, summary, table

from osintkp import checks
from osintkp.claim import Claim, ClaimLink, LikelihoodWord, Suppression
from osintkp.coding.faults import WARNINGS
from osintkp.coding.shapes import CodedClaim, CodedSource, CodedSpan, CodedWhen, Content
from osintkp.dates import When
from osintkp.drafts import Draft
from osintkp.evidence import Link, Source, Span
from osintkp.records import ActorId, ItemPath, Record, record_types
from osintkp.units import Amount, Comparator, definitions
from osintkp.units.looseness import POLICIES
from osintkp.units.refusals import words

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "reference"
BUILT = "<!-- Built by tools/build_reference.py; `make docs` builds it anew. -->"

FAMILIES = {
    "ENT": "names, actors, places",
    "LAW": "limits, embargoes, treaties",
    "LOG": "what claims say of each other",
    "PHY": "mass, volume, distance",
    "QTY": "figures",
    "SRC": "sources and origins",
    "TIM": "dates",
    "TXT": "the words and what was coded from them",
}
WRITTEN = {
    ActorId: "[actor](../glossary.md#actor)",
    ItemPath: "[item](../glossary.md#item)",
    Amount: "[amount](notation.md#amounts)",
    When: "[date](notation.md#dates)",
    str: "text",
    Content: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
}
TABLES = {
    Link: "#a-step-of-attribution",
    ClaimLink: "#a-link",
    Suppression: "#a-suppression",
    Draft: "#a-draft",
    CodedSpan: "#a-span",
    LikelihoodWord: "#likelihood",
}
OWN_KEYS = {
    "text": "Name of the file that holds the text, beside the coding or in the folder given as `texts`.",
    "content": "The text itself; for short texts and for tests.",
    "quote": "The words that the claim was read from, letter by letter; instead of `spans`.",
    "span": "First code point of the quote and one past the last; needed only where the quote stands more than once.",
    "spans": "Several quotes, where the words stand apart.",
    "speaker": "Whom the source names; left out: the source's own voice; `unknown`: nobody is named.",
    "via": "Who passed the words on, from the speaker to the source.",
    "id": "Short name; the whole id of a claim is the source's, a slash, and its own.",
}  # fmt: skip
MEANINGS = (Claim, Source, Span, Link, ClaimLink, Suppression, LikelihoodWord, Draft, When)
REMARKS = {
    "tenth": "The default.",
    "digit": "For figures that are rounded with care.",
    "fifth": "For round numbers in speech.",
    "exact": "No looseness at all.",
}
COMPARED = {
    Comparator.EXACT: ("6700 container", "the number as printed"),
    Comparator.ABOUT: ("~6700 container", "about; the bounds follow from the looseness policy"),
    Comparator.ABOVE: (">10000 person", "more than, over"),
    Comparator.AT_LEAST: (">=10000 person", "at least"),
    Comparator.BELOW: ("<500 round", "less than, under"),
    Comparator.AT_MOST: ("<=3000000 round", "at most, up to"),
    Comparator.BETWEEN: ("2000000..5000000 round", "from, to"),
    Comparator.FROM_ABOUT: ("~2000.. container", "thousands: from about, with an open end"),
}


def main() -> int:
    """Write the pages, or compare them with what would be written; return the exit status."""
    parser = argparse.ArgumentParser(description="Build the reference pages.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail where a page differs")
    check = parser.parse_args().check
    stale = []
    for name, text in pages().items():
        path = PAGES / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not check:
                path.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"{'differs' if check else 'wrote'}: {path.relative_to(ROOT)}")
    if stale and check:
        print("run `make docs`")
    return int(check and bool(stale))


def pages() -> dict[str, str]:
    """Return every page by its file name."""
    return {
        "records.md": records_page(),
        "checks.md": checks_page(),
        "coding.md": coding_page(),
        "facts.md": facts_page(BUILT, written),
        "units.md": units_page(),
        "exports.md": exports_page(BUILT),
        "command.md": command_page(BUILT),
        "notation.md": notation_page((PAGES / "notation.md").read_text(encoding="utf-8")),
    } | python_pages(BUILT)


def records_page() -> str:
    """Return the page on the record types: a section each, from its class."""
    kinds = record_types()
    lines = ["# Record types", "", BUILT, "", *_RECORDS, ""]
    lines += [f"- [`{kind}`](#{kind}): {summary(shape)}" for kind, shape in kinds.items()]
    for kind, shape in kinds.items():
        lines += ["", f"## {kind}", "", f"`{shape.__module__}.{shape.__name__}`", "", *body(shape), ""]
        lines += fields_table(shape)
        lines += ["", "```python", *example(shape), "```"]
    return "\n".join([*lines, ""])


_RECORDS = """
A record is what is said to have happened, apart from who says so.
In a coding its kind is the key, and its fields are a table: `shipment = { sender = "IR", amount = "~40 drone" }`.
Every field may be left out, since reporting is incomplete; it is `None` then, or an empty list.
How amounts and dates are written stands in [notation](notation.md).
A record type is one file in `src/osintkp/records`; nothing else is edited to add one.
""".strip().splitlines()


def checks_page() -> str:
    """Return the page on the checks: an index, then the page that each check carries as its docstring."""
    every = checks.checks()
    lines = ["# Checks", "", BUILT, "", *_CHECKS, ""]
    families = dict.fromkeys(check.code.rstrip("0123456789") for check in every)
    lines += table(("family", "about"), ((f"`{family}`", FAMILIES[family]) for family in families))
    rows = (
        (f"`{check.code}`", f"[{check.name}](#{check.name})", first_sentence(check.page)) for check in every
    )
    lines += ["", *table(("code", "name", "what"), rows)]
    for check in every:
        lines += [
            "",
            f"## {check.name}",
            "",
            f"`{check.code}`",
            "",
            *demoted(inspect.cleandoc(check.page).splitlines()),
        ]
    return "\n".join([*lines, ""])


_CHECKS = """
`corpus.check()` runs every check, `corpus.check(select=["QTY", "hedge-dropped"], ignore="QTY101")` some: by code, by name or by family.
A finding has a severity, a verdict, the sentence that decides it, the claims, the arithmetic and the assumptions.
The examples below are codings; each is run as a test: what stands under *Found* is found, what stands under *Not found* is not.
""".strip().splitlines()


def coding_page() -> str:
    """Return the page on the coding file: its tables with their keys, then the codes of problems."""
    lines = ["# The coding file", "", BUILT, "", *_CODING]
    for heading, shape in _TABLES:
        lines += ["", f"## {heading}", "", *keys_table(shape)]
    kinds = ((f"[`{kind}`](records.md#{kind})", summary(shape)) for kind, shape in record_types().items())
    lines += [
        "",
        "## The record",
        "",
        "One of these keys stands in every claim.",
        "",
        *table(("key", "what"), kinds),
    ]
    lines += ["", "## Problems", "", *_PROBLEMS, ""]
    found = sorted(problem_codes().items())
    rows = ((f"`{code}`", "warning" if code in WARNINGS else "error", says(texts)) for code, texts in found)
    lines += table(("code", "severity", "says"), rows)
    return "\n".join([*lines, ""])


_TABLES: tuple[tuple[str, type], ...] = (
    ("[source]", CodedSource),
    ("[[claim]]", CodedClaim),
    ("A span", CodedSpan),
    ("A step of attribution", Link),
    ("A link", ClaimLink),
    ("A suppression", Suppression),
    ("Likelihood", LikelihoodWord),
    ("A draft", Draft),
    ("A date with its words", CodedWhen),
)
_CODING = """
A coding is a file in TOML, JSON or JSON Lines, with the same keys in each.
It begins with `schema = "osintkp/1"`, has one table `[source]` and any number of tables `[[claim]]`.
In JSON Lines a line `{"schema": "osintkp/1", "source": {...}}` opens a source, and lines `{"claim": {...}}` follow.
What has its default is left out when a corpus is saved.
""".strip().splitlines()
_PROBLEMS = """
A load lists everything that it cannot take as written: file, claim, field, value, what is wrong, what would be right.
An error stops a strict load, and leaves its claim or file out of a lenient one; a warning does neither.
Where the words depend on the value, `…` stands for it.
""".strip().splitlines()


def units_page() -> str:
    """Return the page on units: by what they measure, and the words that are refused."""
    lines = ["# Units", "", BUILT, "", *_UNITS]
    for dimension, section in by_dimension().items():
        lines += ["", f"## {dimension}", "", *section]
    refused = words()
    rows = [(f"`{word}`", listed(names)) for word, names in refused["ambiguous"].items()]
    lines += ["", "## Refused, for they have several readings", "", *table(("word", "write one of"), rows)]
    rows = [(f"`{word}`", f"`{name}`") for word, name in refused["instead"].items()]
    lines += ["", "## Under another name here", "", *table(("word", "write"), rows)]
    numbers = listed(refused["number_words"])
    lines += ["", "## Number words, no units", "", f"{numbers}: write the number out."]
    return "\n".join([*lines, ""])


_UNITS = """
A unit is one of these names, its plural in `-s`, one of its other names, or a rate of two: `barrel/day`, `kilogram/round`.
Upper and lower letters count.
What measures different things is never compared: a `container` is no `TEU`, a `round` is no `piece`.
Each table says how many base units a unit is.
The definitions, with where they are from, stand in `src/osintkp/data/units.txt`.
""".strip().splitlines()


def by_dimension() -> dict[str, list[str]]:
    """Return the lines of each section of the page on units, by what they measure."""
    every = definitions.table().units
    aliases: dict[str, list[str]] = {}
    for alias, unit in every.items():
        aliases.setdefault(unit.name, []).extend([alias] if alias != unit.name else [])
    groups: dict[tuple[tuple[str, int], ...], list[definitions.Unit]] = {}
    money = []
    for name, unit in every.items():
        if re.fullmatch("[A-Z]{3}", name) and unit.dimension == ((name, 1),) and name not in ("TEU", "FEU"):
            money.append(f"`{name}`")
        elif name == unit.name:
            groups.setdefault(unit.dimension, []).append(unit)
    found = {}
    for dimension, units in groups.items():
        rows = [(unit_cell(unit.name), f"{unit.factor:.15g}", listed(aliases[unit.name])) for unit in units]
        found[measured(dimension)] = table(("unit", "base units", "also written"), rows)
    found["Money"] = [f"ISO 4217, a dimension each: {', '.join(money)}."]
    return found


def unit_cell(name: str) -> str:
    """Return a unit's name for a table; the pure number has none."""
    return f"`{name}`" if name else "(no unit)"


def measured(dimension: tuple[tuple[str, int], ...]) -> str:
    """Return what a dimension measures, as a heading."""
    named = {
        (): "Pure numbers", (("metre", 1),): "Length", (("metre", 2),): "Area", (("metre", 3),): "Volume",
        (("kilogram", 1),): "Mass", (("second", 1),): "Time", (("metre", 1), ("second", -1)): "Speed",
        (("degree_celsius", 1),): "Temperature", (("piece", 1),): "Pieces", (("TEU", 1),): "Container space",
    }  # fmt: skip
    if dimension in named:
        return named[dimension]
    return " ".join(base if power == 1 else f"{base}^{power}" for base, power in dimension).capitalize()


def notation_page(text: str) -> str:
    """Return the page on notation with its built parts put in anew."""
    parts = {"comparators": comparators_table, "looseness": looseness_table}

    def put(found: re.Match[str]) -> str:
        return f"{found[1]}\n" + "\n".join(parts[found[2]]()) + f"\n{found[3]}"

    return re.sub(r"(?s)(<!-- built: ([a-z]+) -->)\n.*?(<!-- end -->)", put, text)


def comparators_table() -> list[str]:
    """Return the comparators with the bounds that each gives."""
    rows = []
    for comparator in Comparator:
        text, meaning = COMPARED[comparator]
        amount = Amount.parse(text)
        bounds = (
            "-" if value is None else f"{value:,.10g}" for value in (amount.low, amount.best, amount.high)
        )
        rows.append((f"`{text}`", f"`{comparator.value}`", *bounds, meaning))
    return table(("text", "comparator", "low", "best", "high", "says"), rows)


def looseness_table() -> list[str]:
    """Return the looseness policies with what each makes of one number."""
    rows = []
    for name, policy in POLICIES.items():
        low, high = (f"{value:,.10g}" for value in policy.bounds("6700"))
        half = "half a unit of the last significant digit" if policy.half_unit else ""
        least = f"at least {policy.percent} %" if policy.percent else ""
        rule = ", ".join(filter(None, (half, least))) or "nothing"
        rows.append(
            (
                f"`{name}`",
                rule,
                f"{low} to {high}",
                REMARKS.get(name, ""),
            )
        )
    return table(("policy", "spread to either side", "`~6700`", ""), rows)


def keys_table(shape: type) -> list[str]:
    """Return the keys of a table of a coding: how each is written, its default, what it says."""
    said: dict[str, str] = {}
    for other in reversed(MEANINGS):
        said |= attributes(other)
    said |= attributes(shape)
    if shape in (CodedSource, CodedClaim, CodedSpan):
        said |= OWN_KEYS
    hints = get_type_hints(shape)
    rows = []
    for field in attrs.fields(shape):
        default = "needed" if field.default is attrs.NOTHING else plain_default(field.default)
        rows.append((f"`{field.name}`", written(hints[field.name]), default, said[field.name]))
    return table(("key", "written as", "default", "what"), rows)


def says(messages: list[str]) -> str:
    """Return the messages of a problem as one cell; beyond four, some."""
    shown = list(dict.fromkeys(messages))
    return "; ".join(shown[:4]) + ("; and more" if len(shown) > 4 else "")


def plain_default(value: object) -> str:
    """Return the default of a key as a coding would have it; nothing where there is none."""
    return f"`{value}`" if isinstance(value, StrEnum) else ""


def fields_table(shape: type[Record]) -> list[str]:
    """Return the fields of a record type: how each is written, what it says."""
    said, hints = attributes(shape), get_type_hints(shape)
    fields = [field for field in attrs.fields(shape) if not field.name.startswith("_")]
    return table(
        ("field", "written as", "what"),
        ((f"`{f.name}`", written(hints[f.name]), said[f.name]) for f in fields),
    )


def written(kind: Any) -> str:
    """Return how a value of some type is written in a coding."""
    origin, inner = get_origin(kind), [arg for arg in get_args(kind) if arg not in (NoneType, Ellipsis)]
    if origin is tuple:
        return "[start, end]" if inner == [int] else f"list of {written(inner[0])}"
    if origin is dict:
        return f"table of {written(inner[0])} to {written(inner[1])}"
    if inner:
        return written(inner[0])
    if kind in TABLES:
        return f"[table]({TABLES[kind]})"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " ".join(f"`{member.value}`" for member in kind)
    return WRITTEN[kind]


if __name__ == "__main__":
    sys.exit(main())

"""The reference page on reference data: how a record is written, and every record that travels with the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

import attrs
from reference_text import attributes, first_sentence, listed, table

from osintkp.facts import Embargo, ReferenceLimit, ReferenceTreaty, shipped
from osintkp.facts.rows import TABLES

INTRODUCTION = """
What checks take from the world stands in records: a cap, an embargo, a treaty's dates, an office, a place, a mass.
Each has an `id`, a `citation`, and a `basis`: `found` in the cited source, `computed` from it, `assumed`, or from `memory`.
A finding that rests on a record names it, and says so where it is from memory or assumed.

A file of one's own, in TOML or JSON, or a folder of them, is added by its name: `corpus.check(using="my-facts")`.
A record of one's own takes the place of the shipped one of its id; an office also that of one of its holder and title, an assumption that
of one of its quantity, goods and calibre.
""".strip().splitlines()


def facts_page(built: str, written: Callable[[Any], str]) -> str:
    """Return the page on reference data."""
    lines = ["# Reference data", "", built, "", *INTRODUCTION]
    for name in TABLES:
        lines += ["", f"## [[{name}]]", "", *_fields(name, written)]
    facts = shipped()
    lines += ["", "## Shipped limits", "", *table(("id", "says", "from", "basis"), map(_limit, facts.limits))]
    lines += [
        "",
        "## Shipped embargoes",
        "",
        *table(("id", "says", "from", "basis"), map(_embargo, facts.embargoes)),
    ]
    lines += [
        "",
        "## Shipped treaties",
        "",
        *table(("id", "says", "from", "basis"), map(_treaty, facts.treaties)),
    ]
    rows = ((f"`{each.id}`", each.statement, each.citation, each.basis) for each in facts.assumptions)
    lines += ["", "## Shipped assumptions", "", *table(("id", "says", "from", "basis"), rows), ""]
    return "\n".join(lines)


def _fields(name: str, written: Callable[[Any], str]) -> Iterator[str]:
    shape, inner_name, inner = TABLES[name]
    yield first_sentence(shape.__doc__ or "")
    yield ""
    rows = []
    for each in (shape, inner):
        if each is None:
            continue
        said, hints = _said(each), get_type_hints(each)
        for field in attrs.fields(each):
            if field.init and field.name != inner_name:
                needed = "needed" if field.default is attrs.NOTHING else ""
                rows.append((f"`{field.name}`", _form(hints[field.name], written), needed, said[field.name]))
    yield from table(("key", "written as", "", "what"), rows)


def _said(shape: type) -> dict[str, str]:
    """Return what a class and its bases say of their attributes."""
    found: dict[str, str] = {}
    for base in reversed(shape.__mro__[:-1]):
        found |= attributes(base)
    return found


def _form(hint: Any, written: Callable[[Any], str]) -> str:
    try:
        return written(hint)
    except KeyError:
        return "text"


def _limit(each: ReferenceLimit) -> tuple[str, str, str, str]:
    limit = each.limit
    window = f" in {limit.window}" if limit.window else ""
    says = f"{limit.instrument}: {limit.on} at most {limit.amount} of `{limit.item}`{window}, {limit.since} to {each.until or '..'}"
    return f"`{each.id}`", says, each.citation, each.basis


def _embargo(each: Embargo) -> tuple[str, str, str, str]:
    goods = listed(f"`{item}`" for item in each.items)
    bound = f", binding {each.binds}" if each.binds else ""
    but = f"; but: {each.proviso}" if each.proviso else ""
    says = f"{each.instrument}: no {goods} {each.way} {each.on}{bound}, {each.since or '..'} to {each.until or '..'}{but}"
    return f"`{each.id}`", says, each.citation, each.basis


def _treaty(each: ReferenceTreaty) -> tuple[str, str, str, str]:
    treaty = each.treaty
    dates = {"signed": treaty.signed, "in force": treaty.in_force, "ended": treaty.ended}
    told = ", ".join(f"{word} {when}" for word, when in dates.items() if when is not None)
    parties = f" ({', '.join(treaty.parties)})" if treaty.parties else ""
    return f"`{each.id}`", f"{treaty.title}{parties}: {told or 'no dates'}", each.citation, each.basis

"""
Shipments of arms as a register of transfers, laid out like the one that SIPRI publishes: comma-separated values, a row a claim.

The columns are those of its register of deals: recipient, supplier, year of order, number ordered, weapon designation, weapon
description, number delivered, years of delivery, comments. As there, what is uncertain stands in brackets, and who is not known is
an ``unknown recipient`` or ``unknown supplier``. A pledge or a licence is an order; what is said to have happened is a delivery.
A figure that counts no weapons or rounds, like containers, is told in the comment alone, with its unit.

A register tells of deals that have been established. This one tells of claims, and says in each comment whose; two sources on one
deal are two rows, which are not to be added up. Denied shipments, capacities, predictions and what is no arms are left out, and so
listed. The register goes one way: it does not come back.

Layout: SIPRI Arms Transfers Database, Sources and methods, section "Explanation of the Transfer Registers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import UNKNOWN, Source
from osintkp.exports._delimited import delimited, guarded, held
from osintkp.exports._outgoing import each_gathered, left_out, of_record, told_by
from osintkp.exports._package import Package
from osintkp.exports._quoted import QUOTED, places_lost
from osintkp.units import Amount
from osintkp.units.definitions import same_dimension, unit
from osintkp.units.notation import Comparator
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Modality, Stance

ENDING = ".sipri.csv"
COLUMNS = (
    "Recipient", "Supplier", "Year of order", "Number ordered", "Weapon designation", "Weapon description",
    "Number delivered", "Year(s) of delivery", "Comments",
)  # fmt: skip
ARMS = ("munitions", "weapons", "missiles", "air-defence", "vehicles", "aircraft", "ships", "aid/military")
ORDERED = (Modality.PLEDGED, Modality.AUTHORISED)
DELIVERED = (Modality.STATED, Modality.ESTIMATED, Modality.ALLEGED)
CARRIED = (
    QUOTED
    | {"speaker", "stance", "modality"}
    | of_record("sender", "recipient", "item", "calibre", "amount", "when")
)
CARRIED_OF_SOURCE = frozenset({"title", "publisher"})
MOST_YEARS = 30
FORM = "a register of transfers"

Told = list[tuple[Claim, Source]]


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the register, and what it could not carry."""
    told, lost = told_by(package.claims)
    every = [(claim, source) for source, claims in told for claim in claims]
    kept = [pair for pair in every if _why_not(pair[0]) is None]
    rows = sorted((_row(claim, source) for claim, source in kept), key=lambda row: row[:3])
    cells = [[guarded(held(cell)) if cell else "" for cell in row] for row in rows]
    return delimited([list(COLUMNS), *cells]), (*lost, *_losses(every, kept, package))


def _why_not(claim: Claim) -> str | None:
    """Return why a claim has no place in the register; None where it has one."""
    if claim.kind != "shipment":
        return "it is no shipment"
    if claim.stance is Stance.DENIES:
        return "a shipment that is denied is none"
    if claim.modality not in (*ORDERED, *DELIVERED):
        return "a shipment that could be or may come is none yet"
    item = claim.item
    if item is not None and items.known(item) and not any(items.within(item, root) for root in ARMS):
        return "its goods are no arms"
    return None


def _losses(every: Told, kept: Told, package: Package) -> Iterator[str]:
    out: dict[str, list[str]] = {}
    for claim, _ in every:
        why = _why_not(claim)
        if why is not None:
            out.setdefault(f"left out of {FORM}, for {why}", []).append(claim.id)
    yield from each_gathered(out)
    words = [
        claim.id
        for claim, _ in kept
        if claim.amount is not None and not _number(claim.amount, claim.modality)
    ]
    dated = [
        claim.id
        for claim, _ in kept
        if claim.when is not None and not re.fullmatch("[0-9]{4}", claim.when.edtf)
    ]
    yield from each_gathered(
        {
            "the figure counts no weapons, or is a bound, and stands in the comment alone": words,
            "its date is cut to years": dated,
        }
    )
    yield from places_lost((claim for claim, _ in kept), FORM)
    yield from left_out(package.tables(claim for claim, _ in kept), CARRIED, FORM)
    sources = {source.id: source for _, source in kept}
    yield from left_out(package.tables(sources.values()), CARRIED_OF_SOURCE, FORM)


def _row(claim: Claim, source: Source) -> list[str]:
    ordered = claim.modality in ORDERED
    number = "" if claim.amount is None else _number(claim.amount, claim.modality)
    years = _years(claim.when)
    blank = ("", "")
    order, delivery = ((years, number), blank) if ordered else (blank, (number, years))
    designation, description = _weapon(claim)
    return [
        _party(claim.record.of("recipient"), "recipient"), _party(claim.record.of("sender"), "supplier"),
        *order, designation, description, *delivery, _comment(claim, source),
    ]  # fmt: skip


def _party(name: object, role: str) -> str:
    if not isinstance(name, str) or name == UNKNOWN:
        return f"unknown {role}"
    return actors.actor(name).name if actors.known(name) else name


def _weapon(claim: Claim) -> tuple[str, str]:
    """Return the designation, as given where the goods are no class of the taxonomy, and the description."""
    calibre, item = claim.record.of("calibre"), claim.item
    bore = [] if calibre is None else [str(calibre)]
    if item is not None and not items.known(item):
        return item, " ".join(bore)
    return "", " ".join([*bore, *([] if item is None else [items.name(item)])])


def _number(amount: Amount, modality: Modality) -> str:
    """Return a count of weapons or rounds, in brackets unless it is exact and stated; nothing for other figures."""
    counted = amount.unit == "" or any(
        same_dimension(unit(amount.unit), unit(each)) for each in ("piece", "round")
    )
    if amount.best is None or not counted:
        return ""
    text = f"{amount.best:.15g}"
    sure = amount.comparator is Comparator.EXACT and modality in (Modality.STATED, *ORDERED)
    return text if sure else f"({text})"


def _years(when: When | None) -> str:
    """Return the years that a date or period covers; in brackets where they are not sure, or an end is open."""
    ends = [] if when is None else [day.year for day in (when.earliest, when.latest) if day is not None]
    if when is None or not ends:
        return ""
    years = range(ends[0], ends[-1] + 1)
    text = "; ".join(map(str, years)) if len(years) <= MOST_YEARS else f"{ends[0]}-{ends[-1]}"
    sure = len(ends) == 2 and not set(when.edtf) & set("~?%X")
    return text if sure else f"({text})"


def _comment(claim: Claim, source: Source) -> str:
    """Return who says what in which words: the claim in one sentence, its source and the quote."""
    where = ", ".join(part for part in (source.publisher, source.title) if part) or source.id
    return f"{claim.id}: {claim.sentence()} ({where})" + (f' "{claim.quote}"' if claim.quote else "")

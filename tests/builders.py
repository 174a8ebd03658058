"""Claims and sources for tests, with what does not matter filled in."""

from __future__ import annotations

from typing import Any

import osintkp
from osintkp.claims import Claims
from osintkp.facts import Facts
from osintkp.group import Group
from osintkp.records import record_types
from osintkp.vocabulary.scales import LinkKind, Measure, Modality, Stance

VALUES: dict[str, Any] = {
    "calibre": osintkp.Amount.parse,
    "amount": osintkp.Amount.parse,
    "window": osintkp.Amount.parse,
    "measure": Measure,
}
DATES = ("when", "signed", "since", "in_force", "ended")


def record(kind: str, **fields: Any) -> Any:
    """Return a record; amounts and dates may be given in notation."""
    made = {}
    for name, value in fields.items():
        if isinstance(value, str) and name in DATES:
            made[name] = osintkp.When.parse(value)
        else:
            made[name] = VALUES[name](value) if isinstance(value, str) and name in VALUES else value
    return record_types()[kind](**made)


def claim(
    name: str, kind: str = "shipment", *, speaker: str | None = None, said: str | None = None, modality: str = "stated",
    stance: str = "asserts", links: dict[str, str] | None = None, quote: str = "words", **fields: Any,
) -> osintkp.Claim:  # fmt: skip
    """Return a claim ``source/name``; links are given as target by kind."""
    return osintkp.Claim(
        id=name,
        source=name.partition("/")[0],
        record=record(kind, **fields),
        spans=(osintkp.Span(quote=quote),),
        attribution=() if speaker is None else (osintkp.Link(actor=speaker),),
        said=None if said is None else osintkp.When.parse(said),
        modality=Modality(modality),
        stance=Stance(stance),
        links=tuple(
            osintkp.ClaimLink(kind=LinkKind(link), claim=target) for link, target in (links or {}).items()
        ),
    )


def corpus(*claims: osintkp.Claim, **sources: Any) -> osintkp.Corpus:
    """Return a corpus of claims; a source may be given fields by its id."""
    names = dict.fromkeys(claim.source for claim in claims)
    made = [osintkp.Source(id=name, **sources.get(name, {})) for name in names]
    return osintkp.Corpus(claims=Claims(claims, made))


def group(*claims: osintkp.Claim, facts: Facts | None = None) -> Group:
    """Return a group of some claims."""
    return Group(key="test", claims=claims, beyond=corpus(*claims).claims, facts=facts or Facts())

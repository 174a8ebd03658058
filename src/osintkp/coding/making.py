"""Making: a source, and a claim, from plain data, with every fault and all that was read otherwise than written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from osintkp.claim import Claim, ClaimLink, Suppression
from osintkp.coding.converter import known_keys, structure
from osintkp.coding.faults import (
    Fault,
    StructureError,
    attempt,
    is_error,
    missing_key,
    placed,
    refuse,
    unknown_key,
    wrong_type,
)  # fmt: skip
from osintkp.coding.names import Kind, named_fields, with_ids
from osintkp.coding.shapes import SCHEMA, CodedClaim, CodedSource
from osintkp.coding.spans import spans_of
from osintkp.errors import InvalidValueError
from osintkp.evidence import Link, Source, bad_id, legal_id
from osintkp.records import Record, record_types
from osintkp.resource_limits import DEFAULT, ResourceLimits

HEAD = ("schema", "source")
SAME = (
    "part",
    "said",
    "stance",
    "modality",
    "likelihood",
    "confidence",
    "credibility",
    "coder",
    "about",
    "draft",
)
ACTORS: dict[str, Kind] = {"speaker": "actor", "via": "actor", "actor": "actor"}


def made_source(head: Mapping[str, Any], limits: ResourceLimits = DEFAULT) -> tuple[Source, list[Fault]]:
    """
    Return the source that the head of a coding says, without the fields that have faults, and these faults.

    Raises:
        StructureError: No source is left: every fault.
    """
    faults: list[Fault] = [((key,), unknown_key(key, [*HEAD, "claim"])) for key in head if key not in HEAD]
    if head.get("schema") != SCHEMA:
        faults.append((("schema",), _wrong_schema(head)))
    if "source" not in head:
        faults.append((("source",), missing_key("source")))
    refuse(faults)
    data = head["source"]
    while (source := attempt(faults, ("source",), _source, data, limits)) is None:
        wrong = {place[1] for place, _ in faults if len(place) > 1}
        if not isinstance(data, dict) or "id" in wrong:
            raise StructureError(*faults)
        data = {key: value for key, value in data.items() if key not in wrong}
    return source, faults


def _wrong_schema(head: Mapping[str, Any]) -> InvalidValueError:
    if "schema" not in head:
        what = "the coding does not say by which schema it was written"
        return InvalidValueError("schema-version", what, None, f'add schema = "{SCHEMA}"')
    fix = f'this osintkp reads "{SCHEMA}": upgrade it if the coding is newer'
    return InvalidValueError("schema-version", "this version of the schema is not known", head["schema"], fix)


def _source(data: object, limits: ResourceLimits) -> Source:
    coded = structure(data, CodedSource, limits)
    same = {name: getattr(coded, name) for name in known_keys(Source) if name not in ("file", "text")}
    source = Source(file=coded.text, **same)
    if coded.content is None:
        return source
    with placed("content"):
        return source.attached(coded.content)


def made_claim(source: Source, data: object, limits: ResourceLimits = DEFAULT) -> tuple[Claim, list[Fault]]:
    """
    Return the claim that plain data says, and what was read otherwise than it is written.

    Raises:
        StructureError: With every fault.
    """
    if not isinstance(data, dict):
        raise StructureError(((), wrong_type(data, "a claim as a table", "write [[claim]]")))
    kinds = record_types()
    faults, notes = list(_key_faults(data, kinds)), list[Fault]()
    kind = next((key for key in data if key in kinds), None)
    record = (
        None if kind is None else attempt(faults, (kind,), _record, data[kind], kinds[kind], notes, limits)
    )
    coded = attempt(faults, (), _coded, data, notes, limits)
    found = None if coded is None else attempt(faults, (), spans_of, coded, source.text)
    faults += filter(is_error, notes)
    if faults or record is None or coded is None or found is None:
        raise StructureError(*faults)
    spans, unmet = found
    claim = Claim(
        id=f"{source.id}/{coded.id}", source=source.id, record=record, spans=spans, attribution=_chain(coded),
        links=tuple(_whole(link, source.id) for link in coded.links),
        suppress=tuple(_whole_other(each, source.id) for each in coded.suppress),
        **{name: getattr(coded, name) for name in SAME},
    )  # fmt: skip
    _refuse_own_link(claim)
    return claim, [*notes, *unmet]


def _key_faults(data: dict[str, Any], kinds: Mapping[str, type[Record]]) -> Iterator[Fault]:
    known = [*known_keys(CodedClaim), *kinds]
    strange = [key for key in data if key not in known]
    for key in strange:
        yield (key,), unknown_key(key, known)
    given = [key for key in data if key in kinds]
    if not given and not strange:
        fix = f"add one of {', '.join(kinds)}"
        yield (), InvalidValueError("missing-record", "a claim has to have a record", None, fix)
    for key in given[1:]:
        fix = f"keep {given[0]}, or make two claims"
        yield (key,), InvalidValueError("second-record", "a claim has one record", key, fix)


def _record(data: object, shape: type[Record], notes: list[Fault], limits: ResourceLimits) -> Record:
    return structure(with_ids(data, named_fields(shape.kind), (shape.kind,), notes, limits), shape, limits)


def _coded(data: dict[str, Any], notes: list[Fault], limits: ResourceLimits) -> CodedClaim:
    """Return what stands in a claim beside its record."""
    own = {key: data[key] for key in known_keys(CodedClaim) if key in data}
    rest = with_ids(own, ACTORS, (), notes, limits)
    chain = rest.get("attribution")
    if isinstance(chain, list):
        rest["attribution"] = [
            with_ids(link, ACTORS, ("attribution", index), notes, limits) for index, link in enumerate(chain)
        ]
    coded = structure(rest, CodedClaim, limits)
    refuse(list(_contradictions(coded)))
    return coded


def _contradictions(coded: CodedClaim) -> Iterator[Fault]:
    if not legal_id(coded.id):
        yield ("id",), bad_id(coded.id)
    short = [name for name in ("speaker", "role", "verb", "via") if getattr(coded, name)]
    if coded.attribution and short:
        what, fix = "the chain stands here in two forms", f"keep attribution alone, or {', '.join(short)}"
        yield ("attribution",), InvalidValueError("said-twice", what, None, fix)
    elif coded.speaker is None and short:
        fix = 'add speaker = "...", or "unknown"'
        what = f"{' and '.join(short)} without a speaker"
        yield ("speaker",), InvalidValueError("missing-key", what, None, fix)
    outside = [name for name in ("span", "prefix", "suffix") if getattr(coded, name) is not None]
    if coded.spans and (coded.quote is not None or outside):
        fix = "keep spans alone, or the quote"
        yield ("spans",), InvalidValueError("said-twice", "the quotes stand here in two forms", None, fix)
    elif coded.quote is None and outside:
        yield ("quote",), missing_key("quote")


def _chain(coded: CodedClaim) -> tuple[Link, ...]:
    if coded.speaker is None:
        return coded.attribution
    first = Link(actor=coded.speaker, role=coded.role, verb=coded.verb)
    return (first, *(Link(actor=actor) for actor in coded.via))


def _whole(link: ClaimLink, source: str) -> ClaimLink:
    return link if "/" in link.claim else attrs.evolve(link, claim=f"{source}/{link.claim}")


def _whole_other(known: Suppression, source: str) -> Suppression:
    if known.claim is None or "/" in known.claim:
        return known
    return attrs.evolve(known, claim=f"{source}/{known.claim}")


def _refuse_own_link(claim: Claim) -> None:
    for index, link in enumerate(claim.links):
        if link.claim == claim.id:
            what, fix = "a claim is linked to itself", "name another claim"
            raise StructureError(
                (("links", index, "claim"), InvalidValueError("link-self", what, claim.id, fix))
            )

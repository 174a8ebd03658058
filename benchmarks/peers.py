"""The peers that loading is measured against: STIX notes by their own library, pydantic models of equal strictness, plain dicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def note(claim: dict[str, Any]) -> dict[str, Any]:
    """Return a STIX note that says as much as a claim: the words, who says so, and a handful of fields."""
    stamp, name = "2024-05-12T08:17:27.000Z", "0c7b5b88-8ff7-4a4d-aa9d-feb398cd0061"
    place = {"source_name": claim["id"], "description": str(claim["span"])}
    return {
        "type": "note", "spec_version": "2.1", "id": f"note--{name}", "created": stamp, "modified": stamp,
        "created_by_ref": f"identity--{name}", "content": claim["quote"], "abstract": str(claim.get("modality")),
        "authors": [claim.get("speaker", "own")], "object_refs": [f"campaign--{name}"], "confidence": 50, "lang": "en",
        "labels": ["shipment", "estimated"], "external_references": [place],
    }  # fmt: skip


def parsed_notes(notes: list[str]) -> None:
    """Parse STIX notes as STIX's own library does."""
    from stix2 import parse

    for each in notes:
        parse(each)


def pydantic_reader() -> Callable[[str], object]:
    """Return what reads a line into pydantic models that refuse unknown keys and wrong types."""
    from pydantic import BaseModel, ConfigDict

    class Strict(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    class Link(Strict):
        kind: str
        claim: str

    class Record(Strict):
        sender: str | None = None
        recipient: str | None = None
        actor: str | None = None
        by: str | None = None
        on: str | None = None
        authority: str | None = None
        participants: tuple[str, ...] = ()
        about: tuple[str, ...] = ()
        text: str | None = None
        item: str | None = None
        amount: str | None = None
        measure: str | None = None
        place: str | None = None
        when: str | None = None
        since: str | None = None

    class Claim(Strict):
        id: str
        quote: str
        span: tuple[int, int]
        speaker: str | None = None
        via: tuple[str, ...] = ()
        role: str | None = None
        modality: str = "stated"
        said: str | None = None
        credibility: int = 6
        links: tuple[Link, ...] = ()
        shipment: Record | None = None
        loss: Record | None = None
        troop_deployment: Record | None = None
        seizure: Record | None = None
        weapons_test: Record | None = None
        meeting: Record | None = None
        statement: Record | None = None
        limit: Record | None = None

    class Line(Strict):
        claim: Claim

    return Line.model_validate_json

"""Corpora in which every field that takes words holds words that were put there to do harm."""

from __future__ import annotations

from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from osintkp import Amount, Claim, Corpus, Source, Suppression, When
from osintkp.claims import Claims
from osintkp.records import ActorId, record_types

AMOUNTS = {
    "calibre": "122 mm", "window": "1 year", "value": "~30 percent", "troop_deployment": "~900 person",
    "meeting": "3 meeting", "weapons_test": "2 missile",
}  # fmt: skip
FIXED: dict[str, Any] = {
    "sha256": None,
    "derived_from": "desk",
    "scheme": "phia",
    "word": "likely",
    "start": None,
    "end": None,
    "status": None,
}
OTHERS, SECOND = frozenset({"recipient", "by", "on"}), "2"
CHECKS = ("single-origin", "figures-conflict", "unknown-origin")


@attrs.frozen
class Filling:
    """
    What fills every field of a class by its type; one of a type that is not known here raises, so none is forgotten.

    Attributes:
        words: Stand wherever words may.
        actor: Stands wherever an actor may.
    """

    words: str
    actor: str

    def made(self, shape: type[Any], kind: str = "", **given: Any) -> Any:
        """Return an instance of a class with every field filled."""
        hints = get_type_hints(shape, include_extras=True)
        fields = {each.name: self.value(hints[each.name], each.name, kind) for each in attrs.fields(shape)}
        return shape(**(fields | {name: value for name, value in FIXED.items() if name in fields} | given))

    def value(self, hint: Any, name: str, kind: str) -> Any:
        """Return a value of a type."""
        parts = [part for part in get_args(hint) if part is not NoneType]
        if NoneType in get_args(hint):
            return self.value(parts[0], name, kind)
        if get_origin(hint) is tuple:
            return (self.value(parts[0], name, kind),)
        if get_origin(hint) is dict:
            return {self.value(parts[0], name, kind): self.value(parts[1], name, kind)}
        if hint is Amount:
            return Amount.parse(f"{AMOUNTS.get(name) or AMOUNTS.get(kind) or '~40 truck'}")
        return self._single(hint, name, kind)

    def _single(self, hint: Any, name: str, kind: str) -> Any:
        if hint is ActorId or (hint is str and name == "actor"):
            return f"{self.actor}{SECOND}" if name in OTHERS else self.actor
        if hint is When:
            return When.parse("2024-05", words=self.words, anchor=date(2024, 6, 1))
        if get_origin(hint) is not None or hint is str:
            return self.words
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        if attrs.has(hint):
            return self.made(hint, kind)
        plain: dict[Any, Any] = {int: 7, float: 0.5}
        return plain[hint]


def filled(words: str, actor: str = "zz-x", *, file: str | None = None) -> Corpus:
    """
    Return a claim of every kind twice, as two sources have it, and a text in which the words stand quoted.

    Args:
        words: In every field that takes words.
        actor: In every field that names an actor; a coding lets none in that is not a word of letters and hyphens.
        file: The name of the file with the text; None for the words, which a coding lets in only where they are no path.
    """
    filling = Filling(words, actor)
    text = f"It began.\n{words}\n{words}, they said, and {words}{words}"
    sources = [filling.made(Source, id="evil", text=text, length=len(text), file=file or words)]
    sources.append(
        attrs.evolve(sources[0], id="desk", derived_from="evil", text=None, length=None, file=None)
    )
    claims = [_claim(filling, source.id, kind, text) for source in sources for kind in record_types()]
    return Corpus(claims=Claims(claims, sources))


def _claim(filling: Filling, source: str, kind: str, text: str) -> Claim:
    record = filling.made(record_types()[kind], kind)
    made: Claim = filling.made(Claim, kind, id=f"{source}/{kind}", source=source, record=record)
    (span,) = made.spans
    start = text.find(filling.words)
    spans = (attrs.evolve(span, start=start, end=start + len(filling.words)), span)
    other = "desk" if source == "evil" else "evil"
    links = tuple(attrs.evolve(link, claim=f"{other}/{kind}") for link in made.links)
    suppress = tuple(Suppression(check=each, reason=filling.words) for each in CHECKS)
    said = attrs.evolve(made.attribution[0], actor="unknown", basis=None)
    chain = (attrs.evolve(made.attribution[0], basis=None), said, *made.attribution)
    return attrs.evolve(made, spans=spans, links=links, suppress=suppress, attribution=chain)

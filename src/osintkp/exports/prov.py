"""
Who got it from whom as PROV-JSON, which provenance tools read.

Sources and claims are entities, and so are the words of each step of an attribution chain; actors, publishers and authors are agents.
A claim is quoted from its source and derived from the last words of its chain; each words from the ones before; the origin's are
its primary source. Words are attributed to who said them, and to nobody where nobody is named. A source that rewrites
another is derived from it, a claim that repeats another too, and one that revises another is a revision of it.

Standard: PROV-DM, W3C Recommendation, 30 April 2013, sections 5.2 and 5.3; The PROV-JSON Serialization, W3C Member Submission, 24 April 2013.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.evidence import Link, Source
from osintkp.exports._outgoing import URN, each_gathered, json_text, left_out, told_by
from osintkp.exports._package import Package
from osintkp.extras import extra
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind

ENDING = ".prov.json"
SPACES = ("source", "claim", "words", "actor", "publisher", "author", "term")
DERIVED = (LinkKind.REPEATS, LinkKind.REVISES)
TOLD_OTHERWISE = frozenset({"id", "quote", "speaker", "role", "verb", "via", "attribution", "links", "title"})
LEFT_OUT = frozenset({"draft", "suppress"})

Table = dict[str, Any]


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """
    Return the document, and what it could not carry.

    Raises:
        MissingExtraError: The package ``prov`` is not installed.
    """
    told, lost = told_by(package.claims)
    trail = _Trail.started()
    for source, claims in told:
        trail.source(source, package.coded(source))
        for claim in claims:
            trail.claim(claim, package.coded(claim))
    lost += _losses([claim for _, each in told for claim in each], package)
    return trail.text(), tuple(lost)


def _losses(claims: list[Claim], package: Package) -> Iterator[str]:
    tables = package.tables(claims)
    kept = ((name, {key: table[key] for key in LEFT_OUT & table.keys()}, "") for name, table, _ in tables)
    yield from left_out(kept, (), "PROV")
    found = {
        "links other than repeats and revises have no place in PROV": [
            each.id for each in claims if any(link.kind not in DERIVED for link in each.links)
        ],
        "the value of a link has no place in PROV": [
            each.id for each in claims if any(link.value and link.kind in DERIVED for link in each.links)
        ],
        "the words and the anchor of a date in the chain have no place in PROV": [
            each.id for each in claims if any(_anchored(link.when) for link in each.attribution)
        ],
    }
    yield from each_gathered(found)


def _anchored(when: When | None) -> bool:
    return when is not None and (when.words is not None or when.anchor is not None)


@attrs.frozen(kw_only=True)
class _Trail:
    """
    A document in the making.

    Attributes:
        model: The module ``prov.model``.
        document: The document.
        spaces: Its namespaces by prefix.
        agents: The agents that it has.
    """

    model: Any
    document: Any
    spaces: dict[str, Any]
    agents: set[tuple[str, str]] = attrs.field(factory=set)

    @classmethod
    def started(cls) -> _Trail:
        """Return a document with nothing but its namespaces."""
        model = extra("prov.model", "prov", "a PROV document")
        document = model.ProvDocument()
        spaces = {name: document.add_namespace(name, f"{URN}:{name}:") for name in SPACES}
        return cls(model=model, document=document, spaces=spaces)

    def source(self, source: Source, table: Table) -> None:
        """Add a source, who put it out and wrote it, and the source that it rewrites."""
        told = {"reliability": source.reliability} | table
        this = self._entity("source", source.id, "Source", told, label=source.title)
        for kind, name in (("publisher", source.publisher), ("author", source.author)):
            if name:
                self.document.wasAttributedTo(this, self._agent(kind, name))
        if source.derived_from is not None:
            self.document.wasDerivedFrom(this, self._name("source", source.derived_from))

    def claim(self, claim: Claim, table: Table) -> None:
        """Add a claim, the words of its chain, and the claims that it repeats or revises."""
        record = {f"record.{key}": value for key, value in _flat(table[claim.kind]).items()}
        same = {name: getattr(claim, name) for name in ("kind", "stance", "modality", "credibility", "part")}
        other = {key: value for key, value in table.items() if key != claim.kind}
        this = self._entity(
            "claim", claim.id, "Claim", same | other | record, label=claim.sentence(), value=claim.quote
        )
        source = self._name("source", claim.source)
        (self.document.wasQuotedFrom if claim.spans else self.document.wasDerivedFrom)(this, source)
        self._chain(claim, this)
        for link in claim.links:
            other_claim = self._name("claim", link.claim)
            if link.kind is LinkKind.REPEATS:
                self.document.wasDerivedFrom(this, other_claim)
            elif link.kind is LinkKind.REVISES:
                self.document.wasRevisionOf(this, other_claim)

    def _chain(self, claim: Claim, this: Any) -> None:
        chain = [self._words(f"{claim.id}/{number}", link) for number, link in enumerate(claim.attribution)]
        for before, words in pairwise(chain):
            self.document.wasDerivedFrom(words, before)
        if chain:
            self.document.hadPrimarySource(this, chain[0])
        if len(chain) > 1:
            self.document.wasDerivedFrom(this, chain[-1])

    def _words(self, name: str, link: Link) -> Any:
        told = {each: getattr(link, each) for each in ("role", "verb", "medium", "when", "basis")}
        words = self._entity("words", name, "Words", {}, more=told)
        if link.known:
            self.document.wasAttributedTo(words, self._agent("actor", link.actor))
        return words

    def _entity(
        self, space: str, name: str, kind: str, table: Table, *, label: str | None = None, value: str = "",
        more: Table | None = None,
    ) -> Any:  # fmt: skip
        """Add an entity with the fields of a table that nothing else tells of."""
        terms = self.spaces["term"]
        plain = {key: each for key, each in table.items() if key not in TOLD_OTHERWISE | LEFT_OUT}
        told = _flat(plain) | (more or {})
        first = [("prov:type", terms[kind]), ("prov:label", label), ("prov:value", value or None)]
        rest = [(terms[key], None if each is None else _plain(each)) for key, each in told.items()]
        return self.document.entity(
            self._name(space, name), [pair for pair in (*first, *rest) if pair[1] is not None]
        )

    def _agent(self, space: str, name: str) -> Any:
        """Return the name of an agent, who is added where it is not there yet."""
        this = self._name(space, name)
        if (space, name) not in self.agents:
            self.agents.add((space, name))
            known = actors.actor(name) if space == "actor" and actors.known(name) else None
            label = ("prov:label", name if known is None else known.name)
            kind = "Person" if known is not None and known.kind == "person" else "Organization"
            types = [] if known is None else [("prov:type", self.model.PROV[kind])]
            self.document.agent(this, [*types, label])
        return this

    def _name(self, space: str, name: str) -> Any:
        return self.spaces[space][quote(name, errors="replace")]

    def text(self) -> str:
        """Return the document as PROV-JSON."""
        return json_text(json.loads(self.document.serialize(format="json")))


def _flat(table: Table) -> Table:
    """Return a table in which a date with its words is a date, and its words beside it."""
    flat: Table = {}
    for key, value in table.items():
        inner = value if isinstance(value, dict) and "edtf" in value else {"edtf": value}
        flat |= {key if part == "edtf" else f"{key}.{part}": each for part, each in inner.items()}
    return flat


def _plain(value: Any) -> str:
    """Return a value as text: what is no one value as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list, tuple)) else str(value)

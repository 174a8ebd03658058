"""The unit of checking: a few claims that share a topic, and the ways to form such groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from itertools import chain, combinations
from typing import Any, Protocol

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.facts import Facts
from osintkp.findings import Cited, Finding
from osintkp.origins import Origin, as_of, origin_of
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Group:
    """
    Claims that a check holds against each other, and what it may read beyond them.

    Attributes:
        key: What the claims share.
        claims: The claims, ordered by id.
        beyond: The whole collection, for sources, links and origins alone.
        facts: The reference data in force.
    """

    key: Hashable
    claims: tuple[Claim, ...]
    beyond: Claims
    facts: Facts

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Give every two claims of the group once."""
        return combinations(self.claims, 2)

    def source(self, claim: Claim) -> Source:
        """
        Return the source of a claim.

        Raises:
            UnknownIdError: It is not among the sources.
        """
        return self.beyond.source_of(claim)

    def text(self, claim: Claim) -> str | None:
        """Return the text of the source of a claim; None where it is not at hand, or the source is not here."""
        source = self.beyond.sources.get(claim.source)
        return None if source is None else source.text

    def origin(self, claim: Claim) -> Origin:
        """Return where a claim comes from."""
        return origin_of(claim, self.beyond)

    def as_of(self, claim: Claim) -> When | None:
        """Return the day that a claim speaks from; None when nobody knows."""
        return as_of(claim, self.beyond.sources.get(claim.source))

    def finding(
        self, verdict: Verdict | str, message: str, *claims: Claim, working: Iterable[str] = (),
        assumptions: Iterable[str] = (), severity: Severity | str = Severity.WARNING,
    ) -> Finding:  # fmt: skip
        """Return a finding about some claims of the group; without any, about all of them."""
        return finding(
            Verdict(verdict),
            message,
            claims or self.claims,
            working=tuple(working),
            assumptions=tuple(assumptions),
            severity=Severity(severity),
        )

    def linked(self, claim: Claim, kind: LinkKind) -> tuple[Claim, ...]:
        """Return the claims that a claim has a link of a kind to, where they are at hand."""
        return tuple(found for name in claim.linked(kind) if (found := self.beyond.get(name)) is not None)


class Lookup(Protocol):
    """Where a few claims are looked up, however many there are."""

    def heads(self) -> Iterable[Source]:
        """Give every source, be it without its text."""

    def around(self, ids: Iterable[str]) -> Claims:
        """Return claims among which those with some ids are, and all that they lead to by their links and sources."""


Keys = Callable[[Claim, Any], Iterable[Hashable]]


def _all(told: AbstractSet[Any], _known: Any) -> AbstractSet[Any]:
    return told


def _never(_known: Any) -> bool:
    return False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Round:
    """
    One reading of all claims, before any is grouped.

    Attributes:
        told: Gives what a claim adds; it gets the claim, its source or None, and what is known from the rounds before.
        settle: Returns what is known once all have been read, from everything that was told, each once. It gets the claims,
            by which it may look single ones up, and what is known from the rounds before.
        fewer: Returns what matters of everything that was told so far, so that very many claims cannot tell too much.
        idle: Tells by what is known from the rounds before that no claim adds anything: then none has to be read.
    """

    told: Callable[[Claim, Source | None, Any], Iterable[Hashable]]
    settle: Callable[[AbstractSet[Any], Lookup, Any], Any]
    fewer: Callable[[AbstractSet[Any], Any], AbstractSet[Any]] = _all
    idle: Callable[[Any], bool] = _never


def _as_it_is(group: Group, _known: Any) -> Group | None:
    return group


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Grouping:
    """
    How claims are brought together: by keys that each claim has, so that no group needs all claims in one place.

    Attributes:
        keys: Gives the keys of a claim; it gets what the rounds have made known, None without any.
        rounds: What has to be read of all claims first.
        least: How many claims make a group.
        made: Returns the group of a key as the check gets it; None for none.
        at_once: Returns what the rounds come to where all claims are at hand, if there is a shorter way; None for none.
        concerned: Gives the claims that matter, in their order, where all are at hand: no other tells anything or has a key;
            None where every claim may.

    Example:
        >>> by_sender = by_topic(lambda claim: claim.record.of("sender"), least=1)
        >>> list(by_sender(Claims(), Facts()))
        []
    """

    keys: Keys
    rounds: tuple[Round, ...] = ()
    least: int = 1
    made: Callable[[Group, Any], Group | None] = _as_it_is
    at_once: Callable[[Claims], Any] | None = None
    concerned: Callable[[Claims], Iterable[Claim]] | None = None

    def __call__(self, claims: Claims, facts: Facts) -> Iterator[Group]:
        """Give the groups of some claims."""
        known = self.known(claims)
        found: dict[Hashable, list[Claim]] = {}
        for claim in self._concerned(claims):
            for key in self.keys(claim, known):
                found.setdefault(key, []).append(claim)
        for key, members in found.items():
            group = self.group(key, members, claims, facts, known)
            if group is not None:
                yield group

    @property
    def parts(self) -> tuple[Grouping, ...]:
        """Return the groupings that this one is made of: itself."""
        return (self,)

    def known(self, claims: Claims) -> Any:
        """Return what the rounds make known of some claims; None without any."""
        if self.at_once is not None:
            return self.at_once(claims)
        known = None
        for each in self.rounds:
            asked: Iterable[Claim] = () if each.idle(known) else self._concerned(claims)
            told = {
                what for claim in asked for what in each.told(claim, claims.sources.get(claim.source), known)
            }
            known = each.settle(told, claims, known)
        return known

    def _concerned(self, claims: Claims) -> Iterable[Claim]:
        return claims if self.concerned is None else self.concerned(claims)

    def group(
        self, key: Hashable, members: Iterable[Claim], claims: Claims, facts: Facts, known: Any
    ) -> Group | None:
        """Return the group of a key, its claims once each and ordered by id; None where it makes none."""
        ordered = tuple(members)
        if len(ordered) > 1:
            unique = {claim.id: claim for claim in ordered}
            ordered = tuple([unique[name] for name in sorted(unique)])
        if len(ordered) < self.least:
            return None
        return self.made(Group(key=key, claims=ordered, beyond=claims, facts=facts), known)


@attrs.frozen(eq=False, repr=False)
class Groupings:
    """
    Several groupings for one check, one after the other.

    Attributes:
        parts: They.
    """

    parts: tuple[Grouping, ...]

    def __call__(self, claims: Claims, facts: Facts) -> Iterator[Group]:
        """Give the groups of each."""
        return chain.from_iterable(part(claims, facts) for part in self.parts)


Grouped = Callable[[Claims, Facts], Iterator[Group]]


def stable(key: Hashable) -> int:
    """
    Return a number of 64 bits for a key, the same in every process and on every machine.

    Example:
        >>> stable(("shipment", frozenset({"SD", "AE"}))) == stable(("shipment", frozenset({"AE", "SD"})))
        True
    """
    return int.from_bytes(
        blake2b(_written(key).encode(errors="surrogatepass"), digest_size=8).digest(), "big"
    )


def _written(key: Any) -> str:
    """Return a key in words: those of what it holds, for the order of a set is another in every process."""
    if key is None or isinstance(key, str):
        return repr(key)
    if isinstance(key, frozenset):
        return f"{{{','.join(sorted(map(_written, key)))}}}"
    if isinstance(key, tuple):
        return f"({','.join(map(_written, key))})"
    if attrs.has(type(key)):
        held = (getattr(key, field.name) for field in attrs.fields(type(key)))
        return f"{type(key).__qualname__}({','.join(map(_written, held))})"
    return repr(key)


def by_each(keys: Callable[[Claim], Iterable[Hashable]], *, least: int = 1) -> Grouping:
    """Return the grouping of claims by each of their keys; a claim without keys takes no part."""
    return Grouping(keys=lambda claim, _: dict.fromkeys(keys(claim)), least=least)


def by_topic(topic: Callable[[Claim], Hashable | None], *, least: int = 2) -> Grouping:
    """Return the grouping of claims that share a topic; a topic of None takes no part."""

    def keys(claim: Claim, _: Any) -> tuple[Hashable, ...]:
        key = topic(claim)
        return () if key is None else (key,)

    return Grouping(keys=keys, least=least)


def by_link(
    *kinds: LinkKind, within: Callable[[Claim, AbstractSet[str]], Iterable[str]] | None = None
) -> Grouping:
    """
    Return the grouping by links of some kinds: the claim that is linked to, and those that link to it.

    Args:
        *kinds: The kinds.
        within: Gives further groups that a claim stands in, of those that are linked to; None for no others.
    """

    def told(claim: Claim, _source: Source | None, _known: Any) -> Iterator[str]:
        return (link.claim for link in claim.links if link.kind in kinds and link.claim != claim.id)

    def keys(claim: Claim, linked: Any) -> Iterable[str]:
        own = (claim.id,) if claim.id in linked else ()
        if not claim.links:
            return own
        more = () if within is None else within(claim, linked)
        return dict.fromkeys((*own, *told(claim, None, None), *more))

    def made(group: Group, _known: Any) -> Group | None:
        return None if group.beyond.get(str(group.key)) is None else group

    rounds = (Round(told=told, settle=_all_told),)
    return Grouping(keys=keys, rounds=rounds, least=2, made=made, concerned=lambda claims: claims.once(_tied))


def _tied(claims: Claims) -> tuple[Claim, ...]:
    """Return the claims that have links, and those that these lead to."""
    linked = {link.claim for claim in claims if claim.links for link in claim.links}
    return tuple([claim for claim in claims if claim.links or claim.id in linked])


def _all_told(told: AbstractSet[Any], _claims: Lookup, _known: Any) -> AbstractSet[Any]:
    return told


def one_by_one(concerns: Callable[[Claim], bool]) -> Grouping:
    """Return the grouping of claims one by one, those that a check is concerned with."""
    return Grouping(keys=lambda claim, _: (claim.id,) if concerns(claim) else ())


def finding(
    verdict: Verdict, message: str, claims: tuple[Claim, ...], *, working: tuple[str, ...] = (),
    assumptions: tuple[str, ...] = (), severity: Severity = Severity.INFO,
) -> Finding:  # fmt: skip
    """Return a finding about claims; the engine adds the code and the name of the check."""
    return Finding(
        severity=severity,
        verdict=verdict,
        message=message,
        claims=tuple([claim.id for claim in claims]),
        working=working,
        assumptions=assumptions,
        cited=tuple(
            [
                Cited(claim=claim.id, source=claim.source, span=span)
                for claim in claims
                for span in claim.spans
            ]
        ),
    )

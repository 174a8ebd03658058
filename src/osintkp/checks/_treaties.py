"""Which treaty of the reference data a claim means, and whether it bound its parties on a day."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

import attrs

from osintkp.checks._dated import ahead, ahead_everywhere
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import REAL
from osintkp.facts import ReferenceTreaty
from osintkp.group import Group
from osintkp.records.treaty import Treaty
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer, Stance

TREATIES = frozenset({"treaty", "treaties"})
KINDS = TREATIES | {
    "agreement", "agreements", "pact", "pacts", "accord", "accords", "deal", "deals", "document", "documents", "convention",
    "memorandum", "declaration",
}  # fmt: skip
FILLER = frozenset({
    "a", "an", "and", "any", "at", "between", "bilateral", "existing", "for", "formal", "formally", "from", "in", "its", "new",
    "no", "of", "official", "on", "or", "signed", "such", "that", "the", "their", "this", "to", "understanding", "valid",
    "with", "within", "written",
})  # fmt: skip
MOST_TITLES = 4096


@lru_cache(MOST_TITLES)
def words(title: str) -> frozenset[str]:
    """
    Return the words of a title that tell one treaty from another.

    Example:
        >>> sorted(words("a formal Treaty on Defense Co-operation")), sorted(words("formal treaties"))
        (['cooperation', 'defence'], [])
    """
    return frozenset(_words(title)) - KINDS - FILLER


def _words(title: str) -> list[str]:
    from osintkp.vocabulary import names

    return names.key(title[: names.LONGEST]).replace("co operation", "cooperation").split()


def kinds(title: str) -> frozenset[str]:
    """
    Return what a title calls the thing: a treaty, an agreement, a pact.

    Example:
        >>> sorted(kinds("formal treaties"))
        ['treaties']
    """
    return frozenset(_words(title)) & KINDS


@lru_cache(MOST_TITLES)
def exact(title: str) -> str:
    """
    Return a title without its articles and its spelling, for comparing.

    Example:
        >>> exact("The Mutual Defense Treaty") == exact("mutual defence treaty")
        True
    """
    return " ".join(word for word in _words(title) if word not in ("the", "a", "an"))


def titles(known: ReferenceTreaty) -> tuple[str, ...]:
    """Return every title under which reports know a treaty, the official one first."""
    return (known.treaty.title or known.id, *known.titles)


def treaty_of(claim: Claim) -> Treaty:
    """Return the record of a claim about a treaty; an empty one for any other claim."""
    return claim.record if isinstance(claim.record, Treaty) else Treaty()


def bodies(claim: Claim) -> frozenset[str]:
    """Return the parties of a treaty; officials and agencies stand for their state."""
    return frozenset(actors.root(party) for party in treaty_of(claim).parties)


def topic(claim: Claim) -> Hashable | None:
    """Return what brings claims about one treaty together: two parties or more, else its title; None where neither is given."""
    if claim.kind != "treaty":
        return None
    parties = bodies(claim)
    if len(parties) > 1:
        return tuple(sorted(parties))
    title = treaty_of(claim).title
    return exact(title) if title else None


def asserted(claim: Claim) -> bool:
    """Tell whether a claim speaks of a treaty as something that is."""
    return claim.stance is Stance.ASSERTS and claim.modality in REAL


def of_parties(group: Group, parties: frozenset[str]) -> list[ReferenceTreaty]:
    """Return the known treaties between exactly these parties."""
    return [known for known in group.facts.treaties if parties and frozenset(known.treaty.parties) == parties]


def meant(group: Group, claim: Claim) -> list[ReferenceTreaty]:
    """
    Return the known treaties that a claim may mean: one where that is sure, several where it is open, else none.

    They share the parties, or the very title; no word of the claim's title is missing from theirs; and they were signed on
    the day that the claim gives, where it gives one, unless the very title is named.
    """
    record, parties = treaty_of(claim), bodies(claim)
    named = [known for known in group.facts.treaties if _named(known, record.title, parties)]
    among = of_parties(group, parties) if len(parties) > 1 else []
    fitting = [known for known in among if known not in named and _fits(known, record.title)]
    if record.signed is None:
        alive = _alive(group, claim, [*named, *fitting])
        return [known for known in alive if known in named] or alive
    found = [known for known in (*named, *fitting) if not apart(record.signed, known.treaty.signed)]
    same_day = [known for known in among if _same_day(record.signed, known.treaty.signed)]
    return found or named or (same_day if len(same_day) == 1 else [])


def _named(known: ReferenceTreaty, title: str | None, parties: frozenset[str]) -> bool:
    theirs = frozenset(known.treaty.parties)
    if not title or (
        parties and theirs and not (parties == theirs or (len(parties) == 1 and parties < theirs))
    ):
        return False
    wanted = exact(title)
    same = any(wanted == exact(each) for each in titles(known))
    return same and bool(words(title) or wanted.isalpha()) and (bool(parties) or _alone(title))


def _alone(title: str) -> bool:
    """Tell whether a title says by itself which treaty it is: an acronym, or a name with a capital inside."""
    return any(letter.isupper() for letter in title)


def _fits(known: ReferenceTreaty, title: str | None) -> bool:
    return words(title or "") <= frozenset().union(*map(words, titles(known))) | _named_parties(known)


def _named_parties(known: ReferenceTreaty) -> frozenset[str]:
    found: set[str] = set()
    for party in known.treaty.parties:
        if actors.known(party):
            actor = actors.actor(party)
            for name in (actor.name, *actor.names, *actor.adjectives, *actor.abbreviations):
                found |= words(name)
    return frozenset(found)


def _alive(group: Group, claim: Claim, found: list[ReferenceTreaty]) -> list[ReferenceTreaty]:
    """Return those of several that had been signed and had not ended when the claim was made, where there are any."""
    told = group.as_of(claim)
    if told is None or len(found) < 2:
        return found
    signed = [
        each
        for each in found
        if each.treaty.signed is None or told.before(each.treaty.signed) is not Answer.YES
    ]
    going = [
        each
        for each in signed
        if each.treaty.ended is None or each.treaty.ended.before(told) is not Answer.YES
    ]
    return going or signed or found


def apart(one: When | None, other: When | None) -> int:
    """
    Return by how many days two dates certainly lie apart, whichever comes first; 0 where they may be one.

    Example:
        >>> (
        ...     apart(When.parse("2024-06"), When.parse("2024-06-19")),
        ...     apart(When.parse("2019"), When.parse("2020-01-02")),
        ... )
        (0, 2)
    """
    if one is None or other is None:
        return 0
    return ahead(one, other) or ahead(other, one)


def surely_apart(one: When, other: When) -> bool:
    """
    Tell whether two dates lie apart whatever time zone each was written in.

    Example:
        >>> surely_apart(When.parse("2019-11-27"), When.parse("2019-11-28"))
        False
    """
    return ahead_everywhere(one, other) or ahead_everywhere(other, one)


def _same_day(one: When, other: When | None) -> bool:
    return other is not None and one.same(other) is Answer.YES


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Term:
    """
    From when to when a treaty binds, and who says so.

    Attributes:
        name: The treaty in words.
        signed: When it was signed.
        in_force: When it began to bind; None when it has not, or nobody says.
        ended: When it ceased to bind; None while it does, or where nobody says.
        ratified: When each party ratified it.
        basis: Where the dates are from.
        claims: The claims that give them; empty for reference data.
    """

    name: str
    signed: When | None = None
    in_force: When | None = None
    ended: When | None = None
    ratified: tuple[tuple[str, When], ...] = ()
    basis: str
    claims: tuple[Claim, ...] = ()

    def begun(self, day: When) -> Answer:
        """Return whether it bound already on a day."""
        return Answer.UNDECIDED if self.in_force is None else _not_before(day, self.in_force)

    def over(self, day: When) -> Answer:
        """Return whether it had ceased to bind before a day."""
        return Answer.NO if self.ended is None else self.ended.before(day)


def _not_before(day: When, start: When) -> Answer:
    return ~day.before(start)


def term(known: ReferenceTreaty) -> Term:
    """Return the term of a known treaty."""
    record = known.treaty
    return Term(
        name=called(known), signed=record.signed, in_force=record.in_force, ended=record.ended,
        ratified=tuple(sorted(record.ratified.items(), key=lambda each: (str(each[1]), each[0]))), basis=known.cited,
    )  # fmt: skip


def called(known: ReferenceTreaty) -> str:
    """Return a known treaty in words: title, parties, day of signing."""
    record = known.treaty
    parties = f" ({', '.join(record.parties)})" if record.parties else ""
    return f"the {record.title or known.id}{parties}" + (f" of {record.signed}" if record.signed else "")

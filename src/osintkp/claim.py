"""A claim: who says what, on which occasion, in which words."""

from functools import lru_cache
from typing import Any, Self

import attrs

from osintkp.dates import When
from osintkp.drafts import Draft, from_notation
from osintkp.errors import InvalidValueError
from osintkp.evidence import UNKNOWN, Link, Span, legal_id
from osintkp.inert import printable
from osintkp.records import Record
from osintkp.records._record import when_of
from osintkp.typed import guarded, typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Credibility, LinkKind, Modality, Part, Stance

JOURNALISTIC = "journalistic"
LONGEST_WORD = 200
_legal_source = lru_cache(maxsize=1024)(legal_id)


@typed
@attrs.frozen(kw_only=True)
class LikelihoodWord:
    """
    A word of likelihood with the scheme that gives it its meaning.

    Attributes:
        scheme: ``icd203``, ``phia``, or ``journalistic`` for a word outside any scheme.
        word: As printed.

    Raises:
        InvalidValueError: There is no such scheme (``likelihood-scheme-unknown``), or it has no such word
            (``likelihood-word-unknown``).

    Example:
        >>> LikelihoodWord(scheme="phia", word="realistic possibility").word
        'realistic possibility'
    """

    __repr__ = printed

    scheme: str
    word: str

    def __attrs_post_init__(self) -> None:
        if self.scheme == JOURNALISTIC:
            return
        from osintkp.vocabulary.likelihood import likelihood, schemes

        if self.scheme not in schemes():
            fix = f"write {', '.join(schemes())} or {JOURNALISTIC}"
            code, what = "likelihood-scheme-unknown", "there is no such scheme of likelihood"
            raise InvalidValueError(code, what, self.scheme, fix, field="scheme")
        likelihood(self.scheme, self.word[:LONGEST_WORD])


@typed
@attrs.frozen(kw_only=True, weakref_slot=False)
class ClaimLink:
    """
    How one claim stands to another.

    Attributes:
        kind: The relation, read from the claim that has the link to the claim that it names.
        claim: Whole id of the other claim.
        value: With ``ratio_to`` and ``share_of``: this figure divided by the other's.

    Example:
        >>> ClaimLink(
        ...     kind=LinkKind.SHARE_OF, claim="s1/pledged", value=Amount.parse("~30 percent")
        ... ).value.best
        30.0
    """

    __repr__ = printed

    kind: LinkKind
    claim: str
    value: Amount | None = None


@typed
@attrs.frozen(kw_only=True)
class Suppression:
    """
    What a coder knows better than a check: its findings about a claim are set aside, and listed with the reason.

    Attributes:
        check: Code, name or family of the check.
        reason: Why, in the coder's words.
        claim: Whole id of another claim that a finding has to speak of as well; None for every finding about this one.

    Raises:
        InvalidValueError: No reason is given (``no-reason``).

    Example:
        >>> Suppression(
        ...     check="single-origin", reason="two offices that do not talk to each other"
        ... ).claim is None
        True
    """

    __repr__ = printed

    check: str
    reason: str
    claim: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            what, fix = "a finding is set aside without a reason", "say why"
            raise InvalidValueError("no-reason", what, self.reason, fix, field="reason")


@typed
@attrs.frozen(kw_only=True, weakref_slot=False)
class Claim:
    """
    One utterance of one record: the same figure in two sources is two claims.

    Attributes:
        id: Whole id, the source's id and the claim's own: ``s1/containers``.
        source: Id of the source.
        record: What is said to have happened.
        spans: The words that it was read from.
        part: The part of the text where they stand.
        attribution: Who passed the words on, origin first; empty when the source speaks in its own voice.
        stance: Whether the record is asserted or denied.
        modality: In what mode: stated, estimated, a capacity, a pledge.
        likelihood: The likelihood word and its scheme; None when none was used.
        confidence: The claimant's own confidence in words; None when none was given.
        credibility: Admiralty digit of this claim; ``6`` when it cannot be judged.
        said: When the claimant said it; None when not known.
        coder: Who coded it, or which reader drafted it.
        about: A note of the coder.
        links: How it stands to other claims.
        suppress: Checks whose findings about it are set aside, each with the reason.
        draft: How a reader drafted it; None for one that a person coded or accepted.

    Raises:
        InvalidValueError: The id is not the source's and a legal one of its own (``bad-id``).

    Example:
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(
        ...     id="a/tanks",
        ...     source="a",
        ...     record=Loss(actor="SD", amount=Amount.parse("~40 tank")),
        ...     spans=(Span(quote="some forty tanks"),),
        ...     attribution=(Link(actor="rsf"),),
        ... )
        >>> claim.speaker, str(claim.amount)
        ('rsf', '~40 tank')
    """

    __repr__ = printed

    id: str
    source: str
    record: Record
    spans: tuple[Span, ...] = ()
    part: Part = Part.BODY
    attribution: tuple[Link, ...] = ()
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.STATED
    likelihood: LikelihoodWord | None = None
    confidence: str | None = None
    credibility: Credibility = Credibility.UNKNOWN
    said: When | None = None
    coder: str | None = None
    about: str | None = None
    links: tuple[ClaimLink, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    draft: Draft | None = None

    def __attrs_post_init__(self) -> None:
        source, _, own = self.id.partition("/")
        if source != self.source or not (_legal_source(source) and legal_id(own)):
            what = f"the id of a claim is its source's, {self.source!r}, then '/' and a legal id of its own"
            raise InvalidValueError(
                "bad-id", what, self.id, f"write it like '{self.source}/shells-152'", field="id"
            )

    @guarded
    def accept(self, by: str, **changes: Any) -> Self:
        """
        Return the claim that a person stands for, in place of the draft.

        Args:
            by: Who accepts it; that becomes its coder.
            **changes: What the draft had wrong, by the name of a field of the claim, else of its record; amounts, dates
                and words of a scale may be text.

        Raises:
            InvalidValueError: It is no draft (``no-draft``), nobody accepts it (``no-coder``), or there is no such field
                (``unknown-field``).

        Example:
            >>> from osintkp.records.loss import Loss
            >>> draft = Claim(id="a/1", source="a", record=Loss(actor="AM"), coder="reader", draft=Draft())
            >>> claim = draft.accept(by="ana", amount="~40 tank", stance="denies")
            >>> claim.coder, str(claim.amount), str(claim.stance), claim.draft
            ('ana', '~40 tank', 'denies', None)
        """
        if self.draft is None:
            fix = "accept a claim that a reader drafted, or change this one with attrs.evolve"
            raise InvalidValueError("no-draft", "the claim is no draft", self.id, fix)
        if not by.strip():
            raise InvalidValueError("no-coder", "nobody accepts the draft", by, "name who does", field="by")
        mine = {field.name for field in attrs.fields(type(self))}
        own = {name: value for name, value in changes.items() if name in mine}
        told = {name: value for name, value in changes.items() if name not in mine}
        fields = [field.name for field in attrs.fields(type(self.record))]
        for name in told:
            if name not in fields:
                what = f"neither a claim nor its {self.kind} has such a field"
                raise InvalidValueError("unknown-field", what, name, f"use one of {', '.join(fields)}")
        record = own.pop("record", self.record)
        revised = attrs.evolve(record, **from_notation(type(record), told))
        return attrs.evolve(
            self, **from_notation(type(self), own) | {"record": revised, "coder": by, "draft": None}
        )

    @property
    def kind(self) -> str:
        """Return the kind of the record."""
        return self.record.kind

    @property
    def amount(self) -> Amount | None:
        """Return the amount of the record; None when it gives none."""
        value = getattr(self.record, "amount", None)
        return value if isinstance(value, Amount) else None

    @property
    def when(self) -> When | None:
        """Return the date or period that the record is about; None when it gives none."""
        value = getattr(self.record, "when", None)
        return value if isinstance(value, When) else when_of(self.record)

    @property
    def item(self) -> str | None:
        """Return the goods of the record; None when it names none."""
        value = getattr(self.record, "item", None)
        return value if isinstance(value, str) else None

    @property
    def actors(self) -> tuple[str | None, ...]:
        """Return the actors of the record in the order of their roles."""
        return self.record.actors

    @property
    def everybody(self) -> tuple[str, ...]:
        """Return everybody whom the claim names, in its record or its attribution, once each."""
        named = [*self.actors, *[link.actor for link in self.attribution]]
        return tuple(dict.fromkeys([actor for actor in named if actor and actor != UNKNOWN]))

    @property
    def speaker(self) -> str | None:
        """Return whom the source names as saying so; None when it speaks in its own voice."""
        for link in self.attribution:
            if link.basis is None:
                return link.actor
        return None

    @property
    def origin(self) -> str:
        """Return where the words come from: the first of the chain, or the source in its own voice."""
        return self.attribution[0].actor if self.attribution else self.source

    @property
    def quote(self) -> str:
        """Return the quoted words; several spans stand apart by an ellipsis."""
        return " … ".join(span.quote for span in self.spans)

    def linked(self, kind: LinkKind) -> tuple[str, ...]:
        """Return the ids of the claims that this one has a link of a kind to."""
        return tuple([link.claim for link in self.links if link.kind is kind]) if self.links else ()

    def _repr_html_(self) -> str:
        from osintkp.cards import card, lines, quoted

        fields = [(field.name, self.record.of(field.name)) for field in attrs.fields(type(self.record))]
        chain = " › ".join(link.actor for link in self.attribution) or "own voice"  # noqa: RUF001  an arrow of the chain
        told = [
            ("says", f"{chain} ({'denies' if self.stance is Stance.DENIES else self.modality})"), ("said", self.said),
            ("what", self.kind.replace("_", " ")), *((name, _shown(value)) for name, value in fields),
            ("credibility", f"{self.credibility} · {self.credibility.wording}"),
            ("links", lines(f"{link.kind} {link.claim}" for link in self.links)),
            ("coder", self.coder), ("about", self.about),
        ]  # fmt: skip
        quotes = lines(quoted(span.quote) for span in self.spans)
        return card(f"claim {self.id}", [("words", quotes), *told])

    def __str__(self) -> str:
        """Return the claim as one line: id, who says so, what, when."""
        return printable(f"{self.id}: {self.sentence()}")

    def sentence(self) -> str:
        """
        Return who says what as one line that keeps the hedge, the claimant and the stance.

        Example:
            >>> from osintkp.records.loss import Loss
            >>> Claim(
            ...     id="a/1", source="a", record=Loss(actor="AM", amount=Amount.parse(">50 tank"))
            ... ).sentence()
            'own voice (stated) · loss · AM > ? · >50 tank'
        """
        says = "denies" if self.stance is Stance.DENIES else self.modality.value
        actors = " > ".join(actor or "?" for actor in self.actors) if any(self.actors) else None
        facts = (self.record.of(name) for name in ("amount", "item", "calibre", "title", "text"))
        when = None if self.when is None else f"[{self.when}]"
        parts = [
            f"{self.speaker or 'own voice'} ({says})",
            self.kind.replace("_", " "),
            actors,
            *facts,
            when,
        ]
        return " ".join(" · ".join(str(part) for part in parts if part is not None).split())


def _shown(value: object) -> str | None:
    """Return a field of a record in words; None for one that is not given."""
    return (
        None
        if value in (None, ())
        else ", ".join(map(str, value))
        if isinstance(value, tuple)
        else str(value)
    )

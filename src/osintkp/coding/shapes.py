"""The shapes that stand in a coding file, before they are sources and claims."""

from typing import NewType

import attrs

from osintkp.claim import ClaimLink, LikelihoodWord, Suppression
from osintkp.dates import When
from osintkp.drafts import Draft
from osintkp.evidence import Link
from osintkp.vocabulary.scales import Credibility, Modality, Part, Reliability, Stance

SCHEMA = "osintkp/1"

Content = NewType("Content", str)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CodedWhen:
    """A date with the words that it was read from and the day that they are anchored to."""

    edtf: str
    words: str | None = None
    anchor: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CodedSource:
    """The table ``[source]``: a source, and where its text is: in a file beside the coding, or here as ``content``."""

    id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: When | None = None
    published_basis: str | None = None
    retrieved: When | None = None
    address: str | None = None
    language: str | None = None
    reliability: Reliability = Reliability.F
    sha256: str | None = None
    length: int | None = None
    text: str | None = None
    content: Content | None = None
    derived_from: str | None = None
    notes: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CodedSpan:
    """One quote of a claim that has several."""

    quote: str
    span: tuple[int, ...] | None = None
    prefix: str | None = None
    suffix: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CodedClaim:
    """One table ``[[claim]]`` without its record, which stands under the name of its kind."""

    id: str
    quote: str | None = None
    span: tuple[int, ...] | None = None
    prefix: str | None = None
    suffix: str | None = None
    spans: tuple[CodedSpan, ...] = ()
    part: Part = Part.BODY
    speaker: str | None = None
    role: str | None = None
    verb: str | None = None
    via: tuple[str, ...] = ()
    attribution: tuple[Link, ...] = ()
    said: When | None = None
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.STATED
    likelihood: LikelihoodWord | None = None
    confidence: str | None = None
    credibility: Credibility = Credibility.UNKNOWN
    coder: str | None = None
    about: str | None = None
    links: tuple[ClaimLink, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    draft: Draft | None = None

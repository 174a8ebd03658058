"""The closed scales: three-valued answers, grades, stances, modalities, severities, verdicts."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Answer(StrEnum):
    """
    A three-valued answer: what is only partly known cannot always be decided.

    ``YES`` and ``NO`` may stand in an ``if``; ``UNDECIDED`` has no truth value and says so.

    Example:
        >>> ~Answer.YES, Answer.YES & Answer.UNDECIDED
        (<Answer.NO: 'no'>, <Answer.UNDECIDED: 'undecided'>)
        >>> bool(Answer.UNDECIDED)
        Traceback (most recent call last):
            ...
        TypeError: 'undecided' is neither true nor false; compare with Answer.YES or Answer.NO
    """

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"

    @classmethod
    def of(cls, *, yes: bool, no: bool) -> Answer:
        """Return the answer that two exclusive certainties give; neither leaves it undecided."""
        if yes:
            return _YES
        return _NO if no else _UNDECIDED

    def __bool__(self) -> bool:
        if self is Answer.UNDECIDED:
            raise TypeError("'undecided' is neither true nor false; compare with Answer.YES or Answer.NO")
        return self is Answer.YES

    def __invert__(self) -> Answer:
        return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(self, self)

    def __and__(self, other: Answer) -> Answer:
        pair = (self, other)
        return Answer.of(yes=pair == (Answer.YES, Answer.YES), no=Answer.NO in pair)

    def __or__(self, other: Answer) -> Answer:
        return ~(~self & ~other)


_YES, _NO, _UNDECIDED = Answer  # a name of a module is read ten times as fast as a member of its scale


class _Graded(StrEnum):
    """A grade whose code and wording come from one line."""

    wording: str

    def __new__(cls, code: str, wording: str) -> Self:
        grade = str.__new__(cls, code)
        grade._value_ = code
        grade.wording = wording
        return grade


class Reliability(_Graded):
    """
    How far a source can be relied on: the letter of the Admiralty (NATO) code.

    It belongs to the source and says nothing about one report. ``F`` means unknown, not worst.
    Wordings: MISP taxonomy ``admiralty-scale``; Wikipedia, "Admiralty code".

    Example:
        >>> Reliability.B.wording
        'Usually reliable'
    """

    A = "A", "Completely reliable"
    B = "B", "Usually reliable"
    C = "C", "Fairly reliable"
    D = "D", "Not usually reliable"
    E = "E", "Unreliable"
    F = "F", "Reliability cannot be judged"


class Credibility(_Graded):
    """
    How far one report can be believed: the digit of the Admiralty (NATO) code.

    It belongs to the claim and is judged apart from the source. ``6`` means unknown, not worst.
    Wordings: MISP taxonomy ``admiralty-scale``; Wikipedia, "Admiralty code".

    Example:
        >>> Credibility("3").wording
        'Possibly true'
    """

    CONFIRMED = "1", "Confirmed by other sources"
    PROBABLY_TRUE = "2", "Probably true"
    POSSIBLY_TRUE = "3", "Possibly true"
    DOUBTFUL = "4", "Doubtful"
    IMPROBABLE = "5", "Improbable"
    UNKNOWN = "6", "Truth cannot be judged"


class Stance(StrEnum):
    """Whether a claim says that its record holds, or that it does not."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Modality(StrEnum):
    """In what mode a claim puts its record: a fact, an estimate, a capacity, a promise."""

    STATED = "stated"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    CAPACITY = "capacity"
    PREDICTED = "predicted"
    CONDITIONAL = "conditional"
    PLEDGED = "pledged"
    AUTHORISED = "authorised"


class Part(StrEnum):
    """The part of the text where a claim stands."""

    HEADING = "heading"
    LEDE = "lede"
    BODY = "body"
    CAPTION = "caption"


class Measure(StrEnum):
    """What a count counts: what is there, what moved in a window, a running total, or a rate."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    RATE = "rate"


class LinkKind(StrEnum):
    """How one claim stands to another."""

    PART_OF = "part_of"
    CONTAINED_IN = "contained_in"
    ALTERNATIVE_TO = "alternative_to"
    RATIO_TO = "ratio_to"
    SHARE_OF = "share_of"
    REPEATS = "repeats"
    REVISES = "revises"
    IN_RETURN_FOR = "in_return_for"
    SUPPORTS = "supports"
    REFUTES = "refutes"


class SpanStatus(StrEnum):
    """How a quote was met in the text: letter by letter, but for spacing and quote marks, or not at all."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"
    MISSING = "missing"


class Severity(StrEnum):
    """How much a finding asks of its reader."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return its place among the severities, the gravest first, from 0."""
        return tuple(Severity).index(self)


class Verdict(StrEnum):
    """What a check concludes of the claims that it held against each other."""

    CONFLICT = "conflict"
    REVISION = "revision"
    PART_OF = "part_of"
    DIFFERENT_WINDOW = "different_window"
    DIFFERENT_SCOPE = "different_scope"
    DIFFERENT_ITEM = "different_item"
    SAME_ORIGIN = "same_origin"
    AGREEMENT = "agreement"
    UNDECIDED = "undecided"

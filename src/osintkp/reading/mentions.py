"""What the reader sees in a text, before it is put together: words in their exact place, with what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from osintkp.dates import When
from osintkp.vocabulary.fields import printed


@attrs.frozen(kw_only=True)
class AmountMention:
    """
    A figure with what it counts.

    Attributes:
        start: First code point, hedge included.
        end: One past the last, unit or counted noun included.
        quote: ``text[start:end]``.
        low: The least that the words allow; None for no lower end. Of "roughly 6,700" it is 6700 itself: how loose a
            hedge is, is for a policy to say.
        best: The printed number; None for a range, a one-sided bound, a vague word.
        high: The most that the words allow; None for no upper end.
        unit: What is counted, singular: a unit of the library where it has one (``round``, ``person``, ``container``,
            ``kilometre``, ``percent``, ``USD``), else the counted noun; None where nothing says it.
        item: The words for the goods, people or things counted, as printed, without the figure; None where there are none.
        comparator: ``~``, ``>``, ``>=``, ``<``, ``<=`` or the empty string, as in the notation of amounts.
        hedge: The words that hedge, as printed; None for none.
        approximate: Whether a hedge or a vague word makes it approximate.
        number: Where the bare number stands: start and end.
        role: ``count``, ``measure`` (mass, length, duration, volume), ``money``, ``percent``, ``calibre``, ``rate`` or ``multiple``.
        base: Of a share, "of those", "of its": the words that it is a part of, as printed; None for none.
        per: Of a rate, the unit of time or thing that it is per; None for none.

    Example:
        >>> AmountMention(
        ...     start=0, end=9, quote="12 trucks", low=12.0, best=12.0, high=12.0, unit="truck", number=(0, 2)
        ... ).best
        12.0
    """

    __repr__ = printed

    start: int
    end: int
    quote: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    item: str | None = None
    comparator: str = ""
    hedge: str | None = None
    approximate: bool = False
    number: tuple[int, int]
    role: str = "count"
    base: str | None = None
    per: str | None = None


@attrs.frozen(kw_only=True)
class DateMention:
    """
    A date, period or relative date.

    Attributes:
        start: First code point, "since", "until" and the like included.
        end: One past the last.
        quote: ``text[start:end]``.
        when: What it means; unknown parts stay open (``XXXX-09``). None where it needs an anchor that is not there.
        anchored: Whether the date of publication was needed and used.

    Example:
        >>> DateMention(start=3, end=12, quote="June 2024", when=When.parse("2024-06")).when.edtf
        '2024-06'
    """

    __repr__ = printed

    start: int
    end: int
    quote: str
    when: When | None = None
    anchored: bool = False


@attrs.frozen(kw_only=True)
class ActorMention:
    """
    A state, body, group, outlet or person that is named.

    Attributes:
        start: First code point, title included.
        end: One past the last.
        quote: ``text[start:end]``.
        actor: Id; None where several fit, or where nobody is named (an anonymous official).
        candidates: Every id that fits.
        by: How it is named: ``name``, ``adjective``, ``metonym``, ``abbreviation``, ``spelling``, ``lookalike``, ``person``,
            ``pronoun``, ``anonymous``.
        role: The title or office as printed ("defence minister", "a senior official"); None for none.
        state: The state that it belongs to, by ISO 3166-1 code, where it is known; a state's own code for a state.
        confidence: From 0 to 1; lower for repaired spellings, surnames and pronouns.

    Example:
        >>> ActorMention(
        ...     start=0, end=5, quote="Sudan", actor="SD", candidates=("SD",), by="name", state="SD"
        ... ).actor
        'SD'
    """

    __repr__ = printed

    start: int
    end: int
    quote: str
    actor: str | None = None
    candidates: tuple[str, ...] = ()
    by: str
    role: str | None = None
    state: str | None = None
    confidence: float = 1.0


@attrs.frozen(kw_only=True)
class PlaceMention:
    """
    A place on the map.

    Attributes:
        start: First code point.
        end: One past the last.
        quote: ``text[start:end]``.
        place: Id in the table of places; a state's code for a state; None where the words name a place the table lacks
            or several fit.
        state: The state that it lies in; None where that is not known.

    Example:
        >>> PlaceMention(start=0, end=4, quote="Goma", place="goma", state="CD").state
        'CD'
    """

    __repr__ = printed

    start: int
    end: int
    quote: str
    place: str | None = None
    state: str | None = None


@attrs.frozen(kw_only=True)
class ItemMention:
    """
    Goods, weapons, fuel, money, aid.

    Attributes:
        start: First code point, calibre and model included.
        end: One past the last.
        quote: ``text[start:end]``.
        path: Its class in the taxonomy; None where several fit.
        model: The designation of the system; None for a class.
        calibre: In millimetres; None where none is given.

    Example:
        >>> ItemMention(start=0, end=11, quote="T-72 tanks", path="vehicles/tank", model="T-72").model
        'T-72'
    """

    __repr__ = printed

    start: int
    end: int
    quote: str
    path: str | None = None
    model: str | None = None
    calibre: float | None = None


@attrs.frozen(kw_only=True)
class CueMention:
    """
    Words that tell who says so, how surely, or that it is not so.

    Attributes:
        start: First code point.
        end: One past the last.
        quote: ``text[start:end]``.
        kind: ``says``, ``denies``, ``according`` (a source without a verb), ``hedges``, ``negates`` or ``pledges``.
        verb: Its base form: ``say``, ``deny``, ``estimate``.
        modality: The modality that it lends, by name (``estimated``, ``alleged``, ``capacity``, ``predicted``, ``conditional``,
            ``pledged``, ``authorised``); None for a plain one.

    Example:
        >>> CueMention(
        ...     start=0, end=9, quote="estimates", kind="says", verb="estimate", modality="estimated"
        ... ).modality
        'estimated'
    """

    __repr__ = printed

    start: int
    end: int
    quote: str
    kind: str
    verb: str
    modality: str | None = None


class Mentions(NamedTuple):
    """
    Everything that is seen in a text, each list sorted by where its mentions begin.

    Attributes:
        amounts: The figures.
        dates: The dates and periods.
        actors: States, bodies, groups, outlets, persons.
        places: Places on the map.
        items: Goods, weapons, fuel, money, aid.
        cues: Words that tell who says so, how surely, or that it is not so.

    Example:
        >>> Mentions().amounts
        ()
    """

    amounts: Sequence[AmountMention] = ()
    dates: Sequence[DateMention] = ()
    actors: Sequence[ActorMention] = ()
    places: Sequence[PlaceMention] = ()
    items: Sequence[ItemMention] = ()
    cues: Sequence[CueMention] = ()

"""When something happened, as far as is known: a day, a month, a season, a period with an open end."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn, Self

import attrs

from osintkp.dates import relations
from osintkp.dates.edtf import OPEN, Bounds, Precision, bounds
from osintkp.errors import DateError
from osintkp.typed import guarded
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Answer

if TYPE_CHECKING:
    from collections.abc import Callable


def _bounds_of(when: When) -> Bounds:
    found = bounds(when.edtf) if isinstance(when.edtf, str) else None
    if found is None:
        from osintkp.dates.refusal import refusal

        raise refusal(when.edtf)
    return found


def _text_or_none(_when: When, _field: attrs.Attribute[str | None], words: str | None) -> None:
    if not isinstance(words, str | None):
        raise DateError("wrong-type", "the words of a date are a text", words, "put them in quotes")


def _day_or_none(_when: When, _field: attrs.Attribute[date | None], anchor: date | None) -> None:
    if anchor is not None:
        _calendar_day(anchor)


def _calendar_day(day: date) -> date:
    if isinstance(day, datetime) or not isinstance(day, date):
        raise DateError("wrong-type", "one calendar day is asked for", day, "give a datetime.date")
    return day


@attrs.frozen(kw_only=True)
class When:
    """
    A date or period that may be known in part only.

    ``==`` compares what is written, not what is meant: two texts for the same day differ. What is meant is
    compared by the relations, which answer yes, no or undecided. There is no ``<``.

    A single date of reduced precision is *one day* within it: ``2024-06`` is some day in June 2024, not all
    of June (that is ``2024-06-01/2024-06-30``; see :attr:`whole`). A qualifier (``?`` uncertain, ``~``
    approximate, ``%`` both) leaves :attr:`earliest` and :attr:`latest` as they are; the relations and
    :attr:`days` allow for one unit more on each side: a month for ``2024-06~``, a day for ``2024-06-19~``.

    Attributes:
        edtf: The date in the notation of :mod:`osintkp.dates.edtf`, which is also its ``str``.
        words: The words that it was read from; ``None`` when it was not read from words.
        anchor: The day that relative words were resolved against; ``None`` when they needed none.

    Raises:
        DateError: ``edtf`` is not in the notation; the message says what would be.

    Example:
        >>> When(edtf="2024-06", words="last June", anchor=date(2024, 11, 5)).latest
        datetime.date(2024, 6, 30)
    """

    __repr__ = printed

    edtf: str
    words: str | None = attrs.field(default=None, validator=_text_or_none)
    anchor: date | None = attrs.field(default=None, validator=_day_or_none)
    _bounds: Bounds = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_bounds_of, takes_self=True)
    )

    def _repr_html_(self) -> str:
        from osintkp.cards import card

        ends = [("earliest", self.earliest or "open"), ("latest", self.latest or "open")]
        return card(self.edtf, [*ends, ("words", self.words), ("counted from", self.anchor)])

    @classmethod
    @guarded
    def parse(cls, text: str, *, words: str | None = None, anchor: date | None = None) -> Self:
        """
        Return the date that a text in the notation stands for. Nothing is filled in, and no clock is read.

        Raises:
            DateError: The text is not in the notation, or longer than 64 characters.

        Example:
            >>> When.parse("13/02/2024")
            Traceback (most recent call last):
                ...
            osintkp.errors.DateError: the order of such figures differs from country to country: '13/02/2024'; write 2024-02-13
        """
        return cls(edtf=text, words=words, anchor=anchor)

    @classmethod
    @guarded
    def of(cls, given: When | date | str) -> When:
        """
        Return what people give for a date as one: a date stays, a calendar day and a text in the notation become one.

        Raises:
            DateError: It is none of these, or not in the notation.

        Example:
            >>> str(When.of(date(2023, 4, 15))), str(When.of("2023-04"))
            ('2023-04-15', '2023-04')
        """
        if isinstance(given, When):
            return given
        return cls.point(given) if isinstance(given, date) else cls.parse(given)

    @classmethod
    @guarded
    def point(cls, day: date) -> Self:
        """
        Return the date of one calendar day.

        Raises:
            DateError: It is something else, or has a time of day.

        Example:
            >>> str(When.point(date(2024, 6, 19)))
            '2024-06-19'
        """
        return cls(edtf=_calendar_day(day).isoformat())

    def __str__(self) -> str:
        return self.edtf

    def _unordered(self, _other: object) -> NoReturn:
        raise TypeError("dates known in part have no order; ask certainly_before or possibly_before")

    __lt__ = __le__ = __gt__ = __ge__ = _unordered

    @property
    def earliest(self) -> date | None:
        """The first day that the text allows; ``None`` when that is open or unknown."""
        return self._bounds.start.earliest

    @property
    def latest(self) -> date | None:
        """The last day that the text allows; ``None`` when that is open or unknown."""
        return self._bounds.end.latest

    @property
    def precision(self) -> Precision:
        """
        How closely it is known.

        Example:
            >>> When.parse("2024-XX").precision, When.parse("XXXX-09-14").precision
            (<Precision.YEAR: 'year'>, <Precision.UNKNOWN: 'unknown'>)
        """
        if not self.is_period:
            return self._bounds.start.precision
        return Precision.INTERVAL if self._bounds.is_dated else Precision.UNKNOWN

    @property
    def approximate(self) -> bool:
        """Whether it, or an end of it, is marked as approximate: ``~`` or ``%``."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is marked as uncertain: ``?`` or ``%``."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def is_period(self) -> bool:
        """Whether it is a period rather than one day that may not be known closely."""
        return self._bounds.is_period

    @property
    def open_start(self) -> bool:
        """Whether the period has no beginning: ``../2024``."""
        return self._bounds.start.is_open

    @property
    def open_end(self) -> bool:
        """Whether the period goes on: ``2023-09/..``."""
        return self._bounds.end.is_open

    @property
    def unknown_start(self) -> bool:
        """Whether nothing tells when it starts: ``/2024``, ``XXXX-09/2024``, and ``XXXX-09`` itself."""
        return self._bounds.start.is_unknown

    @property
    def unknown_end(self) -> bool:
        """Whether nothing tells when it ends: ``2023-09/``, ``2023/XXXX-09``, and ``XXXX-09`` itself."""
        return self._bounds.end.is_unknown

    @property
    def days(self) -> tuple[int, int] | None:
        """
        The least and most days that it can last; one for a single date, ``None`` if an end is open or unknown.

        Example:
            >>> When.parse("2024-02-26/2024-03").days, When.parse("2023-09/..").days
            ((5, 35), None)
        """
        start, end = self._bounds.start, self._bounds.end
        if start.earliest is None or end.latest is None:
            return None
        if not self.is_period:
            return 1, 1
        least = (self._bounds.end_first - self._bounds.start_last).days + 1
        return max(least, 1), (end.last - start.first).days + 1

    @property
    def whole(self) -> Self:
        """
        The period from the first to the last day that it allows; itself when no year is known.

        Example:
            >>> str(When.parse("2024-06").whole), str(When.parse("2023-09/..").whole)
            ('2024-06-01/2024-06-30', '2023-09-01/..')
        """
        if not self._bounds.is_dated:
            return self
        start = OPEN if self.open_start else self.earliest or ""
        end = OPEN if self.open_end else self.latest or ""
        return attrs.evolve(self, edtf=f"{start}/{end}")

    @guarded
    def until(self, other: When) -> Self:
        """
        Return the period from the start of this to the end of the other.

        Raises:
            DateError: The other ends before this starts, or neither has a date.

        Example:
            >>> str(When.parse("2023-09").until(When.parse("2024-02-26")))
            '2023-09/2024-02-26'
        """
        return type(self)(edtf=f"{self.edtf.partition('/')[0]}/{other.edtf.rpartition('/')[2]}")

    @guarded
    def before(self, other: When) -> Answer:
        """
        Return whether every day of this comes before every day of the other.

        Example:
            >>> june = When.parse("2024-06")
            >>> When.parse("2023").before(june), When.parse("2024").before(june)
            (<Answer.YES: 'yes'>, <Answer.UNDECIDED: 'undecided'>)
        """
        return self._ask(other, relations.before)

    @guarded
    def after(self, other: When) -> Answer:
        """
        Return whether every day of this comes after every day of the other.

        Example:
            >>> When.parse("2024-06").after(When.parse("2023-09/.."))
            <Answer.NO: 'no'>
        """
        return other.before(self)

    @guarded
    def overlaps(self, other: When) -> Answer:
        """
        Return whether this and the other share at least one day.

        Example:
            >>> When.parse("2023-09/2024-02").overlaps(When.parse("2024-01-15"))
            <Answer.YES: 'yes'>
        """
        return self._ask(other, relations.overlaps)

    @guarded
    def within(self, other: When) -> Answer:
        """
        Return whether every day of this is a day of the other.

        A month asked against a month is undecided, since each is one day; ask its :attr:`whole`.

        Example:
            >>> day, month = When.parse("2024-06-19"), When.parse("2024-06")
            >>> day.within(month), day.within(month.whole)
            (<Answer.UNDECIDED: 'undecided'>, <Answer.YES: 'yes'>)
        """
        return self._ask(other, relations.within)

    @guarded
    def same(self, other: When) -> Answer:
        """
        Return whether both are the same day or period; yes needs both to be known to the day.

        Example:
            >>> june = When.parse("2024-06")
            >>> june.same(june), june.same(When.parse("2024-07"))
            (<Answer.UNDECIDED: 'undecided'>, <Answer.NO: 'no'>)
        """
        return self._ask(other, relations.same)

    @guarded
    def certainly_before(self, other: When) -> Answer:
        """
        Return whether every reading puts this before the other.

        Where :meth:`before` is undecided for want of precision, this is no. It is undecided only where the
        unknown end of this or the unknown start of the other decides, or no year is known.

        Example:
            >>> june = When.parse("2024-06")
            >>> When.parse("2024").certainly_before(june), When.parse("2023-09/").certainly_before(june)
            (<Answer.NO: 'no'>, <Answer.UNDECIDED: 'undecided'>)
        """
        return self._ask(other, relations.certainly_before)

    @guarded
    def possibly_before(self, other: When) -> Answer:
        """
        Return whether some reading puts this before the other; undecided only as in the last.

        Example:
            >>> When.parse("2024").possibly_before(When.parse("2024-06"))
            <Answer.YES: 'yes'>
        """
        return self._ask(other, relations.possibly_before)

    def _ask(self, other: When, rule: Callable[[Bounds, Bounds], Answer]) -> Answer:
        dated = self._bounds.is_dated and other._bounds.is_dated
        return rule(self._bounds, other._bounds) if dated else Answer.UNDECIDED

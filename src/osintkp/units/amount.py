"""An amount: what a figure says, with the bounds that its words leave open, in a unit."""

from math import inf
from typing import TYPE_CHECKING, Any, Self, cast

import attrs

from osintkp.errors import AmountError
from osintkp.typed import guarded, not_of_its_type
from osintkp.units import comparing, definitions, diagnosis, notation, shapes
from osintkp.units.looseness import DEFAULT, POLICIES, rounding
from osintkp.units.looseness import policy as policy_of
from osintkp.units.notation import Comparator
from osintkp.vocabulary.fields import opened
from osintkp.vocabulary.scales import Answer

if TYPE_CHECKING:
    from osintkp.units.registry import Quantity, Registry

_EXACT = Comparator.EXACT


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Amount:
    """
    What a figure says: a number with its bounds, in a unit, and how it was hedged.

    ``==`` is structural and tells ``~1.3`` from ``~1.30``; :meth:`equal`, :meth:`less` and :meth:`greater` compare what the
    figures mean. There is no ``<``. An amount holds numbers and names only, so that it pickles into any process.

    Attributes:
        low: The lowest value that the words allow; None for no bound.
        best: The printed number; None for a bound or a range.
        high: The highest value that the words allow; None for no bound.
        unit: The canonical unit name, or a rate of two; the empty string for a pure number.
        comparator: How the number is to be read.
        hedge: The hedge's own words, as printed; None where there is none.
        looseness: The policy that sets the bounds of an approximate number; the default where no policy is at work.
        printed: The number or numbers as printed; made from the bounds where it is not given or does not say the same.

    Raises:
        AmountError: ``wrong-type``, ``number-not-finite``, ``number-size``, ``number-range``, ``amount-order``, ``amount-shape``,
            ``hedge-syntax``, ``comparator-unknown`` or ``looseness-unknown``.
        UnitError: The unit is unknown, ambiguous or no unit at all.

    Example:
        >>> troops = Amount.parse("~3000 person")
        >>> troops.low, troops.best, troops.high
        (2500.0, 3000.0, 3500.0)
        >>> Amount(low=5, high=9, unit="containers", comparator="..")
        Amount.parse('5..9 container')
    """

    low: float | None = attrs.field(default=None, converter=shapes.number)
    best: float | None = attrs.field(default=None, converter=shapes.number)
    high: float | None = attrs.field(default=None, converter=shapes.number)
    unit: str = attrs.field(default="", converter=definitions.canonical)
    comparator: Comparator = attrs.field(default=Comparator.EXACT, converter=shapes.comparator)
    hedge: str | None = None
    looseness: str = DEFAULT
    printed: str = ""

    def __attrs_post_init__(self) -> None:
        policy_of(self.looseness)
        given = (self.low, self.best, self.high)
        shapes.check(self.comparator, given, self.unit)
        printed = shapes.printed(self.comparator, given, self.looseness, self.printed)
        object.__setattr__(self, "printed", printed)
        if not self._loose:
            object.__setattr__(self, "looseness", DEFAULT)
        if self.hedge is not None or len(self.printed) > notation.LONGEST_NUMBER:
            shapes.check_text(str(self), self.hedge)

    @classmethod
    def parse(cls, text: str, *, looseness: str = DEFAULT) -> Self:
        """
        Return the amount that a text in the notation says.

        Args:
            text: Like ``~6700 container``, ``>10000 person``, ``2000000..5000000 round``, ``~30 percent``.
            looseness: The policy for an approximate number without one of its own.

        Raises:
            AmountError: The text is not in the notation; the fix says what would be right.
            UnitError: The unit is unknown, ambiguous or no unit at all.

        Example:
            >>> Amount.parse("~400 vehicles", looseness="digit").high
            450.0
        """
        if not isinstance(text, str):
            fix = 'write it in quotes, like "6700 container"'
            raise AmountError("wrong-type", "an amount is a text", text, fix)
        one = notation.whole_number(text)
        if one is not None and cls is Amount and isinstance(looseness, str) and looseness in POLICIES:
            mark, printed, name = one
            known = definitions.table().units.get(name or "")
            if known is not None:
                return cast("Self", _of_one(mark, printed, known.name, looseness))
        if not isinstance(looseness, str):
            raise not_of_its_type("looseness", looseness, str)
        sign, printed, unit, hedge, name = notation.read(text) or diagnosis.refuse(text)
        name = name or looseness
        low, best, high = notation.numbers(sign, printed, name)
        if unit and not definitions.is_unit(unit):
            diagnosis.refuse(text)
        return cls(
            low=low,
            best=best,
            high=high,
            unit=unit or "",
            comparator=sign,
            hedge=hedge,
            looseness=name,
            printed=printed,
        )

    @classmethod
    @guarded
    def exact(cls, value: float, unit: str = "") -> Self:
        """
        Return an exact amount in any known unit; the empty string for a pure number.

        Example:
            >>> str(Amount.exact(17, "ships"))
            '17 ship'
        """
        return cls(low=value, best=value, high=value, unit=unit)

    def __str__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        hedge = "" if self.hedge is None else f' "{self.hedge}"'
        name = "" if self.looseness == DEFAULT else f" @{self.looseness}"
        return f"{self.comparator.mark}{self.printed}{unit}{hedge}{name}"

    def _repr_html_(self) -> str:
        from osintkp.cards import card

        given = (("low", self.low), ("best", self.best), ("high", self.high))
        ends = [(name, None if value is None else f"{value:,.10g}") for name, value in given]
        policy = self.looseness if self._loose else None
        return card(
            str(self), [*ends, ("unit", self.unit or None), ("hedge", self.hedge), ("looseness", policy)]
        )

    def __repr__(self) -> str:
        return f"Amount.parse({str(self)!r})"

    @property
    def _loose(self) -> bool:
        about = self.comparator is Comparator.ABOUT and ".." not in self.printed
        return about or self.comparator is Comparator.FROM_ABOUT

    @property
    def dimension(self) -> definitions.Dimension:
        """
        Return what the amount measures: base units with their powers, sorted; empty for a pure number.

        Example:
            >>> Amount.parse("152 mm").dimension, Amount.parse("3 TEU").dimension
            ((('metre', 1),), (('TEU', 1),))
        """
        return definitions.unit(self.unit).dimension

    @property
    def band(self) -> tuple[float, float]:
        """
        Return the bounds in base units, infinite where there is none.

        Example:
            >>> Amount.parse("<=3 kilometre").band
            (-inf, 3000.0)
        """
        found = comparing.interval(self, definitions.factor(self.unit))
        return found.low, found.high

    @guarded
    def printed_band(self, unit: str | None = None) -> tuple[float, float]:
        """
        Return the band that the printed figure may stand for if it was rounded before it was printed.

        An exact figure gets half a unit of its last significant digit, at most 5 percent; any other keeps its bounds.
        Ask it of the amount as it was printed: a converted one has other digits.

        The band is in ``unit``, or in base units without one, as :attr:`band` is.

        Example:
            >>> (
            ...     Amount.parse("6700 container").printed_band(),
            ...     Amount.parse("10000 litre").printed_band("litre"),
            ... )
            ((6650.0, 6750.0), (9500.0, 10500.0))
        """
        found = printed_interval(self, unit)
        return found.low, found.high

    @guarded
    def under(self, policy: str) -> Self:
        """
        Return this amount under another looseness policy; an amount whose bounds were given stays as it is.

        Raises:
            AmountError: ``looseness-unknown``.

        Example:
            >>> Amount.parse("~6700 container").under("digit").low
            6650.0
        """
        policy_of(policy)
        if not self._loose:
            return self
        low, best, high = notation.numbers(self.comparator, self.printed, policy)
        return attrs.evolve(self, low=low, best=best, high=high, looseness=policy)

    @guarded
    def equal(self, other: "Amount") -> Answer:
        """
        Tell whether both figures are the same: yes only if both are exact, no only if their bounds do not meet.

        Raises:
            DimensionError: The two measure different things.

        Example:
            >>> Amount.parse("~9000 person").equal(Amount.parse("9500 person"))
            <Answer.UNDECIDED: 'undecided'>
        """
        return comparing.equal(*comparing.beside(self, other))

    @guarded
    def less(self, other: "Amount") -> Answer:
        """
        Tell whether this figure is below the other: yes or no only where it is certain.

        Raises:
            DimensionError: The two measure different things.

        Example:
            >>> Amount.parse("<500 round").less(Amount.parse("500 round"))
            <Answer.YES: 'yes'>
        """
        return comparing.less(*comparing.beside(self, other))

    @guarded
    def greater(self, other: "Amount") -> Answer:
        """
        Tell whether this figure is above the other: yes or no only where it is certain.

        Raises:
            DimensionError: The two measure different things.

        Example:
            >>> Amount.parse(">10000 person").greater(Amount.parse("10000 person"))
            <Answer.YES: 'yes'>
        """
        return other.less(self)

    @guarded
    def converted(self, unit: str) -> Self:
        """
        Return this amount in another unit of the same dimension, its bounds and comparator kept.

        In fifteen significant digits. An approximate amount has its bounds in its text where the new digits would give others.

        Raises:
            DimensionError: The two units measure different things.
            UnitError: The unit is unknown, ambiguous or no unit at all.

        Example:
            >>> str(Amount.parse(">=500000 barrel").converted("cubic_metre"))
            '>=79493.647464 cubic_metre'
        """
        if definitions.canonical(unit) == self.unit:
            return self
        return attrs.evolve(self.scaled(definitions.factor(self.unit, unit)), unit=unit)

    @guarded
    def scaled(self, times: float) -> Self:
        """
        Return so many times this amount, a positive number of times, its bounds and comparator kept.

        Example:
            >>> str(Amount.parse("12..18 launcher").scaled(16))
            '192..288 launcher'
        """
        given, factor = (self.low, self.best, self.high), shapes.number(times)
        if factor is None:
            raise not_of_its_type("times", times, float)
        low, best, high = (None if end is None else rescaled(end, factor) for end in given)
        return attrs.evolve(self, low=low, best=best, high=high, printed="")

    @guarded
    def to(self, unit: str) -> "Quantity":
        """
        Return the best value in another unit, as a quantity of pint in the library's own registry.

        Raises:
            AmountError: ``amount-no-best``; :meth:`converted` keeps the bounds of such an amount.
            DimensionError: The two units measure different things.
            UnitError: The unit is unknown, ambiguous or no unit at all.

        Example:
            >>> round(Amount.parse("1 barrel").to("litre").magnitude, 6)
            158.987295
        """
        from osintkp.units.registry import quantity

        here, there = definitions.comparable(self.unit, unit)
        return quantity(shapes.best(self.best, str(self)), here.name).to(there.name or "dimensionless")

    @guarded
    def to_pint(self, registry: "Registry | None" = None) -> "Quantity":
        """
        Return the best value as a quantity in the registry of the program that embeds this library.

        What it lacks is defined in it, what it has is never redefined. Where a name means something else there, like pint's own
        barrel of 31.5 gallons, the quantity comes in another name for the same unit, or converted.

        Args:
            registry: That registry; None for pint's application registry.

        Raises:
            AmountError: ``amount-no-best``.

        Example:
            >>> import pint
            >>> str(Amount.parse("2 barrel").to_pint(pint.UnitRegistry()).units)
            'oil_barrel'
        """
        from osintkp.units.registry import hosted

        if registry is not None and not hasattr(registry, "get_name"):
            raise not_of_its_type("registry", registry, "a registry of pint, or None")
        return hosted(shapes.best(self.best, str(self)), self.unit, registry)


def _of_one(mark: str, printed: str, unit: str, looseness: str) -> Amount:
    """Return the amount of one whole number in a known unit: it is in the notation, and nothing in it can be wrong any more."""
    shape: Any = Amount
    made, value = opened(shape)(), float(printed)
    made.low = made.best = made.high = None
    made.looseness = DEFAULT
    if not mark:
        made.low = made.best = made.high = value
    elif mark == "~":
        made.best, made.looseness = value, looseness
        made.low, made.high = POLICIES[looseness].bounds(printed)
    elif mark[0] == "<":
        made.high = value
    else:
        made.low = value
    made.unit, made.comparator, made.hedge, made.printed = unit, notation.MARKS[mark], None, printed
    made.__class__ = shape
    return cast("Amount", made)


def rescaled(number: float, times: float) -> float:
    """
    Return so many times a number, in fifteen significant digits.

    Example:
        >>> 0.1 * 3, rescaled(0.1, 3)
        (0.30000000000000004, 0.3)
    """
    return float(f"{number * times:.15g}")


def rounded_from(number: float, unit: str) -> tuple[float, float]:
    """
    Return the band, in base units, that a number without any hedge may be rounded from, however long it would be to write.

    Example:
        >>> rounded_from(6700.0, "tonne")
        (6650000.0, 6750000.0)
    """
    low, high = rounding(notation.plain(number))
    factor = definitions.factor(unit)
    return low * factor, high * factor


def printed_interval(amount: Amount, unit: str | None = None, slack: float = 0.0) -> comparing.Interval:
    """
    Return the printed band of an amount with what it leaves out: "less than 10" does not allow 10.

    Where figures in several units are held against each other, it needs the slack of :func:`osintkp.units.comparing.slack_between`.

    Example:
        >>> printed_interval(Amount.parse("<10 truck")).high_open
        True
    """
    if slack:
        return printed_interval(amount, unit).with_slack(slack)
    factor = 1.0 if unit == amount.unit else definitions.factor(amount.unit, unit)
    comparator = amount.comparator
    if comparator is _EXACT:
        low, high = rounding(amount.printed)
        return comparing.Interval(low * factor, high * factor)
    low, high = -inf if amount.low is None else amount.low, inf if amount.high is None else amount.high
    above, below = comparator is Comparator.ABOVE, comparator is Comparator.BELOW
    return comparing.Interval(low * factor, high * factor, above, below)


def may_be_one_number(one: Amount, other: Amount) -> bool:
    """
    Tell whether one number may be behind two figures, each as it may have been rounded before it was printed.

    Example:
        >>> may_be_one_number(Amount.parse("<=0.3263 tonne"), Amount.parse(">=326.3 kilogram"))
        True
        >>> may_be_one_number(Amount.parse("<0.3263 tonne"), Amount.parse(">=326.3 kilogram"))
        False
    """
    slack = 0.0 if one.unit == other.unit else comparing.SLACK
    mine, theirs = printed_interval(one, None, slack), printed_interval(other, None, slack)
    return mine.meets(theirs)


def reach(amount: Amount) -> tuple[float, float]:
    """
    Return the printed band of an amount in base units, with the slack that figures of any unit need to be held against it.

    Two figures cannot be one number where one begins above the other's end.

    Example:
        >>> low, high = reach(Amount.parse("326.3..326.3 kilogram"))
        >>> low < 326.3 < high, f"{high - low:.0e}"
        (True, '1e-10')
    """
    low, high, _, _ = printed_interval(amount)
    return comparing.Interval(low, high).with_slack(comparing.SLACK)[:2]


def number_of(amount: Amount) -> tuple[float, float]:
    """
    Return the printed band of an amount in base units, to fourteen digits: one for one figure of up to twelve in any unit.

    What it leaves out of its band, as "more than" does, plays no part.

    Example:
        >>> number_of(Amount.parse("1.003 kilotonne")) == number_of(Amount.parse("1003 tonne"))
        True
    """
    low, high = amount.printed_band()
    return float(f"{low:.14g}"), float(f"{high:.14g}")


def height(amount: Amount) -> tuple[float, bool]:
    """
    Return what orders amounts by the least that they allow: of two of one number the one that leaves it out is the higher.

    Example:
        >>> height(Amount.parse(">=6000 kilogram")) < height(Amount.parse(">6 tonne"))
        True
    """
    return number_of(amount)[0], amount.comparator is Comparator.ABOVE

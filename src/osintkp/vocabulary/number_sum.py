"""How the pieces of a cardinal number add up: "two hundred and fifty thousand", "2.5 million", "one and a half"."""

from __future__ import annotations

from math import inf

from osintkp.vocabulary.number_pieces import Kind, Token

JOINS = ("", " ", "-", " [")
AND = (" and ", "-and-")
AND_A = (" and a ", "-and-a-")
MULTIPLIERS = (Kind.HUNDRED, Kind.SCALE, Kind.PLURAL)
LAKH_CRORE = (1e5, 1e7)
NO_MULTIPLIERS = (10, 20)


class Sum:
    """
    A cardinal number as its pieces come in, digits or words.

    Example:
        >>> two, million = Token(0, 3, Kind.ONES, 2.0), Token(4, 11, Kind.SCALE, 1e6)
        >>> total = Sum()
        >>> total.takes(two, None), total.takes(million, " "), total.takes(two, " or ")
        (True, True, False)
        >>> total.value, total.scale
        (2000000.0, 1000000.0)
    """

    __slots__ = ("_closed", "_digits", "_lowest", "_open", "_part", "_scale")

    def __init__(self) -> None:
        self._closed = self._part = 0.0
        self._open = self._digits = False
        self._lowest = inf
        self._scale = 1.0

    @property
    def value(self) -> float:
        """Return the number so far."""
        return self._closed + self._part

    @property
    def scale(self) -> float:
        """Return the multiplier that a smaller number before this one may share; 1 for none."""
        return 1.0 if self._closed and self._open else self._scale

    def takes(self, token: Token, gap: str | None) -> bool:
        """
        Add a piece and return True if the number can go on with it.

        Args:
            token: The piece.
            gap: What stands between it and the one before, white space as one blank; None for the first piece.
        """
        if gap in AND_A:
            return token.kind in (Kind.HALF, Kind.PART) and self._fraction(token.value)
        if gap in AND:
            return self._waits_for_and(token) and self._word(token.value, first=False)
        if gap is not None and gap not in JOINS:
            return False
        if token.kind in (Kind.DIGITS, Kind.PIECE):
            return self._figure(token, gap)
        if token.kind in (Kind.ONES, Kind.TENS):
            return self._word(token.value, first=gap is None)
        return token.kind in MULTIPLIERS and self._multiple(token.value, first=gap is None)

    def _waits_for_and(self, token: Token) -> bool:
        hundreds = self._part >= 100 or (self._lowest == 1000 and not self._open)
        return hundreds and not self._digits and token.kind in (Kind.ONES, Kind.TENS)

    def _figure(self, token: Token, gap: str | None) -> bool:
        whole = self._digits and self._part.is_integer() and not self._closed
        if gap is not None and not (token.kind is Kind.PIECE and gap == " " and whole):
            return False
        self._part += token.value
        self._scale = token.scale
        self._open = self._digits = True
        return True

    def _word(self, value: float, *, first: bool) -> bool:
        rest = self._part % 100
        fits = not rest or (rest >= 20 and not rest % 10 and value < 10)
        if not first and (self._digits or not fits or not value):
            return False
        self._part += value
        self._scale = 1.0
        self._open = True
        return True

    def _multiple(self, value: float, *, first: bool) -> bool:
        if (self._lowest, value) == LAKH_CRORE and not self._open:
            self._closed *= value
            self._scale *= value
            return True
        if value in NO_MULTIPLIERS or value >= self._lowest or not (self._open or first):
            return False
        part = self._part if self._open else 1.0
        if value >= 1000:
            self._closed += float(f"{part * value:.15g}")  # 64.38 billion, not 64379999999.99999
            self._part, self._open, self._lowest = 0.0, False, value
        elif part >= 100:
            return False
        else:
            self._part, self._open = part * value, True
        self._scale *= value
        return True

    def _fraction(self, below: float) -> bool:
        if self._open:
            self._part += 1 / below
        else:
            self._closed += self._lowest / below
        return True

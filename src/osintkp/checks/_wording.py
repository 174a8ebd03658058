"""Numbers and lists as every finding prints them."""

from collections.abc import Iterable

from osintkp.inert import printable


def figure(value: float) -> str:
    """
    Return a number of a claim as it was given, with its thousands set apart.

    Example:
        >>> figure(1000000.0), figure(0.5), figure(20e9)
        ('1,000,000', '0.5', '20,000,000,000')
    """
    return f"{value:,.0f}" if 1e10 <= abs(value) < 1e15 else f"{value:,.10g}"


def number(value: float) -> str:
    """
    Return the result of a calculation, in four significant digits or to the unit, whichever says more.

    Example:
        >>> number(3_000_000 / 6_700), number(6_000_000 / 447.8), number(13_400 / 13_000)
        ('447.8', '13,399', '1.031')
    """
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def times(ratio: float) -> str:
    """
    Return how many times one figure is the other, in two decimals, or in as many as tell it from nothing and from one.

    Example:
        >>> times(2.0), times(0.25), times(1.04), times(1.001), times(0.0001)
        ('2.0', '0.25', '1.04', '1.001', '0.0001')
    """
    if 0 < ratio < 0.01:
        return f"{ratio:.1g}"
    if 0 < abs(ratio - 1) < 0.005:
        return f"{ratio:.4g}"
    text = f"{ratio:,.2f}"
    return text.removesuffix("0")


def one_line(words: str, *, most: int = 80) -> str:
    r"""
    Return words of a claim on one line, safe in a terminal, and cut where they are long.

    Example:
        >>> one_line("Port\nSudan"), one_line("Al\x1b Mukha"), one_line("Novorossiysk", most=4)
        ('Port Sudan', 'Al\\x1b Mukha', 'Novo...')
    """
    line = printable(" ".join(words.split()))
    return line if len(line) <= most else f"{line[:most]}..."


def listed(names: Iterable[str], *, most: int = 5) -> str:
    """
    Return names as a list in words that does not grow with their number.

    Example:
        >>> listed(["a", "b", "c"]), listed("abcdefg", most=2)
        ('a, b and c', 'a, b and 5 more')
    """
    every = list(names)
    shown, rest = (every, 0) if len(every) <= most else (every[:most], len(every) - most)
    tail = f"{rest} more" if rest else shown.pop() if shown else ""
    return f"{', '.join(shown)} and {tail}" if shown else tail

"""What the reader sees in a text: its figures, dates, actors, places, goods and cues, each list made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from osintkp.dates import When
from osintkp.typed import guarded, not_of_its_type

if TYPE_CHECKING:
    from osintkp.reading.mentions import (
        ActorMention,
        AmountMention,
        CueMention,
        DateMention,
        ItemMention,
        Mentions,
        PlaceMention,
    )
    from osintkp.reading.names.finder import Names
    from osintkp.reading.pages.structure import Structure
    from osintkp.reading.tokens import Tokens

LISTS = ("amounts", "dates", "actors", "places", "items", "cues")


class Found:
    """
    What the reader sees in a text, before it is put together to claims.

    Each list is made when it is first asked for and then kept: who wants the amounts alone waits for nothing else. Two
    are equal when they are of the same text and the same day of publication.

    Attributes:
        text: The text.
        published: When it was published; None where nobody says, and then what is told by it alone ("on Monday") stays open.

    Example:
        >>> found = find("Around 40 trucks reached Goma in June 2023.")
        >>> [(each.quote, each.best, each.comparator) for each in found.amounts]
        [('Around 40 trucks', 40.0, '~')]
        >>> [str(each.when) for each in found.dates]
        ['2023-06']
    """

    __slots__ = ("_made", "published", "text")

    text: str
    published: When | None
    _made: dict[str, Any]

    def __init__(self, text: str, published: When | None = None) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "published", published)
        object.__setattr__(self, "_made", {})

    @property
    def amounts(self) -> tuple[AmountMention, ...]:
        """Return the figures with what they count, by place."""
        return tuple(self._kept("amounts"))

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Return the dates and periods, by place."""
        return tuple(self._kept("dates"))

    @property
    def actors(self) -> tuple[ActorMention, ...]:
        """Return the states, bodies, groups, outlets and persons that are named, by place."""
        return tuple(self._kept("names").actors)

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        """Return the places on the map, by where they are named."""
        return tuple(self._kept("names").places)

    @property
    def items(self) -> tuple[ItemMention, ...]:
        """Return the goods, weapons, money and aid, by place."""
        return tuple(self._kept("names").items)

    @property
    def cues(self) -> tuple[CueMention, ...]:
        """Return the words that tell who says so, how surely, or that it is not so, by place."""
        return tuple(self._kept("cues"))

    @property
    def view(self) -> str:
        """Return the text as the reader looks at it, exactly as long."""
        found: str = self._kept("view")
        return found

    @property
    def tokens(self) -> Tokens:
        """Return the words of the text, each in its place."""
        found: Tokens = self._kept("tokens")
        return found

    @property
    def structure(self) -> Structure:
        """Return the blocks, sentences and quotations of the text."""
        found: Structure = self._kept("structure")
        return found

    @property
    def mentions(self) -> Mentions:
        """Return the six lists together, as the later stages of the reader take them."""
        from osintkp.reading.mentions import Mentions

        names: Names = self._kept("names")
        return Mentions(
            amounts=self._kept("amounts"), dates=self._kept("dates"), actors=names.actors, places=names.places,
            items=names.items, cues=self._kept("cues"),
        )  # fmt: skip

    def _kept(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = STAGES[name](self)
        return self._made[name]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"what was found does not change: cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"what was found does not change: cannot delete {name!r}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Found):
            return NotImplemented
        return (self.text, self.published) == (other.text, other.published)

    def __hash__(self) -> int:
        return hash((self.text, self.published))

    def __reduce__(self) -> tuple[Any, ...]:
        return Found, (self.text, self.published)

    def _repr_html_(self) -> str:
        from osintkp.reading.marked import marked

        return marked(self)

    def __repr__(self) -> str:
        counts = (f"{len(getattr(self, name))} {name}" for name in LISTS)
        return f"<Found in {len(self.text)} characters: {', '.join(counts)}>"


def _view(found: Found) -> str:
    from osintkp.reading.view import seen

    return seen(found.text)


def _tokens(found: Found) -> Tokens:
    from osintkp.reading.tokens import Tokens

    return Tokens(found.text, found.view)


def _structure(found: Found) -> Structure:
    from osintkp.reading.pages.structure import structure

    return structure(found.tokens)


def _amounts(found: Found) -> list[AmountMention]:
    from osintkp.reading.amounts.finder import amounts

    return amounts(found.view, found.text)


def _dates(found: Found) -> list[DateMention]:
    from osintkp.reading.dates.finder import dates

    return dates(found.view, found.text, found.published)


def _names(found: Found) -> Names:
    from osintkp.reading.names.finder import names

    return names(found.tokens, found.structure)


def _cues(found: Found) -> list[CueMention]:
    from osintkp.reading.voices.cues import cues

    return cues(found.tokens)


STAGES: dict[str, Callable[[Found], Any]] = {
    "view": _view, "tokens": _tokens, "structure": _structure, "amounts": _amounts, "dates": _dates, "names": _names,
    "cues": _cues,
}  # fmt: skip


@guarded
def find(text: str, published: When | date | str | None = None) -> Found:
    """
    Return what the reader sees in a text: amounts, dates, actors, places, items and cues, each in its exact place.

    Nothing is raised for what a text says, be it any Unicode; ``text[start:end]`` is always the ``quote``.

    Args:
        text: The text, as collected.
        published: When it was published, as a date or in the notation of dates; what is told by it ("on Monday", "last
            year") is reckoned from it. None leaves such dates open: no clock is read.

    Raises:
        DateError: ``published`` is no date.

    Example:
        >>> [each.unit for each in find("A dozen tanks and $3 million for Chad").amounts]
        ['tank', 'USD']
    """
    if not isinstance(text, str):
        raise not_of_its_type("text", text, str)
    return Found(text, None if published is None else When.of(published))

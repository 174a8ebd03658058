"""What a planted corpus is made of: actors, goods, units, figures and dates drawn by chance from the whole world."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from osintkp.vocabulary import actors, items

T = TypeVar("T")

GOODS = {
    "vehicles/tank": "tank",
    "aircraft/uncrewed": "drone",
    "munitions/artillery/shell": "round",
    "munitions/mortar": "round",
    "weapons/small-arms": "rifle",
    "fuel/refined/diesel": "barrel",
    "fuel/crude": "tonne",
    "food/grain": "tonne",
    "missiles/ballistic": "missile",
    "aid": "truck",
}
SEEDS = frozenset({"KP", "RU", "KR", "UA", "US", "CN", "JP"})


class Draw:
    """A source of chance with the words of the library; the same number draws the same things."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self._states = [
            name for name in actors.ids() if len(name) == 2 and name.isupper() and name not in SEEDS
        ]
        self.random.shuffle(self._states)

    def state(self) -> str:
        """Return a state that was not drawn before."""
        return self._states.pop()

    def one_of(self, things: Sequence[T]) -> T:
        """Return one of some things."""
        return things[self.random.randrange(len(things))]

    def goods(self) -> tuple[str, str]:
        """Return goods and a unit that counts them."""
        item = self.random.choice(sorted(GOODS))
        assert items.known(item)
        return item, GOODS[item]

    def number(self, low: int = 20, high: int = 90_000) -> int:
        """Return a figure of at most two significant digits, as reporters give them."""
        value = self.random.randint(low, high)
        step = 10 ** max(0, len(str(value)) - 2)
        return int(max(low, value // step * step))

    def day(self, first: date = date(1995, 1, 1), last: date = date(2025, 6, 30)) -> date:
        """Return a day between two others."""
        return first + timedelta(days=self.random.randrange((last - first).days + 1))

    def word(self) -> str:
        """Return a short name that nothing has yet."""
        return "".join(self.random.choice("bdfgklmnprstvz") + self.random.choice("aeiou") for _ in range(3))

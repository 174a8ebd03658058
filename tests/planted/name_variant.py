"""Two ids for one name, by one letter, sound or hyphen; the twin's are two names, two numbers, or stand side by side."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

VOWELS = "aeiou"


def _other_vowel(draw: Draw, word: str) -> str:
    place = draw.one_of([at for at, letter in enumerate(word) if letter in VOWELS])
    return word[:place] + draw.one_of([each for each in VOWELS if each != word[place]]) + word[place + 1 :]


def plant(draw: Draw) -> Planted:
    """Plant one person under two ids."""
    first, last, other = draw.word(), draw.word(), draw.word()
    name = f"{first}-{last}"
    same = draw.one_of(
        [f"{first}-{_other_vowel(draw, last)}", f"{first}-{last[0]}h{last[1:]}", f"{first}{last}"]
    )
    number = draw.random.randint(10, 89)
    (item, unit), state = draw.goods(), draw.state()

    def given(claim_id: str, sender: str, **fields: Any) -> Any:
        recipient = fields.pop("recipient", state)
        return claim(
            claim_id,
            sender=sender,
            recipient=recipient,
            item=item,
            amount=f"{draw.number()} {unit}",
            **fields,
        )

    twins = [
        (given("wire/a", name), given("daily/b", f"{first}-{other}")),
        (given("wire/a", f"{number}-brigade"), given("daily/b", f"{number + 1}-brigade")),
        (given("wire/a", name), given("daily/b", same), given("daily/c", name, recipient=same)),
        (given("wire/a", name), given("daily/b", name)),
    ]
    return Planted(
        fault=corpus(given("wire/a", name), given("daily/b", same)), twin=corpus(*draw.one_of(twins))
    )

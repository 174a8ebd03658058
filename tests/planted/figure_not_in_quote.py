"""A coded figure that its quote does not give; the twin's stands there in digits, words, another unit, or as a share."""

from __future__ import annotations

import osintkp
from builders import claim, corpus
from planted import Planted
from planted.draw import Draw

WORDS = {
    3: "three",
    20: "twenty",
    40: "forty",
    200: "two hundred",
    5000: "five thousand",
    2_000_000: "two million",
}


def plant(draw: Draw) -> Planted:
    """Plant a slip of a digit, a lost multiplier, or a figure of another sentence."""
    sender, recipient, (item, unit) = draw.state(), draw.state(), draw.goods()
    value = draw.one_of(sorted(WORDS))
    noun = draw.word()
    said = draw.one_of([f"{value:,}", WORDS[value], str(value)])

    def told(amount: str, quote: str, name: str = "wire/a", **links: str) -> osintkp.Claim:
        about = {"sender": sender, "recipient": recipient, "item": item}
        return claim(name, amount=amount, quote=quote, links=links or None, **about)

    faults = [
        told(f"{value * 10} {unit}", f"some {said} {noun} from abroad"),
        told(f"{value + 1} {unit}", f"{said} {noun} were counted"),
        told(f">{value * 1000} {unit}", f"more than {said} {noun}"),
        told(f"{value} {unit}", f"a number of {noun} of the brigade"),
    ]
    twins = [
        [told(f"~{value} {unit}", f"some {said} {noun} from abroad")],
        [told(f">{value} {unit}", f"more than {said} {noun}")],
        [told(f"{value}..{value * 2} {unit}", f"{value:,} to {value * 2:,} {noun}")],
        [told("24 tonne", "24,000 kg of it")],
        [
            told(f"{value * 4} {unit}", f"{value * 4:,} {noun}", "wire/whole"),
            told(f"{value * 2} {unit}", "half of them", part_of="wire/whole"),
        ],
    ]
    return Planted(fault=corpus(draw.one_of(faults)), twin=corpus(*draw.one_of(twins)), severity="error")

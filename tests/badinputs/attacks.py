"""Articles that attack patterns: they load and are read in a time that grows with their length alone."""

from __future__ import annotations

from badinputs.writing import Sound, on_file

SIZE = 1_000_000
ATTACKS = {
    "R01 digits": "1",
    "R02 digits and commas": "1,",
    "R03 spaces": " ",
    "R04 a hedge again and again": "about ",
    "R05 words in capitals": "Aa ",
    "R06 quotation marks": '"',
    "R07 comments that are not closed": "<!--",
    "R08 tags that are not closed": "<a ",
    "R09 digits and points": "1.",
    "R10 marks on one letter": "\u0301\u0323",
    "R11 dates": "6 May ",
    "R12 brackets that are not closed": "(",
    "R13 one word": "a",
    "letters that cannot be seen": "a\u200b",
    "letters of two alphabets": "a\u0430",
    "capitals that may be another letter": "aI",
    "turns of writing direction": "\u202ea",
    "ends of lines of two kinds": "\r\n",
    "dashes": "a-",
    "signs of money": "$1",
    "names": "Mali and ",
    "numbers in words": "two thousand ",
    "sentences that end at once": ". ",
    "letters outside the first plane": "\U0001f600",
}
PLAIN = "The port had received 40 trucks of flour by 6 May 2024, officials in Chad said. "


def article(unit: str, size: int = SIZE) -> str:
    """Return an article of a size that begins and ends with words that a claim quotes."""
    inner = (unit * (size // len(unit)))[:size]
    return f"40 trucks came. {inner} Then 7 trucks came.\n"


def attack(name: str, unit: str, size: int) -> Sound:
    text = article(unit, size)
    return Sound(name, on_file('quote = "40 trucks"\nspan = [0, 9]'), {"spans.0.status": "verbatim"}, beside={"bad.txt": text})  # fmt: skip


ACCEPTED = [attack(name, unit, SIZE // 10) for name, unit in ATTACKS.items()]

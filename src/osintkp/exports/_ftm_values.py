"""Values as the FollowTheMoney model keeps them: words, dates, addresses and languages."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from osintkp.dates import When
from osintkp.exports._outgoing import web_address
from osintkp.vocabulary.letters import normal

LONGEST = {"name": 384, "location": 250, "full": 250, "summary": 65000, "description": 65000, "goodsDescription": 65000, "notes": 65000}  # fmt: skip
LONGEST_STRING = 1024
LANGUAGES = {
    "am": "amh", "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "hi":
    "hin", "hy": "hye", "it": "ita", "ja": "jpn", "ka": "kat", "ko": "kor", "pl": "pol", "pt": "por", "ru": "rus",
    "sr": "srp", "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "zho",
}  # fmt: skip
QUOTATION = "\"'"

Entity = dict[str, Any]


def held(entity: Entity) -> Entity:
    """Return an entity with its words as the model keeps them."""
    properties = {name: values_of(name, values) for name, values in entity["properties"].items()}
    return entity | {"properties": {name: values for name, values in properties.items() if values}}


def values_of(name: str, values: list[str]) -> list[str]:
    words = (tidy(value)[: LONGEST.get(name, LONGEST_STRING)].strip() for value in values)
    if name in ("name", "alias"):
        words = (each.strip(QUOTATION + " ") for each in words)
    elif name in ("location", "full"):
        words = (re.sub(r"[;,][;,. ]*", ", ", each).strip(", ") for each in words)
    return list(dict.fromkeys(each for each in words if each))


def is_cut(name: str, value: str) -> bool:
    return len(tidy(value)) > LONGEST.get(name, LONGEST_STRING)


def tidy(text: str) -> str:
    plain = " ".join(normal(text, "NFC").split())
    if plain.isprintable():
        return plain
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in plain)


def web_page(address: str | None) -> str | None:
    found = web_address(address)
    if found is None or found.endswith(("?", "#")):
        return None
    return f"{found}/" if found.count("/") == 2 else found


def language_code(tag: str | None) -> str | None:
    first = (tag or "").partition("-")[0]
    return LANGUAGES.get(first) or (first if first in LANGUAGES.values() else None)


def day_of(when: When | None) -> str | None:
    """Return a date as far as the model holds it: a day, month or year; the first day of any other."""
    if when is None:
        return None
    if re.fullmatch(r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?", when.edtf) and when.edtf[5:7] < "13":
        return when.edtf
    return iso(when.earliest or when.latest)


def iso(day: date | None) -> str | None:
    return str(day) if day is not None and 1000 <= day.year < 3000 else None

"""Two documents side by side: one of hostile words, one of harmless ones, which may differ in these words alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize
from urllib.parse import quote

HARMLESS, ADDRESS = "Qxw", "https://t.invalid/Qxw"
# What follows from the words: hashes, places, and ids that are made of hashes.
DERIVED = re.compile(
    r".*/(id|sha-256|claims/v1|charLength|charOffset|start|end|length|(start|end)?[cC]olumn|(start|end)?Line|line|@id|startLocation/0|endLocation/0"
    r"|span/[01]|term:length|term:span)(/\$)?"
)


def unlike(told: Any, other: Any, words: str, harmless: str = HARMLESS, path: str = "") -> Iterator[str]:
    """
    Give the places where a document of some words differs from that of harmless ones in more than the words.

    Args:
        told: The document with the words, parsed.
        other: The document with the harmless words in their place.
        words: The words.
        harmless: The others.
        path: Where in the documents one is.
    """
    if isinstance(told, str) and isinstance(other, str):
        inner = _inner(told), _inner(other)
        if inner[0] is not None and inner[1] is not None:
            yield from unlike(*inner, words, harmless, f"{path}/json")
        elif told not in ways(other, words, harmless) and not DERIVED.fullmatch(path):
            yield f"{path}: {told[:300]!r} instead of {other[:300]!r}"
    elif isinstance(told, dict) and isinstance(other, dict):
        pairs = {key: like for like in other for key in ways(like, words, harmless) if key in told}
        yield from (
            f"{path}: {key!r} is in one alone"
            for key in (told.keys() - pairs.keys()) | (other.keys() - set(pairs.values()))
        )
        for key, like in pairs.items():
            yield from unlike(told[key], other[like], words, harmless, f"{path}/{like}")
    elif isinstance(told, list) and isinstance(other, list) and len(told) == len(other):
        for number, (one, like) in enumerate(zip(told, other, strict=True)):
            yield from unlike(one, like, words, harmless, f"{path}/{number}")
    elif told != other and not DERIVED.fullmatch(path):
        yield f"{path}: {told!r} instead of {other!r}"


def ways(text: str, words: str, harmless: str = HARMLESS) -> set[str]:
    """Return a text with the words in place of the harmless ones, as they stand, on one line, in an address, in a message."""
    if harmless not in text and quote(harmless) not in text:
        return {text}
    whole = text.replace(harmless, words)
    line = " ".join(whole.split())
    message = whole.replace("](", "] (").replace("{", "{{").replace("}", "}}")
    kept = "%/:=&?~#+!$,;'@()*"
    quoted = text.replace(quote(harmless), harmless)
    address = {
        quote(whole.strip(), safe=kept),
        quoted.replace(harmless, quote(words)),
        quoted.replace(harmless, quote(words, safe=kept)),
    }
    return {whole, line, message, tidy(whole), *address}


def tidy(text: str) -> str:
    """Return a text composed, on one line, with every letter that is not seen told by number."""
    line = " ".join(normalize("NFC", text).split())
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def _inner(text: str) -> Any:
    """Return the data in a text that is an object or a list in JSON; None for any other."""
    if text[:1] not in "{[":
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None

"""What several exports do on the way out: claims by source, addresses and tags that others accept, and what was lost."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.unique_keys import unique_keys

URN = "urn:osintkp"
LONGEST_ADDRESS = 4000
KEPT_LETTERS = "%/:=&?~#+!$,;'@()*"
Told = list[tuple[Source, list[Claim]]]


def told_by(claims: Claims) -> tuple[Told, list[str]]:
    """
    Return each source with its claims, in order, and a line for the claims whose source is not there.

    Example:
        >>> told_by(Claims(sources=[Source(id="wire")]))[0][0][0].id
        'wire'
    """
    found: dict[str, list[Claim]] = {source.id: [] for source in claims.sources}
    lost: list[str] = []
    for claim in claims:
        if claim.source in found:
            found[claim.source].append(claim)
        else:
            lost.append(claim.id)
    lines = each_gathered({"left out, for the source is not there": lost})
    return [(claims.sources[name], each) for name, each in found.items()], lines


def gathered(ids: Collection[str], what: str) -> str:
    """
    Return one line for what befell some things, by the id of the first and the count of the others.

    Example:
        >>> gathered(["a/1", "a/2", "a/3"], "links have no place here")
        'a/1 and 2 more: links have no place here'
    """
    more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
    return f"{next(iter(ids))}{more}: {what}"


def each_gathered(found: Mapping[str, Collection[str]]) -> list[str]:
    """
    Return a line for each thing that befell any.

    Args:
        found: The ids of those that it befell, by what it is.

    Example:
        >>> each_gathered({"its date is cut": ["a/1"], "it names no place": []})
        ['a/1: its date is cut']
    """
    return [gathered(ids, what) for what, ids in found.items() if ids]


def of_record(*names: str) -> frozenset[str]:
    """
    Return fields of a record as :func:`left_out` names them.

    Example:
        >>> of_record("item")
        frozenset({'record.item'})
    """
    return frozenset(f"record.{name}" for name in names)


def left_out(
    things: Iterable[tuple[str, Mapping[str, Any], str]], carried: Collection[str], form: str
) -> list[str]:
    """
    Return a line for each field that is set somewhere and that a form does not carry; those of several quotes are those of one.

    Args:
        things: Id, table of the coding, and for a claim the kind of its record, for a source the empty text.
        carried: The fields that the form carries; those of a record as ``record.item``, the words of a date as
            ``said.words``.
        form: Its name, for the line.

    Example:
        >>> left_out(
        ...     [("a/1", {"id": "1", "said": "2024", "loss": {"item": "ships"}}, "loss")],
        ...     ["record.item"],
        ...     "a map",
        ... )
        ['a/1: said has no place in a map']
    """
    found: dict[str, list[str]] = {}
    for name, table, kind in things:
        for field in _fields(one_quote(table), kind):
            if field not in carried and field != "id":
                found.setdefault(field, []).append(name)
    return [gathered(names, f"{field} has no place in {form}") for field, names in sorted(found.items())]


def _fields(table: Mapping[str, Any], kind: str) -> Iterator[str]:
    for key, value in table.items():
        if key == kind:
            yield from (f"record.{field}" for field in _fields(value, ""))
        else:
            yield key
            if isinstance(value, dict) and "edtf" in value:
                yield from (f"{key}.{part}" for part in value if part != "edtf")


def one_quote(table: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the table of a claim in which several quotes have the fields that one has; what they say is left away.

    Example:
        >>> one_quote({"id": "1", "spans": [{"quote": "ten", "span": [0, 3]}, {"quote": "men"}]})
        {'id': '1', 'quote': None, 'span': None}
    """
    inner = sorted({key for span in table.get("spans", ()) for key in span})
    return {key: value for key, value in table.items() if key != "spans"} | dict.fromkeys(inner)


def web_address(address: str | None) -> str | None:
    """
    Return an address as a URI that other tools accept; None where it is none on the web.

    Letters that a URI has no room for are put as percent and number (RFC 3986, section 2.1).

    Example:
        >>> web_address("https://example.org/a b"), web_address("javascript:alert(1)"), web_address(None)
        ('https://example.org/a%20b', None, None)
    """
    if address is None or len(address) > LONGEST_ADDRESS:
        return None
    plain = quote(address.strip(), safe=KEPT_LETTERS, errors="replace")
    return plain if _web().fullmatch(plain) else None


@cache
def _web() -> re.Pattern[str]:
    letter = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})"
    host = r"(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+(?::[0-9]{1,5})?"
    return re.compile(rf"https?://{host}(?:/{letter}*)?(?:\?(?:{letter}|\?)*)?(?:#(?:{letter}|\?)*)?")


def language_tag(language: str | None) -> str | None:
    """
    Return a language as a BCP 47 tag; None where it has not the shape of one.

    Example:
        >>> language_tag("pt-BR"), language_tag("Korean"), language_tag("ko_KR")
        ('pt-BR', None, None)
    """
    return language if language is not None and _tag().fullmatch(language) else None


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")


def urn(kind: str, *parts: str) -> str:
    """
    Return a name for a thing that has no address.

    Example:
        >>> urn("claim", "wire/tanks"), urn("actor", "a b")
        ('urn:osintkp:claim:wire/tanks', 'urn:osintkp:actor:a%20b')
    """
    return ":".join([URN, kind, *(quote(part, errors="replace") for part in parts)])


def json_data(text: str, fix: str) -> Any:
    """
    Return the data in a text of JSON.

    Args:
        text: The text.
        fix: What to give instead where it is none.

    Raises:
        InvalidValueError: It is no JSON (``file-syntax``), or has a key twice in one table (``duplicate-key``).

    Example:
        >>> json_data("[1]", "give a list")
        [1]
    """
    try:
        return json.loads(text, object_pairs_hook=unique_keys)
    except InvalidValueError:
        raise
    except (ValueError, RecursionError) as error:
        raise InvalidValueError("file-syntax", f"this is no JSON: {error}", None, fix) from None


def json_text(data: Any) -> str:
    r"""
    Return data as JSON in ASCII that stays data inside a page: nothing in it ends a script or begins a comment.

    Example:
        >>> json_text(["</script>"])
        '[\n "\\u003c/script\\u003e"\n]\n'
    """
    text = json.dumps(data, indent=1, allow_nan=False)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text + "\n"

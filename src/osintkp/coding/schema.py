"""
The JSON Schema of a coding, made from the shapes that the loader reads.

It is the door for every reader that is not ours: a program, a form, a language model. What comes back under it is
loaded like any coding, and held to the same ground: a quote that is not in the text and a figure that is not in the
quote become findings, ``quote-missing`` and ``figure-not-in-quote``.
"""

from __future__ import annotations

import re
from copy import deepcopy
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from osintkp.claim import Claim, ClaimLink, LikelihoodWord, Suppression
from osintkp.coding.converter import known_keys
from osintkp.coding.shapes import SCHEMA, CodedClaim, CodedSource, CodedSpan, CodedWhen, Content
from osintkp.coding.values import LARGEST_NUMBER
from osintkp.dates import When, edtf
from osintkp.drafts import Draft
from osintkp.evidence import LONGEST_ID, Link, Source, Span
from osintkp.records import ActorId, ItemPath, record_types
from osintkp.resource_limits import DEFAULT
from osintkp.units import Amount, notation
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Credibility

Node = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WORDS: dict[str, tuple[type, ...]] = {
    "source": (CodedSource, Source),
    "claim": (CodedClaim, Claim, Link, Span),
    "span": (CodedSpan, Span),
    "link": (Link,),
    "claim_link": (ClaimLink,),
    "suppression": (Suppression,),
    "likelihood": (LikelihoodWord,),
    "draft": (Draft,),
    "dated": (CodedWhen,),
}
MORE = {
    ("claim", "id"): "The claim's own id, after the source's: the claim `containers` of the source `s1` is `s1/containers`.",
    ("claim", "quote"): "The very words of the text that carry the fact and its figure, letter by letter, a dozen at most.",
    ("claim", "span"): "Where the quote begins and ends, in code points, the end not included; needed only where it stands more than once.",
    ("span", "span"): "Where the quote begins and ends, in code points, the end not included.",
    ("claim", "spans"): "The quotes, where one is not enough; then leave out `quote`.",
    ("claim", "speaker"): "Who says so, the first of the chain; leave it out for the source's own voice, `unknown` for \"it was reported\".",
    ("claim", "role"): "The office in which the speaker spoke.",
    ("claim", "via"): "Who passed the words on, from the speaker to this source.",
    ("claim", "attribution"): "The chain link by link, origin first, where speaker and via do not say enough.",
    ("source", "text"): "Name of the file with the text, beside the coding.",
    ("source", "content"): "The text itself.",
    ("dated", "edtf"): "The date.",
    ("dated", "words"): "The words that it was read from.",
    ("dated", "anchor"): "The day that they are reckoned from, like `2024-06-19`.",
}  # fmt: skip

CLOSER: dict[tuple[str, str], Node] = {
    ("source", "id"): {"$ref": "#/$defs/id"},
    ("claim", "id"): {"$ref": "#/$defs/id"},
    ("source", "sha256"): {"type": ["string", "null"], "pattern": r"^[0-9a-f]{64}$(?!\n)"},
    ("claim", "quote"): {"type": ["string", "null"], "pattern": r"\S", "maxLength": DEFAULT.field_characters},
    ("span", "quote"): {"type": "string", "pattern": r"\S", "maxLength": DEFAULT.field_characters},
    ("dated", "anchor"): {"type": ["string", "null"], "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)"},
}
PLACE = {"type": ["array", "null"], "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
EXAMPLE = {
    "schema": SCHEMA,
    "source": {"id": "wire", "title": "Aid reaches El Fasher", "published": "2024-06-03", "language": "en"},
    "claim": [
        {
            "id": "trucks",
            "quote": "about 40 trucks of flour",
            "speaker": "wfp",
            "verb": "said",
            "modality": "estimated",
            "shipment": {
                "recipient": "SD",
                "item": "food/grain",
                "amount": "~40 truck",
                "when": "2024-06-01",
            },
        }
    ],
}


def schema() -> dict[str, Any]:
    """
    Return the JSON Schema (draft 2020-12) of a coding: one source with its claims, as in a ``.json`` file.

    What it lets through, the loader may still refuse: units and days are in its tables alone. What it refuses, the
    loader refuses too. Give it to a language model as the form of its answer, save the answer as ``.json``, and load it.

    Example:
        >>> form = schema()
        >>> form["required"], form["$defs"]["claim"]["properties"]["stance"]["enum"]
        (['schema', 'source'], ['asserts', 'denies'])
    """
    kinds = {kind: _table(shape, (shape,), kind) for kind, shape in record_types().items()}
    parts = {name: _table(shapes[0], shapes, name) for name, shapes in WORDS.items()}
    _add_kinds(parts["claim"], kinds)
    return {
        "$schema": DIALECT,
        "$id": "urn:osintkp:coding:1",
        "title": f"A coding of {SCHEMA}",
        "description": "One source and the claims that stand in it. Leave out what the text does not say.",
        "examples": [deepcopy(EXAMPLE)],
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA},
            "source": {"$ref": "#/$defs/source"},
            "claim": {"type": "array", "items": {"$ref": "#/$defs/claim"}},
            "sealed": {"type": "object", "description": "Written by a save, never by hand."},
        },
        "required": ["schema", "source"],
        "additionalProperties": False,
        "$defs": {**_values(), **parts, **kinds},
    }


def _add_kinds(claim: Node, kinds: Node) -> None:
    """Let a claim have exactly one record, and say who speaks and what is quoted in one form alone."""
    claim["properties"] |= {kind: {"$ref": f"#/$defs/{kind}"} for kind in kinds}
    claim["oneOf"] = [{"required": [kind]} for kind in kinds]
    claim["not"] = {"anyOf": [_both("attribution", "speaker"), _both("spans", "quote")]}
    chain = {name: _needs("speaker", name, ["", [], None]) for name in ("role", "verb", "via")}
    claim["dependentSchemas"] = chain | {
        name: _needs("quote", name, [None]) for name in ("span", "prefix", "suffix")
    }


def _both(several: str, one: str) -> Node:
    """Return a schema that holds where a thing is said in its long form and in its short one."""
    return {
        "required": [several, one],
        "properties": {several: {"minItems": 1}, one: {"type": "string", "minLength": 1}},
    }


def _needs(other: str, name: str, empty: list[Any]) -> Node:
    """Return a schema that holds where another key is there too, or this one is as good as left out."""
    there = {"required": [other], "properties": {other: {"type": "string"}}}
    return {"anyOf": [there, {"properties": {name: {"enum": empty}}}]}


def _values() -> Node:
    """Return the definitions of what stands in one place as text."""
    return {
        "id": {"type": "string", "pattern": rf"^[A-Za-z0-9][A-Za-z0-9._-]{{0,{LONGEST_ID - 1}}}$(?!\n)", "examples": ["shells-152"]},
        "amount": {
            "type": "string",
            "description": "A figure with its unit: `6700 container`, `~6700 container` (about), `>10000 person`, `>=10000 person`, `<=3000000 round`, "
            "`2000000..5000000 round` (between), `~2000.. container` (thousands). Digits without commas; units in the singular, "
            "`piece` where no unit fits; money by its ISO 4217 code.",
            "pattern": notation.pattern(),
            "examples": ["~6700 container", ">10000 person", "2000000..5000000 round", "152 mm", "~30 percent", "4350000000 EUR"],
        },
        "when": {
            "type": "string",
            "description": "A date or period in EDTF: a day, month or year, `~` about, `?` uncertain, `198X` a decade, `2023-09/2024-02-26` from-to, "
            "`2023-09/..` and still going on, `/2024-02` since nobody says when. A period without its year is `XXXX-09`.",
            "pattern": edtf.pattern(),
            "examples": ["2024-06-19", "2024-06", "2023-09/..", "2024-02-27/2024-03-03", "2024-03~", "198X"],
        },
        "actor": {
            "type": "string",
            "description": "A state by its ISO 3166-1 alpha-2 code; another actor by a slug of small letters, digits and hyphens; `unknown` where nobody is named.",
            "minLength": 1,
            "maxLength": DEFAULT.name_characters,
            "examples": ["SD", "un-security-council", "hamas", "unknown"],
        },
        "item": {
            "type": "string",
            "description": "Goods by their place in the taxonomy, as narrow as the words allow; words of the text where none fits.",
            "maxLength": DEFAULT.name_characters,
            "examples": list(items.paths()),
        },
        "text": {"type": "string", "pattern": r"^[^\x00]*$", "maxLength": DEFAULT.field_characters},
    }  # fmt: skip


def _table(shape: type[Any], described: tuple[type, ...], name: str) -> Node:
    """Return the schema of a table with the keys of a shape, in the words of the classes that describe them."""
    fields = attrs.fields(shape)
    about = {key: words for each in reversed(described) for key, words in _described(each).items()}
    found: Node = {"type": "object", "description": _summary(described[:2][-1])}
    found["properties"] = {
        field.name: _with_words(_closer(name, field), MORE.get((name, field.name)) or about.get(field.name))
        for field in fields
    }
    needed = [field.name for field in fields if field.default is attrs.NOTHING]
    return found | ({"required": needed} if needed else {}) | {"additionalProperties": False}


def _closer(name: str, field: attrs.Attribute[Any]) -> Node:
    """Return the schema of a field, closer than its type alone where its class looks closer too."""
    if field.name == "span":
        return deepcopy(PLACE)
    return deepcopy(CLOSER.get((name, field.name))) or _of(field.type)


def _with_words(node: Node, words: str | None) -> Node:
    return node if words is None else {"description": words, **node}


def _of(kind: Any) -> Node:
    """Return the schema of a field by its type, as the converter reads it."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind == ActorId:
        return {"$ref": "#/$defs/actor"}
    if kind == ItemPath:
        return {"$ref": "#/$defs/item"}
    if kind in PLAIN:
        return deepcopy(PLAIN[kind])
    if origin in (Union, UnionType):
        return {"anyOf": [_of(inner[0]), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(inner[1])}
    return _named(kind)


def _named(kind: Any) -> Node:
    """Return the schema of a table inside another, or of a word of a scale."""
    if kind is Credibility:
        digits = [each.value for each in Credibility]
        return {"enum": [*map(int, digits), *digits]}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [each.value for each in kind]}
    return {"$ref": f"#/$defs/{next(name for name, shapes in WORDS.items() if shapes[0] is kind)}"}


PLAIN: dict[Any, Node] = {
    str: {"$ref": "#/$defs/text"},
    Content: {"type": "string"},
    int: {"type": "integer", "exclusiveMinimum": -LARGEST_NUMBER, "exclusiveMaximum": LARGEST_NUMBER},
    float: {"type": "number"},
    Amount: {"$ref": "#/$defs/amount"},
    When: {"anyOf": [{"$ref": "#/$defs/when"}, {"$ref": "#/$defs/dated"}]},
}


def _page(shape: type) -> str:
    """Return the page of a class without the indentation that older Pythons leave it."""
    from inspect import cleandoc

    return cleandoc(shape.__doc__ or "")


def _summary(shape: type) -> str:
    """Return the first sentence of a class's page; the empty string where Python runs without them."""
    return " ".join(_page(shape).split("\n\n", 1)[0].split())


def _described(shape: type) -> dict[str, str]:
    """Return what the page of a class says of each of its fields."""
    page = _page(shape).partition("Attributes:\n")[2].partition("\n\n")[0]
    found = re.findall(r"^    (\w+): (.*(?:\n        .*)*)", page, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found if name in known_keys(shape)}

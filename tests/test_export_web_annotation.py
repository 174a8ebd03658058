"""Web Annotations: as the W3C recommendation asks, on the very words, and equal when they come back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from export_cases import (
    CASES,
    HOSTILE,
    back,
    bare,
    every_case,
    every_codable_case,
    full,
    hostile,
    loaded,
    many,
    orphaned,
    seconds,
)
from osintkp.claims import Claims
from osintkp.exports.web_annotation import SCHEMA
from osintkp.records import record_types
from pages import corpus_of
from strategies import corpora

FORM = "web_annotation"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
URI = {"type": "string", "format": "uri"}
TYPED = {"type": "object", "required": ["type"]}
QUOTE = {
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string"},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "additionalProperties": False,
}
POSITION = {
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
    },
    "additionalProperties": False,
}
MUSTS: dict[str, Any] = {  # what the recommendation says a document MUST have, in the order of its sections
    "$defs": {
        "selectors": {  # 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "oneOf": [QUOTE, POSITION]},
        },
        "specific": {  # 4 Specific Resources: exactly one source
            "type": "object",
            "required": ["source", "selector"],
            "properties": {"source": URI, "selector": {"$ref": "#/$defs/selectors"}},
            "additionalProperties": False,
        },
        "target": {"oneOf": [URI, {"$ref": "#/$defs/specific"}]},  # 3.2 Bodies and Targets
        "body": {  # 3.2.4 Embedded Textual Body: one value; 3.3.5 purposes
            "type": "object",
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"enum": ["text/plain", "application/json"]},
                "purpose": {"enum": ["classifying", "describing"]},
            },
        },
        "annotation": {  # 3.1 Annotations: an IRI, the class, one or more targets; never body and bodyValue
            "type": "object",
            "required": ["id", "type", "target"],
            "not": {"required": ["body", "bodyValue"]},
            "properties": {
                "id": URI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["classifying", "describing"]},  # 3.3.5
                "creator": {"type": "object", "properties": {"name": {"type": "string"}}},  # 3.3.2
                "target": {
                    "oneOf": [
                        {"$ref": "#/$defs/target"},
                        {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/target"}},
                    ]
                },
                "body": {
                    "oneOf": [
                        {"$ref": "#/$defs/body"},
                        {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/body"}},
                    ]
                },
            },
        },
        "page": {  # 5.2 Annotation Page
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": URI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"type": "integer", "minimum": 0},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "type": "object",  # 5.1 Annotation Collection: a first page if and only if there are annotations
    "required": ["@context", "id", "type", "total"],
    "properties": {
        "@context": {"const": CONTEXT},
        "id": URI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {"$ref": "#/$defs/page"},
    },
    "if": {"properties": {"total": {"const": 0}}},
    "then": {"not": {"required": ["first"]}},
    "else": {"required": ["first"]},
}


def validate(data: Any) -> None:
    checker = jsonschema.FormatChecker(formats=["uri"])  # fails where nothing is installed that knows URIs
    jsonschema.Draft202012Validator.check_schema(MUSTS)
    jsonschema.Draft202012Validator(MUSTS, format_checker=checker).validate(data)


def document(some: osintkp.Corpus) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(some.rendered(FORM)[0])
    return data


def by_id(some: osintkp.Corpus) -> dict[str, dict[str, Any]]:
    """Return the annotations by what comes after the common start of their ids."""
    items = document(some).get("first", {"items": []})["items"]
    return {each["id"].removeprefix("urn:osintkp:annotation:"): each for each in items}


def losses(some: osintkp.Corpus) -> tuple[str, ...]:
    return some.rendered(FORM)[1]


@every_case
def test_a_document_is_as_the_recommendation_asks(case: str) -> None:
    validate(document(CASES[case]()))


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("@context",), "https://schema.org"),
        (("total",), -1),
        (("first", "items", 1, "id"), "no uri"),
        (("first", "items", 1, "target", 0, "selector", 0, "exact"), None),
        (("first", "items", 1, "target", 0, "selector", 1, "start"), -1),
        (("first", "items", 1, "target", 0, "source"), "javascript: alert"),
        (("first", "items", 1, "bodyValue"), "x"),
        (("first", "items", 1, "body", 0, "value"), 7),
    ],
)
def test_the_schema_would_see_what_is_not_as_it_asks(at: tuple[Any, ...], value: object) -> None:
    data = document(full())
    inner: Any = data
    for step in at[:-1]:
        inner = inner[step]
    inner[at[-1]] = value

    with pytest.raises(jsonschema.ValidationError):
        validate(data)


@every_codable_case
def test_annotations_come_back_equal(case: str, tmp_path: Path) -> None:
    some = CASES[case]()

    assert some == back(some, FORM, tmp_path, lenient=True)


@settings(max_examples=40, deadline=None)
@given(some=corpora())
def test_any_corpus_is_valid_and_comes_back_equal(
    some: Claims, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = osintkp.Corpus(claims=some)

    validate(document(whole))
    assert whole == back(whole, FORM, tmp_path_factory.mktemp("web"), lenient=True)


def test_one_corpus_gives_one_document_in_ascii_that_ends_no_script() -> None:
    text, _ = hostile().rendered(FORM)

    assert text == hostile().rendered(FORM)[0]
    assert text.isascii()
    assert not {"<", ">", "&", "\x1b"} & set(text)


def test_each_source_and_each_claim_has_an_annotation() -> None:
    assert {*full().sources.ids(), *full().claims.ids()} == set(by_id(full()))
    assert document(full())["total"] == len(by_id(full()))


def test_the_words_and_their_place_are_selectors_and_several_are_several_targets() -> None:
    source = "https://example.org/trucks?a=1&b=2"

    target = by_id(full())["wire/trucks"]["target"]

    words = {"type": "TextQuoteSelector", "exact": "some 40 trucks", "prefix": "sent ", "suffix": " to"}
    place = {"type": "TextPositionSelector", "start": 10, "end": 24}
    bare_words = {"type": "TextQuoteSelector", "exact": "by sea"}
    assert [
        {"source": source, "selector": [words, place]},
        {"source": source, "selector": [bare_words]},
    ] == target


def test_one_quote_is_one_target() -> None:
    assert "no trucks came" == by_id(full())["wire/denied"]["target"]["selector"][0]["exact"]


def test_places_count_code_points() -> None:
    text = "\U0001f69a\U0001f69a twelve trucks"
    page = f'[source]\nid = "a"\ncontent = "{text}"\n[[claim]]\nid = "1"\nquote = "twelve"\nshipment = {{}}'
    (_, place) = by_id(corpus_of(page))["a/1"]["target"]["selector"]

    assert (3, 9) == (place["start"], place["end"])


def test_the_words_stand_in_the_selectors_alone() -> None:
    table = json.loads(by_id(full())["wire/denied"]["body"][1]["value"])

    assert (SCHEMA, "wire", "denied") == (table["schema"], table["of"], table["claim"]["id"])
    assert "no trucks came" not in json.dumps(table)


def test_a_tool_that_moves_an_anchor_moves_the_span(tmp_path: Path) -> None:
    text = (
        full()
        .rendered(FORM)[0]
        .replace('"start": 100', '"start": 101')
        .replace('"no trucks came"', '"o trucks came"')
    )

    (span,) = loaded(text, FORM, tmp_path).claims["wire/denied"].spans

    assert (101, 114, "o trucks came") == (span.start, span.end, span.quote)


def test_people_read_who_says_what() -> None:
    body = by_id(full())["wire/denied"]["body"][0]

    assert ("text/plain", full().claims["wire/denied"].sentence()) == (body["format"], body["value"])
    assert "denies" in body["value"]


def test_the_coder_is_the_creator() -> None:
    assert {"name": "ana"} == by_id(full())["wire/trucks"]["creator"]
    assert "creator" not in by_id(full())["wire/denied"]


def test_a_source_without_an_address_on_the_web_has_a_name_for_a_target() -> None:
    assert "urn:osintkp:source:agency" == by_id(full())["agency"]["target"]
    assert ("agency: the address is none on the web and stands in the body alone",) == losses(full())


def test_a_claim_without_words_is_about_the_whole_source() -> None:
    assert "urn:osintkp:source:bare" == by_id(bare())["bare/loss"]["target"]
    count = len(record_types()) - 1
    assert f"bare/limit and {count} more: no words are quoted, so the whole source is the target" in losses(
        bare()
    )


def test_claims_whose_source_is_not_there_are_left_out_and_named() -> None:
    assert {"here", "here/a"} == set(by_id(orphaned()))
    assert ("gone/a and 1 more: left out, for the source is not there",) == losses(orphaned())


def test_a_corpus_without_any_trouble_loses_nothing() -> None:
    assert () == losses(osintkp.load_seeds())


def test_ten_times_the_sources_take_no_more_than_thirty_times_as_long() -> None:
    seconds(many(20), FORM)

    assert seconds(many(1500), FORM) < 30 * max(seconds(many(150), FORM), 0.005)


@pytest.mark.parametrize("shape", ["page", "list", "one"])
def test_a_page_a_list_and_one_alone_are_read_too(shape: str, tmp_path: Path) -> None:
    page = document(full())["first"]
    data = {"page": page, "list": page["items"], "one": by_id(full())["wire"]}[shape]

    some = loaded(json.dumps(data), FORM, tmp_path)

    assert full().sources["wire"] == some.sources["wire"]
    assert (len(full()) if shape != "one" else 0) == len(some)


def test_a_claim_without_its_source_brings_one_of_that_id(tmp_path: Path) -> None:
    some = loaded(json.dumps(by_id(full())["wire/denied"]), FORM, tmp_path)

    assert (("wire",), ("wire/denied",)) == (some.sources.ids(), some.claims.ids())
    assert full().claims["wire/denied"] == some.claims["wire/denied"]


def ours(**table: Any) -> dict[str, Any]:
    return {"type": "Annotation", "body": {"value": json.dumps({"schema": SCHEMA} | table)}}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (7, "file-syntax"),
        ("x", "file-syntax"),
        (None, "file-syntax"),
        ({"first": "https://example.org/page1"}, "file-syntax"),
        ({"total": 1}, "no-claims"),
        ([], "no-claims"),
        ([7, None, "x", []], "no-claims"),
        ([{"body": None}, {"body": 7}, {"body": ["x", None, {"value": 7}, {"value": "{}"}]}], "no-claims"),
        ([{"body": {"value": SCHEMA}}], "no-claims"),
        ([{"body": {"value": "[" * 100_000 + SCHEMA}}], "no-claims"),
        ([{"body": {"value": json.dumps([SCHEMA])}}], "no-claims"),
        ([{"body": {"value": json.dumps({"schema": "other", "x": SCHEMA})}}], "no-claims"),
        ([ours(source=7), ours(source={"id": 7}), ours(of=["a"], claim={})], "no-claims"),
        ([ours(of="a", claim=7)], "wrong-type"),
        ([{"body": {"value": json.dumps({"schema": SCHEMA + "0"})}}], "schema-version"),
        ([{"body": {"value": '{"schema": "' + SCHEMA + '", '}}], "file-syntax"),
        ([ours(source={"id": "../a"})], "bad-id"),
        ([ours(of="a", claim={})], "missing-key"),
        ([ours(of="a", claim={"id": "1", "loss": {}, "zz": 1})], "unknown-key"),
    ],
)
def test_what_is_none_of_ours_is_a_problem(data: Any, code: str, tmp_path: Path) -> None:
    some = loaded(json.dumps(data), FORM, tmp_path)

    assert code in {problem.code for problem in some.problems}
    assert 0 == len(some)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "1" * 5000])
def test_what_is_no_json_is_a_problem(text: str, tmp_path: Path) -> None:
    assert ["file-syntax"] == [problem.code for problem in loaded(text, FORM, tmp_path).problems]


@pytest.mark.parametrize(
    ("target", "field"),
    [
        ({"selector": {"type": "TextPositionSelector", "start": 1, "end": 5}}, "spans[0].quote"),
        ({"selector": [{"type": "TextQuoteSelector", "exact": 7}]}, "spans[0].quote"),
        (
            [{"selector": [{"type": "TextQuoteSelector", "exact": "x"}, {"type": "TextPositionSelector"}]}],
            "spans[0].span",
        ),
    ],
)
def test_selectors_that_cannot_be_are_problems_with_their_place(
    target: object, field: str, tmp_path: Path
) -> None:
    one = ours(of="a", claim={"id": "1", "loss": {}}) | {"target": target}

    assert field in "".join(
        str(problem.field) for problem in loaded(json.dumps([one]), FORM, tmp_path).problems
    )


@pytest.mark.parametrize(
    "target", [None, 7, "x", [7], {}, {"selector": None}, {"selector": ["x", {"type": "CssSelector"}]}]
)
def test_targets_without_words_give_no_spans(target: object, tmp_path: Path) -> None:
    one = ours(of="a", claim={"id": "1", "loss": {}, "quote": "smuggled"}) | {"target": target}

    some = loaded(json.dumps([one]), FORM, tmp_path)

    assert () == some.claims["a/1"].spans


def test_annotations_of_others_are_passed_over(tmp_path: Path) -> None:
    data = document(full())
    data["first"]["items"].insert(
        0, {"type": "Annotation", "body": {"value": "I doubt it"}, "target": "https://x.org"}
    )

    assert full() == loaded(json.dumps(data), FORM, tmp_path)


def test_hostile_words_come_back_as_they_were(tmp_path: Path) -> None:
    again = back(hostile(), FORM, tmp_path)

    assert HOSTILE == again.claims["evil/a"].quote == again.sources["evil"].title
    assert "https://example.org/%3C/script%3E" in by_id(hostile())["evil"]["target"]


def test_a_long_quote_stays_whole(tmp_path: Path) -> None:
    some = corpus(claim("a/1", quote="x" * 900_000))

    assert some == back(some, FORM, tmp_path)

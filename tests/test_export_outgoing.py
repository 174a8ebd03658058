"""What several exports do on the way out: addresses and tags that others accept, and one line for what many lost."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.exports._outgoing import (
    LONGEST_ADDRESS,
    gathered,
    json_text,
    language_tag,
    left_out,
    one_quote,
    urn,
    web_address,
)

URI = jsonschema.Draft202012Validator(
    {"type": "string", "format": "uri"}, format_checker=jsonschema.FormatChecker(formats=["uri"])
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org", "https://example.org"),
        ("http://example.org:8080/a/b?c=d&e=?#f?g", "http://example.org:8080/a/b?c=d&e=?#f?g"),
        (" https://example.org/a b ", "https://example.org/a%20b"),
        ("https://example.org/\u0645", "https://example.org/%D9%85"),
        ("https://example.org/%41", "https://example.org/%41"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/[1]", "https://example.org/%5B1%5D"),
    ],
)
def test_an_address_on_the_web_is_kept_as_a_uri(address: str, expected: str) -> None:
    assert expected == web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        None, "", "example.org", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "ftp://example.org", "file:///etc/passwd",
        "//example.org", "https://", "https:///a", "https://?", "https://example.org/%zz", "https://example.org/%4",
        "https://example.org:port/", "https://example.org:123456/", "https://example.org/#a#b", "https://u@example.org/", "x https://example.org",
    ],
)  # fmt: skip
def test_any_other_address_is_none(address: str | None) -> None:
    assert web_address(address) is None


def test_an_address_has_a_longest_length() -> None:
    start = "https://example.org/"
    longest = start + "a" * (LONGEST_ADDRESS - len(start))

    assert longest == web_address(longest)
    assert web_address(f"{longest}a") is None


@given(st.text(max_size=30).map(lambda rest: f"https://example.org/{rest}") | st.text(max_size=30))
def test_what_is_kept_is_a_uri_to_others_too(address: str) -> None:
    found = web_address(address)

    assert found is None or URI.is_valid(found)


@given(st.text(max_size=30, alphabet=st.characters()))
def test_a_name_is_a_uri_to_others_too(name: str) -> None:
    assert URI.is_valid(urn("actor", name or "x"))


@pytest.mark.parametrize("tag", ["en", "kok", "pt-BR", "zh-Hant-TW", "de-x-a", "sr-Latn-RS-1996"])
def test_a_language_tag_is_kept(tag: str) -> None:
    assert tag == language_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [None, "", "e", "engl", "Korean", "EN", "ko_KR", "en-", "en-toolongsubtag", "en\n", "en" + "-a" * 7],
)
def test_a_language_that_is_no_tag_is_none(tag: str | None) -> None:
    assert language_tag(tag) is None


@pytest.mark.parametrize(
    ("ids", "expected"),
    [(["a/1"], "a/1: lost"), (["a/1", "a/2"], "a/1 and 1 more: lost"), (["a/1"] * 4, "a/1 and 3 more: lost")],
)
def test_what_befell_many_is_one_line(ids: list[str], expected: str) -> None:
    assert expected == gathered(ids, "lost")


def test_fields_that_are_not_carried_are_one_line_each_in_order() -> None:
    said = {"edtf": "2024", "words": "last year"}
    tables = [
        ("a/1", {"id": "1", "said": said, "loss": {"item": "ships", "when": said}}, "loss"),
        ("a/2", {"id": "2", "part": "lede", "loss": {"by": "SD", "item": "ships"}}, "loss"),
    ]

    assert [
        "a/2: part has no place in a map",
        "a/2: record.by has no place in a map",
        "a/1: record.when has no place in a map",
        "a/1: record.when.words has no place in a map",
        "a/1: said.words has no place in a map",
    ] == left_out(tables, {"said", "record.item"}, "a map")


def test_several_quotes_have_the_fields_of_one() -> None:
    spans = [{"quote": "ten", "span": [0, 3]}, {"quote": "men", "suffix": " came"}]

    assert {"id": "1", "quote": None, "span": None, "suffix": None} == one_quote({"id": "1", "spans": spans})
    assert {"id": "1", "quote": "ten"} == one_quote({"id": "1", "quote": "ten"})


def test_json_is_ascii_without_a_letter_that_means_something_to_a_page() -> None:
    text = json_text({"a": "<!-- </script> & \u2028 \u202e \x1b"})

    assert '{\n "a": "\\u003c!-- \\u003c/script\\u003e \\u0026 \\u2028 \\u202e \\u001b"\n}\n' == text


def test_a_number_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        json_text(float("nan"))

"""Claims as they are written: objects with an attribute for every key, from plain data or from a line."""

from __future__ import annotations

import sys
from typing import Any

import attrs
import msgspec
import pytest

from osintkp.coding.lines import UnusualError, line_reader, line_struct, plain
from osintkp.coding.shapes import CodedClaim
from osintkp.records import record_types

LINE = '{"claim": {"id": "a", "quote": "x", "via": ["afp"], "credibility": 3, "loss": {"actor": "SD"}}}'
KEYS = [*attrs.fields_dict(CodedClaim), *record_types()]


@pytest.fixture(params=["with msgspec", "without"])
def read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    if request.param == "without":
        monkeypatch.setitem(sys.modules, "msgspec", None)
    return line_reader()


def test_a_line_has_an_attribute_for_every_key(read: Any) -> None:
    claim = read(LINE).claim
    given = {key: getattr(claim, key) for key in KEYS if getattr(claim, key) is not None}

    assert ("a", "x", ["afp"], 3) == tuple(given.pop(key) for key in ("id", "quote", "via", "credibility"))
    assert ["loss"] == list(given)
    assert ("SD", None) == (claim.loss.actor, claim.loss.by)


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "1", '{"claim": []}', '{"claim": 1}', "{}", LINE[:-1] + ', "x": 1}', LINE + "1"]
)
def test_what_is_no_line_with_a_claim_is_refused(read: Any, line: str) -> None:
    with pytest.raises((UnusualError, ValueError, KeyError)):
        read(line)


@pytest.mark.parametrize(
    "change",
    [
        '"id": 5',
        '"id": null',
        '"x": 1',
        '"span": [1.0, 2]',
        '"span": [true, 2]',
        '"credibility": true',
        '"via": "SD"',
    ],
)
def test_with_msgspec_other_types_and_keys_are_refused_at_once(change: str) -> None:

    with pytest.raises(msgspec.ValidationError):
        line_reader()(f'{{"claim": {{{change}}}}}')


def test_the_class_of_lines_is_made_once() -> None:
    assert line_struct() is line_struct()


@pytest.mark.parametrize("data", [None, [], {}, {"id": "a"}, {"loss": 5}, {"loss": {}, "meeting": {}}])
def test_what_has_no_one_record_is_unusual(data: object) -> None:
    with pytest.raises((UnusualError, ValueError)):
        plain(data)


def test_plain_data_stay_as_they_are() -> None:
    data = {"id": "a", "loss": {"actor": "SD"}}
    coded = plain(data)

    assert {"id": "a", "loss": {"actor": "SD"}} == data
    assert ("a", None, "SD", None) == (coded.id, coded.quote, coded.loss.actor, coded.loss.place)

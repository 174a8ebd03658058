"""The converter: nothing is coerced, every fault has its place, and a fault of the library is not one of the data."""

from __future__ import annotations

import inspect
import sys
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

from osintkp.coding import converter
from osintkp.coding.converter import structure, unstructure
from osintkp.coding.faults import StructureError, place_text
from osintkp.coding.shapes import CodedClaim, CodedSource
from osintkp.evidence import Link
from osintkp.records.loss import Loss
from osintkp.records.treaty import Treaty
from osintkp.vocabulary.scales import Credibility, Modality


def broken(_: object, __: object, value: str) -> None:
    if value == "deep":
        raise RecursionError
    raise TypeError("a fault of the library")


Broken = attrs.make_class("Broken", {"name": attrs.field(type=str, validator=broken)}, kw_only=True)


def faults_of(data: object, shape: type) -> list[tuple[str, str]]:
    with pytest.raises(StructureError) as raised:
        structure(data, shape)
    return [(place_text(place), error.code) for place, error in raised.value.faults]


def test_every_fault_is_found_at_once_with_its_place() -> None:
    data = {
        "idd": "a",
        "span": [1, "2", True],
        "modality": "state",
        "attribution": [{"actor": "KR"}, {"verb": 5, "when": "yesterday"}],
        "likelihood": {"scheme": "phia"},
    }

    assert {
        ("idd", "unknown-key"), ("id", "missing-key"), ("span[1]", "wrong-type"), ("span[2]", "wrong-type"),
        ("modality", "unknown-word"), ("attribution[1].actor", "missing-key"), ("attribution[1].verb", "wrong-type"),
        ("attribution[1].when", "date-invalid"), ("likelihood.word", "missing-key"),
    } == set(faults_of(data, CodedClaim))  # fmt: skip


def test_the_faults_of_a_table_have_its_keys() -> None:
    data = {"ratified": {"KP": "2024", "RU": "x", "CN": 5}}

    assert [("ratified.RU", "date-invalid"), ("ratified.CN", "wrong-type")] == faults_of(data, Treaty)


@pytest.mark.parametrize("data", [None, "a", 5, ["id"], [("id", "a")]])
def test_what_is_no_table_is_refused_as_a_whole(data: object) -> None:
    assert [("", "wrong-type")] == faults_of(data, CodedSource)


def test_null_stands_for_what_may_be_left_out_alone() -> None:
    given = structure({"id": "a", "title": None, "length": None}, CodedSource)

    assert attrs.asdict(structure({"id": "a"}, CodedSource)) == attrs.asdict(given)
    assert [("id", "wrong-type")] == faults_of({"id": None}, CodedSource)


@pytest.mark.parametrize("given", [3, "3"])
def test_a_credibility_is_read_with_and_without_quotes(given: object) -> None:
    assert Credibility.POSSIBLY_TRUE is structure({"id": "a", "credibility": given}, CodedClaim).credibility


@pytest.mark.parametrize("given", [0, 7, 9, 10, -1])
def test_another_number_is_no_credibility(given: int) -> None:
    ((place, code),) = faults_of({"id": "a", "credibility": given}, CodedClaim)

    assert "credibility" == place
    assert code == ("unknown-word" if 0 <= given <= 9 else "wrong-type")


def test_plain_data_is_plain() -> None:
    data = unstructure(
        CodedClaim(id="a", modality=Modality.ALLEGED, via=("x",), credibility=Credibility.DOUBTFUL)
    )

    assert {"id": "a", "modality": "alleged", "via": ["x"], "credibility": 4} == data
    assert str is type(data["modality"])


def test_a_fault_of_the_library_is_not_told_as_one_of_the_data() -> None:
    with pytest.raises(TypeError, match="a fault of the library"):
        structure({"name": "x"}, Broken)
    with pytest.raises(RecursionError):
        structure({"name": "deep"}, Broken)


def test_on_a_full_stack_good_data_is_not_told_to_be_bad() -> None:
    def at(depth: int) -> object:
        return at(depth - 1) if depth else structure({"actor": "KR", "when": "2024"}, Link)

    structure({"actor": "KR"}, Link)
    room = sys.getrecursionlimit() - len(inspect.stack())
    for depth in range(room - 40, room):
        try:
            found = at(depth)
        except RecursionError:
            continue
        assert "KR" == found.actor  # type: ignore[attr-defined]  # a link


def test_the_first_use_may_be_in_several_threads() -> None:
    converter.reader.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: structure({"actor": f"a{number}"}, Link).actor, range(200)))

    assert [f"a{number}" for number in range(200)] == found


def test_a_text_may_have_a_million_letters_and_a_number_sixteen_digits() -> None:
    longest, largest = "a" * 1_000_000, 2**53 - 1

    assert longest == structure({"id": "a", "notes": longest}, CodedSource).notes
    assert [largest, -largest] == [
        structure({"id": "a", "length": each}, CodedSource).length for each in (largest, -largest)
    ]
    assert [("notes", "text-size")] == faults_of({"id": "a", "notes": longest + "a"}, CodedSource)
    assert [("length", "number-size")] == faults_of({"id": "a", "length": largest + 1}, CodedSource)
    assert [("length", "number-size")] == faults_of({"id": "a", "length": -largest - 1}, CodedSource)


def test_the_text_of_an_article_may_be_longer() -> None:
    longer = "a" * 1_000_001

    assert longer == structure({"id": "a", "content": longer}, CodedSource).content
    assert [("content", "text-control")] == faults_of({"id": "a", "content": "a\0"}, CodedSource)


def test_equal_amounts_and_dates_are_read_once_and_shared() -> None:
    data = {"amount": "~41 tank", "when": "2020-10"}

    one, other = structure(data, Loss), structure(data, Loss)
    assert one.amount is other.amount
    assert one.when is other.when

"""Collections by id: in order, without doubles, with the sources that claims stand in."""

from __future__ import annotations

import pickle
from operator import attrgetter
from typing import Any

import pytest

from osintkp.claim import Claim
from osintkp.claims import Claims, Table
from osintkp.errors import ArgumentError, InvalidValueError, UnknownIdError
from osintkp.evidence import Source
from osintkp.records.loss import Loss


def claim(name: str, **fields: str) -> Claim:
    return Claim(id=name, source=name.partition("/")[0], record=Loss(**fields))  # type: ignore[arg-type]  # texts by name


SOURCES = [Source(id="b"), Source(id="a")]
CLAIMS = [claim("b/2"), claim("b/1"), claim("a/1")]


def test_things_keep_their_order_and_are_found_by_id() -> None:
    table = Table(SOURCES)

    assert (["b", "a"], ("b", "a"), 2) == ([source.id for source in table], table.ids(), len(table))
    assert table["a"] is SOURCES[1]
    assert table.get("a") is SOURCES[1]
    assert table.get("c") is None


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("b/3", "nothing has the id 'b/3'; near it: b/2, b/1"),
        ("zzz", "nothing has the id 'zzz'; near it: b/2, b/1, a/1"),
    ],
)
def test_an_unknown_id_names_the_nearest(key: str, message: str) -> None:
    with pytest.raises(UnknownIdError) as raised:
        Claims(CLAIMS)[key]

    assert message == str(raised.value)


@pytest.mark.parametrize(("key", "named"), [("s9", 3), ("zzz", 3)])
def test_no_more_than_three_ids_are_named(key: str, named: int) -> None:
    table = Table(Source(id=f"s{number}") for number in range(5))

    with pytest.raises(UnknownIdError) as raised:
        table[key]
    assert named == len(str(raised.value).partition("near it: ")[2].split(", "))


def test_an_unknown_id_of_an_empty_table_names_nothing() -> None:
    with pytest.raises(UnknownIdError, match="nothing has the id 'a'; near it: nothing"):
        Table[Source]()["a"]


def test_an_id_or_the_very_thing_is_in_a_table() -> None:
    table = Claims(CLAIMS)

    assert "b/1" in table
    assert claim("b/1") in table
    assert claim("b/1", actor="SD") not in table
    assert claim("c/1") not in table
    assert "c/1" not in table
    assert None not in table


def test_a_thing_that_is_given_twice_stands_once() -> None:
    assert 3 == len(Claims([*CLAIMS, claim("a/1"), CLAIMS[0]]))


@pytest.mark.parametrize(
    ("things", "what"),
    [
        ([claim("a/1"), claim("a/1", actor="SD")], "two different claims have one id"),
        ([Source(id="a"), Source(id="a", title="x")], "two different sources have one id"),
    ],
)
def test_two_different_things_of_one_id_are_refused(things: list[Claim], what: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        Table(things)

    assert ("duplicate-id", what, things[0].id) == (raised.value.code, raised.value.what, raised.value.value)
    assert ("give one of them another id", "id") == (raised.value.fix, raised.value.field)


def test_tables_are_equal_by_what_they_hold_in_any_order() -> None:
    assert Table(SOURCES) == Table(reversed(SOURCES))
    assert Table(SOURCES) != Table(SOURCES[:1])
    assert Table(SOURCES) != SOURCES


def test_claims_are_equal_when_their_sources_are() -> None:
    assert Claims(CLAIMS, SOURCES) == Claims(reversed(CLAIMS), SOURCES)
    assert Claims(CLAIMS, SOURCES) != Claims(CLAIMS)
    assert Claims(CLAIMS) != CLAIMS
    assert Claims(CLAIMS) != Claims(CLAIMS[:1])


def test_a_claim_finds_its_source() -> None:
    assert SOURCES[1] is Claims(CLAIMS, SOURCES).source_of(CLAIMS[2])
    with pytest.raises(UnknownIdError, match="nothing has the id 'b'; near it: a"):
        Claims(CLAIMS, SOURCES[1:]).source_of(CLAIMS[0])


def test_kept_claims_bring_their_sources_alone() -> None:
    kept = Claims(CLAIMS, SOURCES).keep(iter(CLAIMS[:2]))

    assert (("b/2", "b/1"), ("b",)) == (kept.ids(), kept.sources.ids())


@pytest.mark.parametrize(
    ("table", "printed"),
    [
        (Table(SOURCES), "<Table of 2: b, a>"),
        (Claims(CLAIMS), "<Claims of 3: b/2, b/1, a/1>"),
        (Claims(), "<Claims of 0: nothing>"),
        (Table(Source(id=f"s{number}") for number in range(6)), "<Table of 6: s0, s1, s2, s3, s4, s5>"),
        (Table(Source(id=f"s{number}") for number in range(7)), "<Table of 7: s0, s1, s2, s3, s4, s5, ...>"),
    ],
)
def test_a_table_prints_its_first_ids(table: Table[Source], printed: str) -> None:
    assert printed == repr(table)


def test_claims_can_be_pickled() -> None:
    claims = Claims(CLAIMS, SOURCES)

    assert claims == pickle.loads(pickle.dumps(claims))  # noqa: S301  our own bytes


def test_a_selection_knows_what_it_was_selected_from() -> None:
    claims = Claims(CLAIMS, SOURCES)
    kept = claims.keep(CLAIMS[:2])

    assert claims.lineage is claims
    assert kept.lineage is claims
    assert kept.keep(CLAIMS[:1]).lineage is claims
    assert kept == Claims(CLAIMS[:2], SOURCES[:1])


def test_a_part_has_its_sources_and_ids_when_they_are_asked_for() -> None:
    whole = Claims(CLAIMS, [*SOURCES, Source(id="c")])
    part = whole.part(CLAIMS[:2])

    assert (("b",), ("b/2", "b/1"), 2) == (part.sources.ids(), part.ids(), len(part))
    assert part == whole.keep(CLAIMS[:2])
    assert whole is part.lineage
    assert part["b/1"] is CLAIMS[1]
    assert part.sources["b"] is SOURCES[0]


def test_a_part_of_a_part_of_a_part_finds_its_sources_however_often_it_was_taken() -> None:
    part = Claims(CLAIMS, SOURCES)
    for _ in range(5000):
        part = part.part(CLAIMS[1:])

    assert (("b", "a"), ("b/1", "a/1")) == (part.sources.ids(), part.ids())


def test_the_sources_of_claims_come_in_their_own_order_and_those_that_are_not_there_are_left_out() -> None:
    whole = Claims([*CLAIMS, claim("z/1")], SOURCES)

    assert ("b", "a") == whole.keep(reversed(list(whole))).sources.ids()
    assert ("a",) == whole.keep([CLAIMS[2], claim("z/1")]).sources.ids()


def test_a_part_that_nothing_was_asked_of_pickles() -> None:
    whole = Claims(CLAIMS, SOURCES)

    again = pickle.loads(pickle.dumps(whole.part(CLAIMS[2:])))  # noqa: S301  our own

    assert whole.part(CLAIMS[2:]) == again


def test_claims_have_no_other_attributes_than_their_own() -> None:
    with pytest.raises(AttributeError, match="Claims has no attribute 'claims'"):
        attrgetter("claims")(Claims())
    with pytest.raises(AttributeError, match="Table has no attribute 'sources'"):
        attrgetter("sources")(Table[Source]())


@pytest.mark.parametrize(
    "claims", [{5: "x"}, {"wire/b": claim("wire/a", actor="SD")}, {"wire/a": Source(id="wire")}, ["wire/a"]]
)  # fmt: skip
def test_a_table_by_other_ids_than_those_of_what_it_holds_is_refused(claims: Any) -> None:
    with pytest.raises(ArgumentError, match="claims is no"):
        Claims.by_id(claims, {"wire": Source(id="wire")})


def test_a_table_by_id_is_taken_as_it_is() -> None:
    claims = {each: claim(each, actor="SD") for each in ("wire/b", "wire/a")}
    made = Claims.by_id(claims, {"wire": Source(id="wire")})

    assert ("wire/b", "wire/a") == made.ids()
    assert made == Claims(claims.values(), [Source(id="wire")])

"""Columns beside the claims: what they find is what a walk finds, with both bodies, and a walk is what they save."""

from __future__ import annotations

import pickle
import subprocess
import sys
from array import array
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from costs import cost
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.dates import When
from osintkp.facets import dates, words
from osintkp.facets.body import Condition, Index, Ranges, body, meeting
from osintkp.facets.coding import coded
from osintkp.facets.packed import Packed, PackedRanges
from osintkp.facets.plain import Plain, PlainRanges
from osintkp.selecting import known_by, selection
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Modality, Part, Stance
from strategies import actor_ids, corpora, item_paths
from strategies_dates import edtf_texts, whens
from walked import BODIES, looked_through, walked, walked_by

INDEXES: list[Callable[[array[int], int], Index]] = [Plain, Packed]
RANGES: list[Callable[[array[int], array[int]], Ranges]] = [PlainRanges, PackedRanges]
FEW = st.lists(st.integers(0, 9), unique=True)
CODES = st.lists(st.integers(0, 9), max_size=300)


def several(values: st.SearchStrategy[str]) -> st.SearchStrategy[str | tuple[str, ...]]:
    return values | st.lists(values, max_size=3).map(tuple)


@st.composite
def asked(draw: st.DrawFn, claims: Claims) -> dict[str, Any]:
    """Draw conditions that some of the claims may meet."""
    used = sorted({name for each in claims for name in each.everybody} | {"eu", "KP", "nato", "US"})
    paths = sorted({each.item for each in claims if each.item} | {"munitions", "fuel", "zzz"})
    known = [path for path in paths if items.known(path.partition("/")[0]) or path != "zzz"]
    units = sorted({each.amount.unit for each in claims if each.amount} | {"tank"})
    names = [*claims.sources.ids()]
    who = several(st.sampled_from(used))
    return draw(
        st.fixed_dictionaries(
            {},
            optional={
                "kind": several(st.sampled_from(["shipment", "loss", "treaty", "limit", "meeting"])),
                "sender": who, "recipient": who, "actor": who, "speaker": who,
                "item": several(st.sampled_from(known)),
                "unit": several(st.sampled_from(units)),
                "during": whens(), "certain": st.booleans(),
                "origin": several(st.sampled_from([*used, *names, "unknown"])),
                "stance": several(st.sampled_from(list(Stance))),
                "modality": several(st.sampled_from(list(Modality))),
                "source": several(st.sampled_from(names)),
                "part": several(st.sampled_from(list(Part))),
                "where": st.just(lambda each: len(each.id) % 2 == 0),
            },
        )
    )  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_a_selection_is_what_a_walk_through_all_claims_finds(name: str, data: st.DataObject) -> None:
    claims = data.draw(corpora())
    conditions = data.draw(asked(claims))

    with looked_through(name):
        assert walked(claims, **conditions) == selection(claims, **conditions)


@pytest.mark.parametrize("name", BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(corpora(), whens())
def test_what_was_known_by_a_day_is_what_a_walk_finds(name: str, claims: Claims, day: When) -> None:
    with looked_through(name):
        assert walked_by(claims, day) == known_by(claims, day)


@pytest.mark.parametrize("make", INDEXES)
@given(CODES, FEW, FEW)
def test_an_index_finds_the_rows_of_some_codes(
    make: Callable[[array[int], int], Index], codes: list[int], some: list[int], other: list[int]
) -> None:
    index = make(array("B", codes), 10)
    expected = [row for row, code in enumerate(codes) if code in some]

    assert expected == index.listed(index.rows(some))
    assert len(expected) == index.count(some)
    assert [row for row in expected if codes[row] in other] == index.listed(
        index.among(index.rows(some), other)
    )


@pytest.mark.parametrize("make", INDEXES)
@pytest.mark.parametrize("typecode", ["H", "i"])
@pytest.mark.parametrize("wanted", [[7], [7, 1999], list(range(0, 2000, 2)), list(range(1500)), []])
def test_an_index_of_many_codes_finds_the_same(
    make: Callable[[array[int], int], Index], typecode: str, wanted: list[int]
) -> None:
    codes = [row * 7 % 2000 for row in range(4000)]
    index = make(array(typecode, codes), 2000)

    assert [row for row, code in enumerate(codes) if code in set(wanted)] == index.listed(index.rows(wanted))


@pytest.mark.parametrize("make", RANGES)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))), st.integers(0, 20), st.integers(0, 20))
def test_ranges_meet_where_they_have_a_number_in_common(
    make: Callable[[array[int], array[int]], Ranges], ends: list[tuple[int, int]], low: int, high: int
) -> None:
    found = make(array("i", [first for first, _ in ends]), array("i", [last for _, last in ends]))

    assert [code for code, (first, last) in enumerate(ends) if first <= high and last >= low] == list(
        found.meeting(low, high)
    )


@pytest.mark.parametrize("make", INDEXES)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))), FEW, FEW, FEW)
def test_the_conditions_may_come_in_any_order(
    make: Callable[[array[int], int], Index], rows: list[tuple[int, int, int]], one: list[int], two: list[int],
    three: list[int],
) -> None:  # fmt: skip
    indexes = [make(array("B", [row[place] for row in rows]), 10) for place in range(3)]
    conditions = [Condition(index, codes) for index, codes in zip(indexes, (one, two, three), strict=True)]
    expected = [place for place, (a, b, c) in enumerate(rows) if a in one and b in two and c in three]

    assert expected == meeting(conditions) == meeting(conditions[::-1])


@pytest.mark.parametrize(
    ("distinct", "typecode"), [(1, "B"), (256, "B"), (257, "H"), (65536, "H"), (65537, "i")]
)
def test_codes_take_up_as_few_bytes_as_they_can(distinct: int, typecode: str) -> None:
    values, codes = coded(map(str, range(distinct)))

    assert (distinct, typecode) == (len(values), codes.typecode)
    assert (values[-1], distinct - 1) == (str(distinct - 1), codes[-1])


@given(actor_ids(), actor_ids())
def test_an_actor_is_found_by_whatever_it_is_within(actor: str, group: str) -> None:
    assert actors.within(actor, group) == (group in actors.above(actor))


@given(item_paths() | st.text("a/", max_size=5), item_paths() | st.text("a/", max_size=5))
def test_goods_are_found_by_whatever_they_are_within(path: str, ancestor: str) -> None:
    assert items.within(path, ancestor) == (ancestor in items.above(path))


@given(st.lists(edtf_texts() | st.none(), max_size=8), whens(), st.booleans())
def test_dates_are_found_by_what_they_may_and_must_overlap(
    texts: list[str | None], window: When, certain: bool
) -> None:
    condition = dates.Dates.of(texts).overlapping(window, certain=certain)
    answers = ["no" if text is None else str(When.parse(text).overlaps(window)) for text in texts]
    fits = {"yes"} if certain else {"yes", "undecided"}

    assert sum(answer in fits for answer in answers) == condition.count


def test_numpy_is_for_many_claims_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = body(49_999), body(50_000)
    monkeypatch.setitem(sys.modules, "numpy", None)
    without = body(50_000)

    assert (Plain, Packed, Plain) == (few.index, many.index, without.index)
    assert (PlainRanges, PackedRanges, PlainRanges) == (few.ranges, many.ranges, without.ranges)


def test_selecting_among_few_claims_does_not_wake_numpy() -> None:
    code = (
        "import sys, osintkp\n"
        "seeds = osintkp.load_seeds()\n"
        "print(len(seeds.select(kind='limit', item='fuel').claims), 'numpy' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "1 False" == printed.strip()


def test_everybody_whom_a_claim_names_is_there_once_for_all() -> None:
    told = [
        claim("a/1", sender="IR", recipient="unknown", speaker="zz-wire"),
        claim("a/2", "treaty", parties=("LY", "TR")),
    ]

    assert {"IR", "zz-wire", "LY", "TR"} == words.everybody(corpus(*told).claims)


@pytest.mark.parametrize("name", BODIES)
def test_a_corpus_that_was_asked_pickles_and_answers_the_same(name: str) -> None:
    seeds = osintkp.load_seeds()
    with looked_through(name):
        asked_of: dict[str, Any] = {"kind": "shipment", "during": "2024", "item": "munitions"}
        expected = seeds.select(**asked_of)
        again = pickle.loads(pickle.dumps(seeds))  # noqa: S301  our own

        assert expected == again.select(**asked_of)


def test_a_column_is_worked_out_once() -> None:
    seeds = osintkp.load_seeds().claims
    selection(seeds, kind="shipment")

    assert seeds.once(words.kinds) is seeds.once(words.kinds)


@pytest.mark.parametrize("make", INDEXES)
def test_no_rows_at_all_are_found_by_nothing(make: Callable[[array[int], int], Index]) -> None:
    index = make(array("B"), 0)

    assert ([], 0) == (index.listed(index.rows([])), index.count([]))


def many(count: int) -> Corpus:
    """Return a corpus of which twenty claims are about one matter, however many there are."""
    others = (
        claim(
            f"s{number // 25}/c{number}",
            sender="IR",
            recipient="RU",
            item="fuel/crude",
            when="2022-03",
            amount="9 barrel",
        )
        for number in range(count - 20)
    )
    few = [
        claim(f"t{number}/x", sender="LY", recipient="SD", item="vehicles/tank", when="2023-05")
        for number in range(20)
    ]
    return corpus(*others, *few)


@pytest.mark.parametrize("name", BODIES)
def test_a_question_costs_by_what_it_finds_and_not_by_what_there_is(name: str) -> None:
    def ask(whole: Corpus) -> Callable[[], object]:
        def act() -> list[Claim]:
            found: list[Claim] = []
            for _ in range(20):
                found += whole.select(kind="shipment", sender="LY", item="vehicles", during="2023").claims
            return found

        return act

    with looked_through(name):
        few, large = ask(many(4_000)), ask(many(40_000))

        assert 400 == len(few()) == len(large())  # type: ignore[arg-type]  # lists
        assert cost(large) < 3 * cost(few)

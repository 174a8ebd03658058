"""The roof: loading, selecting, joining, dropping, asking and saving."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp import CodingError, Corpus, Problem, Source, Span, When
from osintkp.claims import Claims
from osintkp.corpus import _plural
from osintkp.errors import DateError, InvalidValueError, UnknownCheckError, UnknownIdError
from osintkp.facts import Facts, shipped
from osintkp.vocabulary.scales import Severity, SpanStatus
from strategies_dates import whens

DRONES = claim(
    "wire/drones", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="40 drone", when="2024-01"
)
CLASH = claim(
    "paper/drones", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="120 drone", when="2024-01"
)
TANKS = claim(
    "paper/tanks", "loss", actor="AM", by="AZ", item="vehicles/tank", amount="~250 tank", when="2020-10"
)
RALLY = claim("post/rally", "statement", about=("ET", "ER"), text="relations are tense", said="2023-11-02")
TALKS = claim("post/talks", "meeting", participants=("SA", "YE"), said="2023-09-14")
EVERY = (DRONES, CLASH, TANKS, RALLY, TALKS)
PUBLISHED: dict[str, dict[str, Any]] = {
    "wire": {"published": When.parse("2024-02-10")},
    "paper": {"published": When.parse("2024-03")},
}
WORLD = corpus(*EVERY, **PUBLISHED)
CODING = """schema = "osintkp/1"
[source]
id = "{source}"
{more}
[[claim]]
id = "trucks"
quote = "about 40 trucks"
shipment = {{ sender = "EG", recipient = "SD", amount = "{amount}" }}
"""


def coding(folder: Path, source: str = "wire", amount: str = "~40 truck", more: str = "") -> Path:
    path = folder / f"{source}.toml"
    path.write_text(CODING.format(source=source, amount=amount, more=more), encoding="utf-8")
    return path


def ids(found: Corpus | Claims) -> list[str]:
    return [each.id for each in (found.claims if isinstance(found, Corpus) else found)]


def test_a_corpus_has_its_sources_and_claims_by_id() -> None:
    assert ["wire", "paper", "post"] == [source.id for source in WORLD.sources]
    assert TANKS == WORLD.claims["paper/tanks"]
    assert 5 == len(WORLD)
    assert not Corpus()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("shipments", ["wire/drones", "paper/drones"]),
        ("losses", ["paper/tanks"]),
        ("statements", ["post/rally"]),
        ("meetings", ["post/talks"]),
        ("treaties", []),
        ("troop_deployments", []),
        ("weapons_tests", []),
        ("limits", []),
        ("seizures", []),
    ],
)
def test_the_claims_of_a_kind_are_had_by_its_plural(name: str, expected: list[str]) -> None:
    assert expected == ids(getattr(WORLD, name))


def test_treaties_and_deployments_are_found() -> None:
    pact = claim("a/pact", "treaty", title="Boundary", parties=("LY", "TR"))
    troops = claim("a/troops", "troop_deployment", sender="RW", amount="3000 person")

    assert ["a/pact"] == ids(corpus(pact, troops).treaties)
    assert ["a/troops"] == ids(corpus(pact, troops).troop_deployments)


@pytest.mark.parametrize(
    "name", ["lossies", "treatys", "limites", "shipment", "loss", "sanctions", "__array__"]
)
def test_no_other_name_is_an_attribute(name: str) -> None:
    with pytest.raises(AttributeError, match=f"a corpus has no attribute '{name}'"):
        getattr(WORLD, name)


def test_selecting_gives_a_corpus_with_the_sources_of_what_is_kept() -> None:
    found = WORLD.select(kind="loss")

    assert (["paper/tanks"], ["paper"]) == (ids(found), [source.id for source in found.sources])
    assert [] == ids(WORLD.select(kind="treaty"))
    assert WORLD == WORLD.select()


def test_selecting_keeps_the_problems_of_the_load() -> None:
    problem = Problem(code="unknown-key", message="no key has this name here", fix="leave it out")
    found = attrs.evolve(WORLD, problems=(problem,)).select(kind="loss")

    assert (problem,) == found.problems


@pytest.mark.parametrize(
    ("day", "sources"),
    [
        ("2023-01-01", []),
        ("2023-09-14", ["post"]),
        ("2024-02-09", ["post"]),
        ("2024-02-10", ["wire", "post"]),
        ("2024-02", ["wire", "post"]),
        ("2024-02-29", ["wire", "post"]),
        ("2024-03-01", ["wire", "paper", "post"]),
        ("2030", ["wire", "paper", "post"]),
    ],
)
def test_what_was_known_by_a_day_leaves_out_what_came_out_later(day: str, sources: list[str]) -> None:
    assert sources == [source.id for source in WORLD.as_of(day).sources]
    assert WORLD.as_of(day) == WORLD.as_of(When.parse(day))


def test_a_source_without_a_date_counts_by_what_its_claims_were_said() -> None:
    assert ["post/talks"] == ids(WORLD.select(source="post").as_of("2023-10-31"))
    assert ["post/rally", "post/talks"] == ids(WORLD.select(source="post").as_of("2023-11-02"))


def test_a_source_with_a_date_counts_by_it_whenever_its_claims_were_said() -> None:
    late = claim("wire/late", "loss", actor="SD", said="2030")

    assert ["wire/late"] == ids(corpus(late, **PUBLISHED).as_of("2024-02-10"))
    assert [] == ids(corpus(late, **PUBLISHED).as_of("2024-02-09"))


def test_a_claim_without_any_date_stays() -> None:
    bare = claim("blog/1", "loss", actor="SD")

    assert ["blog/1"] == ids(corpus(bare).as_of("1900"))
    assert ["blog/1"] == ids(Corpus(claims=Claims([bare])).as_of("1900"))


def test_a_day_in_words_is_refused() -> None:
    with pytest.raises(DateError):
        WORLD.as_of("last week")


def test_without_a_source_its_claims_are_gone_and_the_others_stay() -> None:
    assert ["wire/drones", "post/rally", "post/talks"] == ids(WORLD.without("paper"))
    assert ["wire", "post"] == [source.id for source in WORLD.without("paper").sources]
    assert ["paper/drones", "paper/tanks"] == ids(WORLD.without("wire", "post"))
    assert WORLD == WORLD.without()


def test_a_source_without_claims_can_be_dropped_and_otherwise_stays() -> None:
    found = Corpus(claims=Claims([DRONES], [Source(id="wire"), Source(id="empty")]))

    assert ["wire"] == [source.id for source in found.without("empty").sources]
    assert ["empty"] == [source.id for source in found.without("wire").sources]


def test_a_source_that_is_not_there_cannot_be_dropped() -> None:
    with pytest.raises(UnknownIdError, match="nothing has the id 'papers'; near it: paper"):
        WORLD.without("papers")


def test_two_corpora_are_joined_in_order_and_what_both_have_stands_once() -> None:
    joined = WORLD.select(source=["wire", "paper"]) | WORLD.select(source=["paper", "post"])

    assert ids(WORLD) == ids(joined)
    assert ["wire", "paper", "post"] == [source.id for source in joined.sources]
    assert WORLD == joined


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (corpus(attrs.evolve(DRONES, about="read anew"), **PUBLISHED), "wire/drones"),
        (corpus(DRONES, wire={"publisher": "another"}), "wire"),
    ],
    ids=["claim", "source"],
)
def test_one_id_cannot_mean_two_things(other: Corpus, name: str) -> None:
    with pytest.raises(InvalidValueError) as error:
        WORLD | other

    assert ("duplicate-id", "one id means two things", name, "give one of them another id") == (
        error.value.code, error.value.what, error.value.value, error.value.fix,
    )  # fmt: skip


def test_a_corpus_is_joined_with_a_corpus_alone() -> None:
    with pytest.raises(TypeError, match="unsupported operand"):
        WORLD | [DRONES]  # type: ignore[operator]  # that it is refused is the point


def test_problems_are_joined_and_each_stands_once() -> None:
    first, second = (
        Problem(code="unknown-key", message=text, fix="leave it out") for text in ("no key", "no such key")
    )
    one, other = attrs.evolve(WORLD, problems=(first,)), attrs.evolve(WORLD, problems=(second, first))

    assert (first, second) == (one | other).problems


TEXT = "A convoy of 40 trucks left."


@pytest.mark.parametrize("first", [True, False])
def test_a_text_that_one_side_has_is_kept_with_the_spans_that_were_met_in_it(first: bool) -> None:
    bare_span = Span(quote="40 trucks", start=12, end=21)
    bare = attrs.evolve(claim("wire/1", "loss", actor="SD"), spans=(bare_span,))
    met = attrs.evolve(bare, spans=(bare_span.located(TEXT),))
    source = Source(id="wire").attached(TEXT)
    full = Corpus(claims=Claims([met], [source]))
    lean = Corpus(claims=Claims([bare], [attrs.evolve(source, text=None)]))
    joined = full | lean if first else lean | full

    assert TEXT == joined.sources["wire"].text
    assert SpanStatus.VERBATIM is joined.claims["wire/1"].spans[0].status
    assert full == lean == joined


def test_checking_runs_what_is_chosen() -> None:
    assert {"QTY101"} == {found.code for found in WORLD.check(select="figures-conflict")}
    assert [("paper/drones", "wire/drones")] == [
        found.claims for found in WORLD.check(select=["QTY101"]).at_least("error")
    ]
    assert "QTY101" not in {found.code for found in WORLD.check(ignore="QTY101")}
    assert WORLD.check() == WORLD.check(select=())
    with pytest.raises(UnknownCheckError):
        WORLD.check(select="no-such-check")


def test_checking_uses_the_facts_that_are_given() -> None:
    oil = claim(
        "wire/oil", sender="RU", recipient="KP", item="fuel/refined/diesel", amount="600000 barrel",
        measure="cumulative", when="2024-03/2024-10",
    )  # fmt: skip
    found = corpus(oil)

    assert len(found.check(select="limit-exceeded").at_least("error"))
    assert found.check(select="limit-exceeded") == found.check(select="limit-exceeded", using=shipped())
    assert not found.check(select="limit-exceeded", using=shipped().replaced(limits=[]))
    assert not found.check(select="limit-exceeded", using=Facts())


def test_questions_are_asked_of_what_meets_the_conditions() -> None:
    assert ["wire/drones"] == [figure.claim.id for figure in WORLD.figures(source="wire")]
    assert ("paper", "wire") == tuple(sorted(WORLD.origins(kind="shipment").independent))
    assert ["paper/tanks"] == [each.id for each in WORLD.timeline(kind="loss")]


def test_a_corpus_shows_what_it_holds() -> None:
    one = attrs.evolve(WORLD.select(kind="loss"), problems=(Problem(code="a-b", message="c", fix="d"),))

    assert "<Corpus: 3 sources, 5 claims, 0 problems>" == repr(WORLD)
    assert "<Corpus: 1 source, 1 claim, 1 problem>" == repr(one)
    assert [
        "claim        speaker  modality  what",
        "paper/tanks  -        stated    loss · AM > AZ · ~250 tank · vehicles/tank · [2020-10]",
    ] == str(one).splitlines()


def test_a_long_line_of_a_corpus_is_cut_at_eighty() -> None:
    talk = claim("a/1", "statement", about=("ET", "ER"), text="word " * 40)
    what = str(corpus(talk)).splitlines()[1].partition("stated    ")[2]

    assert (80, "statement · ER > ET · word", "…") == (len(what), what[:26], what[-1])


def test_problems_take_no_part_in_equality() -> None:
    problem = Problem(code="unknown-key", message="no key has this name here", fix="leave it out")

    assert WORLD == attrs.evolve(WORLD, problems=(problem,))


def test_a_corpus_survives_pickling() -> None:
    assert WORLD == pickle.loads(pickle.dumps(WORLD))  # noqa: S301  our own bytes


def test_a_corpus_does_not_change() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        WORLD.claims = Claims()  # type: ignore[misc]  # that it is refused is the point


def test_loading_is_strict_and_lists_every_error(tmp_path: Path) -> None:
    coding(tmp_path, "wire", "~40 truk")
    coding(tmp_path, "paper", "many")
    coding(tmp_path, "post")

    with pytest.raises(CodingError) as error:
        osintkp.load(tmp_path)

    problems = [problem for problem in error.value.problems if isinstance(problem, Problem)]

    assert ["paper/trucks", "wire/trucks"] == [problem.claim for problem in problems]
    assert {Severity.ERROR} == {problem.severity for problem in problems}


def test_a_lenient_load_keeps_what_is_sound(tmp_path: Path) -> None:
    coding(tmp_path, "wire", "~40 truk")
    coding(tmp_path, "post")
    found = osintkp.load(tmp_path, lenient=True)

    assert (["post/trucks"], ["wire/trucks"]) == (ids(found), [problem.claim for problem in found.problems])


def test_a_warning_does_not_stop_a_strict_load(tmp_path: Path) -> None:
    path = coding(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"EG"', '"Egypt"'), encoding="utf-8")
    found = osintkp.load(path)

    assert "EG" == found.claims["wire/trucks"].record.of("sender")
    assert [Severity.WARNING] == [problem.severity for problem in found.problems]


def test_several_paths_are_loaded_together_as_arguments_or_as_a_list(tmp_path: Path) -> None:
    one, other = coding(tmp_path, "wire"), coding(tmp_path, "paper")
    expected = ["wire/trucks", "paper/trucks"]

    assert expected == ids(osintkp.load(one, other))
    assert expected == ids(osintkp.load(str(one), str(other)))
    assert expected == ids(osintkp.load([one, other]))
    assert ids(osintkp.load(tmp_path)) == sorted(expected)
    assert Corpus() == osintkp.load([])


def test_texts_are_taken_from_the_folder_that_is_named(tmp_path: Path) -> None:
    texts, codings = tmp_path / "texts", tmp_path / "codings"
    texts.mkdir()
    codings.mkdir()
    (texts / "a.txt").write_text("Egypt sent about 40 trucks.", encoding="utf-8")
    coding(codings, more='text = "a.txt"')

    assert osintkp.load(codings).sources["wire"].text is None
    assert "Egypt sent about 40 trucks." == osintkp.load(codings, texts=texts).sources["wire"].text
    assert "Egypt sent about 40 trucks." == osintkp.load(codings, texts=str(texts)).sources["wire"].text


@pytest.mark.parametrize("name", ["saved", "saved.jsonl"])
def test_what_is_saved_loads_back_equal(tmp_path: Path, name: str) -> None:
    WORLD.save(tmp_path / name)
    (tmp_path / "again").mkdir()
    WORLD.save(str(tmp_path / "again" / name))

    assert WORLD == osintkp.load(tmp_path / name) == osintkp.load(tmp_path / "again" / name)


@pytest.mark.parametrize(
    ("kind", "plural"),
    [
        ("treaty", "treaties"),
        ("loss", "losses"),
        ("box", "boxes"),
        ("launch", "launches"),
        ("seizure", "seizures"),
    ],
)
def test_plurals_follow_english(kind: str, plural: str) -> None:
    assert plural == _plural(kind)


@pytest.mark.parametrize(
    ("texts", "given"), [(True, {"texts": True}), (False, {"texts": False}), (False, {})]
)
def test_texts_are_saved_only_where_asked_for(tmp_path: Path, texts: bool, given: dict[str, bool]) -> None:
    source = Source(id="wire", file="wire.txt").attached("some words")
    Corpus(claims=Claims([claim("wire/1", "loss", actor="SD")], [source])).save(tmp_path, **given)

    assert texts is (tmp_path / "wire.txt").exists()
    assert ("some words" if texts else None) == osintkp.load(tmp_path).sources["wire"].text


def test_the_seeds_are_four_sources_that_load_without_an_error() -> None:
    seeds = osintkp.load_seeds()

    assert ["s0", "s1", "s2", "s3"] == [source.id for source in seeds.sources]
    assert "~6700 container" == str(seeds.claims["s1/containers"].amount)
    assert [] == [problem for problem in seeds.problems if problem.severity is Severity.ERROR]


def test_the_seeds_may_lie_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    coding(tmp_path / "seeds")
    monkeypatch.setattr("osintkp.opening.__file__", str(tmp_path / "opening.py"))

    assert ["wire/trucks"] == ids(osintkp.load_seeds())


def test_the_seeds_take_their_texts_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "000_b0812208827df595.txt").write_text("another text", encoding="utf-8")

    with pytest.raises(CodingError, match="article-changed"):
        osintkp.load_seeds(texts=tmp_path)


SUBSETS = st.lists(st.sampled_from(EVERY), unique=True).map(lambda claims: corpus(*claims, **PUBLISHED))


@given(SUBSETS, SUBSETS)
def test_joining_goes_either_way(one: Corpus, other: Corpus) -> None:
    assert one | other == other | one
    assert {*ids(one), *ids(other)} == set(ids(one | other))


@given(SUBSETS, SUBSETS, SUBSETS)
def test_joining_goes_in_any_grouping(one: Corpus, other: Corpus, third: Corpus) -> None:
    assert ids((one | other) | third) == ids(one | (other | third))


@given(SUBSETS)
def test_joining_with_itself_or_with_nothing_changes_nothing(one: Corpus) -> None:
    assert ids(one) == ids(one | one)
    assert one == one | Corpus() == Corpus() | one


@given(SUBSETS, st.data())
def test_what_was_dropped_can_be_joined_again(one: Corpus, data: st.DataObject) -> None:
    names = [source.id for source in one.sources]
    gone = data.draw(st.lists(st.sampled_from(names), unique=True)) if names else []

    assert one == one.without(*gone) | one.select(source=gone)
    assert [] == ids(one.without(*names))


@given(whens(), whens())
def test_a_later_day_knows_no_less(one: When, other: When) -> None:
    early, late = sorted((one, other), key=lambda when: str(when.whole.latest or "9999-12-31"))

    if not (early.approximate or early.uncertain or late.approximate or late.uncertain):
        assert set(ids(WORLD.as_of(early))) <= set(ids(WORLD.as_of(late)))


@given(SUBSETS)
def test_no_finding_speaks_of_what_is_not_there(one: Corpus) -> None:
    assert {name for found in one.check() for name in found.claims} <= set(ids(one))


def test_a_calendar_day_is_as_good_as_its_text() -> None:
    seeds = osintkp.load_seeds()

    assert seeds.as_of("2024-06-01") == seeds.as_of(date(2024, 6, 1))
    assert seeds.select(during="2024-06-19") == seeds.select(during=date(2024, 6, 19))


def test_loading_nothing_is_refused_and_an_empty_list_is_an_empty_corpus() -> None:
    with pytest.raises(InvalidValueError, match="nothing was named to load"):
        osintkp.load()
    assert 0 == len(osintkp.load([]))


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    osintkp.load_seeds().save(tmp_path)

    twice = osintkp.load(tmp_path, tmp_path / "s1.toml", tmp_path / ".." / tmp_path.name)

    assert osintkp.load_seeds() == twice


@pytest.mark.parametrize("name", ["out.xml", "out.yaml", "out.csv"])
def test_a_form_that_codings_do_not_have_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="a coding has no such form") as caught:
        osintkp.load_seeds().save(tmp_path / name)

    assert name == caught.value.value
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["out.v2", "out", "2024.11.22"])
def test_a_folder_may_have_a_dot_in_its_name(name: str, tmp_path: Path) -> None:
    osintkp.load_seeds().save(tmp_path / name)

    assert osintkp.load_seeds() == osintkp.load(tmp_path / name)

"""STIX 2.1 bundles: valid strictly by the outside validator, read by the outside library, and equal when they come back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
import stix2
from hypothesis import given, settings
from stix2validator import ValidationOptions, validate_string

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
from osintkp.exports.stix21 import BEFORE_TIME, EXTENSION, MAKER
from osintkp.records import record_types
from osintkp.vocabulary.scales import Credibility
from strategies import corpora

FORM = "stix21"


def bundle(some: osintkp.Corpus) -> dict[str, Any]:
    text, _ = some.rendered(FORM)
    data: dict[str, Any] = json.loads(text)
    return data


def things(some: osintkp.Corpus, kind: str) -> list[dict[str, Any]]:
    return [thing for thing in bundle(some)["objects"] if thing["type"] == kind]


def of_claim(some: osintkp.Corpus, own: str) -> dict[str, Any]:
    found: dict[str, Any]
    (found,) = (
        thing
        for thing in bundle(some)["objects"]
        if thing.get("extensions", {}).get(EXTENSION, {}).get("claim", {}).get("id") == own
    )
    return found


def losses(some: osintkp.Corpus) -> tuple[str, ...]:
    return some.rendered(FORM)[1]


@every_case
def test_a_bundle_is_strictly_valid_without_a_warning(case: str) -> None:
    text, _ = CASES[case]().rendered(FORM)

    result = validate_string(text, ValidationOptions(strict=True, version="2.1"))

    assert ([], [], True) == (result.errors or [], result.warnings or [], result.is_valid)


def test_the_validator_would_see_a_stop_before_a_start() -> None:
    some = corpus(claim("a/1", sender="SD", recipient="TD", when="2023-04/2023-05"))
    text, _ = some.rendered(FORM)

    result = validate_string(text.replace("2023-05-31", "2022-05-31"), ValidationOptions(version="2.1"))

    assert not result.is_valid


@every_case
def test_the_outside_library_reads_every_object(case: str) -> None:
    some = CASES[case]()

    read: Any = stix2.parse(some.rendered(FORM)[0])

    assert len(bundle(some)["objects"]) == len(read.objects)


@every_codable_case
def test_a_bundle_comes_back_equal(case: str, tmp_path: Path) -> None:
    some = CASES[case]()

    assert some == back(some, FORM, tmp_path, lenient=True)


def test_hostile_words_come_back_as_they_were(tmp_path: Path) -> None:
    again = back(hostile(), FORM, tmp_path)

    assert HOSTILE == again.claims["evil/a"].quote == again.sources["evil"].title


@settings(max_examples=25, deadline=None)
@given(some=corpora())
def test_any_corpus_comes_back_equal(some: Claims, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = osintkp.Corpus(claims=some)

    assert whole == back(whole, FORM, tmp_path_factory.mktemp("stix"), lenient=True)


@settings(max_examples=10, deadline=None)
@given(some=corpora())
def test_any_corpus_is_strictly_valid(some: Claims) -> None:
    text, _ = osintkp.Corpus(claims=some).rendered(FORM)

    result = validate_string(text, ValidationOptions(strict=True, version="2.1"))

    assert ([], []) == (result.errors or [], result.warnings or [])


def test_one_corpus_gives_one_bundle() -> None:
    assert full().rendered(FORM) == full().rendered(FORM)


def test_a_bundle_has_no_letter_that_ends_a_script_or_steers_a_terminal() -> None:
    text, _ = hostile().rendered(FORM)

    assert text.isascii()
    assert not {"<", ">", "&", "\x1b"} & set(text)


def test_half_a_character_is_written_and_refused_on_the_way_back(tmp_path: Path) -> None:
    some = corpus(claim("a/1", quote="half \ud83d"))

    again = back(some, FORM, tmp_path, lenient=True)

    assert ["text-surrogate"] == [problem.code for problem in again.problems if problem.claim == "a/1"]


def test_a_claim_between_two_actors_is_a_relationship_with_its_period() -> None:
    some = corpus(claim("a/1", sender="SD", recipient="TD", when="2023-04/2023-05"))

    found = of_claim(some, "1")

    assert ("relationship", "related-to") == (found["type"], found["relationship_type"])
    assert ("2023-04-01T00:00:00.000Z", "2023-05-31T23:59:59.999Z") == (
        found["start_time"],
        found["stop_time"],
    )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2023-04-15", ["start_time"]),
        ("2023-04/..", ["start_time"]),
        ("../2023-04", []),
        ("XXXX-09", []),
    ],
)
def test_a_time_that_is_not_known_is_not_there(when: str, expected: list[str]) -> None:
    some = corpus(claim("a/1", sender="SD", recipient="TD", when=when))

    found = of_claim(some, "1")

    assert expected == [name for name in ("start_time", "stop_time") if name in found]


@pytest.mark.parametrize("actors", [{"sender": "SD"}, {}, {"sender": "SD", "recipient": "unknown"}])
def test_a_claim_that_names_fewer_than_two_actors_is_a_note(actors: dict[str, Any]) -> None:
    some = corpus(claim("a/1", **actors))

    assert "note" == of_claim(some, "1")["type"]
    assert "a/1: it does not name two actors and is a note, not a relationship" in losses(some)


def test_a_note_about_nobody_is_about_the_report() -> None:
    some = corpus(claim("a/1"))
    (report,) = things(some, "report")

    assert [report["id"]] == of_claim(some, "1")["object_refs"]


def test_a_denial_adds_an_opinion_of_the_speaker() -> None:
    (opinion,) = things(full(), "opinion")

    assert ("strongly-disagree", ["rsf"]) == (opinion["opinion"], opinion["authors"])
    assert [of_claim(full(), "denied")["id"]] == opinion["object_refs"]
    assert "no trucks came" == opinion["explanation"]


@pytest.mark.parametrize("speaker", [None, "unknown"])
def test_a_denial_by_nobody_known_has_no_authors(speaker: str | None) -> None:
    (opinion,) = things(corpus(claim("a/1", stance="denies", speaker=speaker)), "opinion")

    assert "authors" not in opinion


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("SD", ("Sudan", "organization")),
        ("m23", ("M23", "group")),
        ("abdel-fattah-al-burhan", ("Abdel Fattah al-Burhan", "individual")),
        ("zz-nobody", ("zz-nobody", "unknown")),
    ],
)
def test_an_actor_is_an_identity_of_its_kind(actor: str, expected: tuple[str, str]) -> None:
    found = next(
        thing
        for thing in things(corpus(claim("a/1", sender=actor)), "identity")
        if thing.get("extensions", {}).get(EXTENSION, {}).get("actor") == {"id": actor}
    )

    assert expected[1] == found["identity_class"]
    assert expected[0].casefold() in found["name"].casefold()


@pytest.mark.parametrize(
    ("credibility", "expected"),
    [(Credibility.CONFIRMED, 90), (Credibility.IMPROBABLE, 10), (Credibility.UNKNOWN, None)],
)
def test_the_confidence_is_that_of_the_admiralty_scale(
    credibility: Credibility, expected: int | None
) -> None:
    one = attrs.evolve(claim("a/1"), credibility=credibility)

    assert expected == of_claim(corpus(one), "1").get("confidence")


def test_an_address_on_the_web_is_a_reference_and_any_other_stands_in_the_extension_alone() -> None:
    reports = {report["name"]: report["external_references"][0] for report in things(full(), "report")}

    assert "https://example.org/trucks?a=1&b=2" == reports["Trucks for Port Sudan"]["url"]
    assert {"SHA-256": "0" * 64} == reports["Trucks for Port Sudan"]["hashes"]
    assert {"source_name": "agency", "description": "agency"} == reports["agency"]
    assert "agency: the address is none on the web and stands in the extension alone" in losses(full())


def test_an_address_without_a_hash_is_an_id_and_told() -> None:
    some = corpus(claim("a/1"), a={"address": "https://example.org/x"})

    (origin,) = things(some, "report")[0]["external_references"]
    assert {"source_name": "a", "description": "a", "external_id": "https://example.org/x"} == origin
    expected = (
        "a: STIX asks for the hash of what an address leads to; without one the address is an id, not a url"
    )
    assert expected in losses(some)
    assert expected.replace("a:", "wire:", 1) not in losses(full())


def test_a_language_is_told_where_it_is_a_tag() -> None:
    languages = {report["name"]: report.get("lang") for report in things(full(), "report")}

    assert {"Trucks for Port Sudan": "en", "agency": None} == languages
    assert "agency: the language is no BCP 47 tag and stands in the extension alone" in losses(full())


def test_a_source_that_rewrites_another_is_derived_from_it() -> None:
    (found,) = (
        each for each in things(full(), "relationship") if each["relationship_type"] == "derived-from"
    )
    reports = {report["id"]: report["name"] for report in things(full(), "report")}

    assert ("Trucks for Port Sudan", "agency") == (reports[found["source_ref"]], reports[found["target_ref"]])


def test_a_source_that_is_not_there_is_told_as_a_loss() -> None:
    some = corpus(claim("a/1"), a={"derived_from": "zz"})

    assert "a: the source that it rewrites is not there; its id stands in the extension alone" in losses(some)
    assert [] == things(some, "relationship")


def test_a_source_without_a_date_gets_the_least_time_and_a_line() -> None:
    some = corpus(claim("a/1"), claim("b/1"))
    (first, _) = things(some, "report")

    assert BEFORE_TIME == first["published"]
    assert (
        f"a and 1 more: nobody knows when it came out, and STIX wants a time: {BEFORE_TIME} stands for it"
        in losses(some)
    )


def test_a_source_with_an_open_start_counts_by_its_end() -> None:
    some = corpus(claim("a/1"), a={"published": osintkp.When.parse("../2023-04-18")})

    assert "2023-04-18T00:00:00.000Z" == things(some, "report")[0]["published"]


def test_claims_whose_source_is_not_there_are_left_out_and_named() -> None:
    assert "gone/a and 1 more: left out, for the source is not there" in losses(orphaned())
    assert 1 == len(things(orphaned(), "report"))
    assert "relationship" not in {thing["type"] for thing in bundle(orphaned())["objects"]}


def test_links_are_told_as_a_loss() -> None:
    assert "wire/trucks: how it stands to other claims is in the extension alone" in losses(full())


def test_every_kind_of_record_is_there() -> None:
    kinds = set()
    for thing in bundle(bare())["objects"]:
        table = thing.get("extensions", {}).get(EXTENSION, {}).get("claim", {})
        kinds |= set(table) & set(record_types())

    assert set(record_types()) == kinds


def test_an_empty_corpus_comes_back_empty(tmp_path: Path) -> None:
    assert osintkp.Corpus() == back(osintkp.Corpus(), FORM, tmp_path)


def test_ten_times_the_sources_take_no_more_than_thirty_times_as_long() -> None:
    seconds(many(20), FORM)

    assert seconds(many(1500), FORM) < 30 * max(seconds(many(150), FORM), 0.005)


def report(**fields: Any) -> dict[str, Any]:
    table = {"source": {"id": "a"}}
    return {"type": "report", "id": "report--1", "extensions": {EXTENSION: table}} | fields


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-syntax"),
        ("{", "file-syntax"),
        ("[" * 100_000, "file-syntax"),
        ("1" * 5000, "file-syntax"),
        ("[]", "file-syntax"),
        ('{"objects": 3}', "file-syntax"),
        ('{"objects": []}', "no-claims"),
        ('{"objects": [null, 1, "x", [], {"id": 3}, {"id": ["x"]}]}', "no-claims"),
        (json.dumps({"objects": [{"id": "x", "extensions": []}]}), "no-claims"),
        (json.dumps({"objects": [{"id": "x", "extensions": {EXTENSION: 7}}]}), "no-claims"),
        (json.dumps({"objects": [{"id": "x", "extensions": {EXTENSION: {"source": {}}}}]}), "no-claims"),
        (json.dumps({"objects": [report(extensions={EXTENSION: {"source": {"id": 7}}})]}), "wrong-type"),
        (json.dumps({"objects": [report(extensions={EXTENSION: {"source": {"id": "../a"}}})]}), "bad-id"),
        (json.dumps({"objects": [report(extensions={EXTENSION: {"source": {"zz": 1}}})]}), "unknown-key"),
    ],
)
def test_a_bundle_that_is_none_of_ours_is_one_problem(text: str, code: str, tmp_path: Path) -> None:
    some = loaded(text, FORM, tmp_path)

    assert code in {problem.code for problem in some.problems}
    assert 0 == len(some.claims)


@pytest.mark.parametrize("named", [None, 7, [], [{}], [["x"]], ["missing"], [None, "report--1"]])
def test_references_that_lead_nowhere_are_passed_over(named: object, tmp_path: Path) -> None:
    some = loaded(json.dumps({"objects": [report(object_refs=named)]}), FORM, tmp_path)

    assert ("a",) == some.sources.ids()
    assert () == some.problems


def test_a_claim_that_was_tampered_with_is_a_problem_of_its_own(tmp_path: Path) -> None:
    data = bundle(full())
    table = next(thing for thing in data["objects"] if thing["type"] == "note")["extensions"][EXTENSION]
    table["claim"]["zz"] = {"a": [1] * 50}

    some = loaded(json.dumps(data), FORM, tmp_path)

    assert ["unknown-key"] == [problem.code for problem in some.problems if problem.field == "zz"]
    assert len(full()) - 1 == len(some)


def test_what_other_tools_put_beside_ours_is_passed_over(tmp_path: Path) -> None:
    data = bundle(full())
    data["objects"] += [{"type": "malware", "id": "malware--1", "name": "x"}, {"no": "id"}]
    for thing in data["objects"]:
        if thing.get("type") == "report":
            thing["object_refs"] = ["malware--1", *thing["object_refs"], thing["object_refs"][0]]

    assert full() == loaded(json.dumps(data), FORM, tmp_path)


def test_without_claims_a_report_refers_to_the_maker() -> None:
    some = osintkp.Corpus(claims=Claims((), [osintkp.Source(id="a")]))

    assert [MAKER] == things(some, "report")[0]["object_refs"]

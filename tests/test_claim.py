"""A claim: who says what, on which occasion, in which words."""

from __future__ import annotations

from typing import Any

import pytest

from osintkp.claim import Claim, ClaimLink, LikelihoodWord
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import Link, Span
from osintkp.records.loss import Loss
from osintkp.records.shipment import Shipment
from osintkp.records.statement import Statement
from osintkp.records.treaty import Treaty
from osintkp.records.troop_deployment import TroopDeployment
from osintkp.units import Amount
from osintkp.vocabulary.scales import Credibility, LinkKind, Modality, Part, Stance


def claim(name: str = "a/1", **given: Any) -> Claim:
    fields: dict[str, Any] = {"source": name.partition("/")[0], "record": Loss()} | given
    return Claim(id=name, **fields)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a", "a"),
        ("a/", "a"),
        ("/1", ""),
        ("b/1", "a"),
        ("a/1/2", "a"),
        ("a/ 1", "a"),
        ("", "a"),
        ("A/1", "a"),
    ],
)
def test_the_id_of_a_claim_begins_with_its_source(name: str, source: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        claim(name, source=source)

    assert ("bad-id", "id", name) == (raised.value.code, raised.value.field, raised.value.value)
    assert (
        f"the id of a claim is its source's, '{source}', then '/' and a legal id of its own"
        == raised.value.what
    )
    assert f"write it like '{source}/shells-152'" == raised.value.fix


def test_a_claim_asserts_a_fact_of_the_body_that_nobody_graded() -> None:
    bare = claim()

    assert (Stance.ASSERTS, Modality.STATED, Part.BODY, Credibility.UNKNOWN) == (
        bare.stance, bare.modality, bare.part, bare.credibility,
    )  # fmt: skip
    assert ((), (), None, "", "loss") == (bare.spans, bare.links, bare.said, bare.quote, bare.kind)


def test_the_speaker_is_whom_the_source_names_and_the_origin_where_the_words_come_from() -> None:
    added, named = Link(actor="shin-won-sik", basis="another report"), Link(actor="KR")

    assert (None, "a") == (claim().speaker, claim().origin)
    assert ("KR", "KR") == (claim(attribution=(named,)).speaker, claim(attribution=(named,)).origin)
    both = claim(attribution=(added, named))
    assert ("KR", "shin-won-sik") == (both.speaker, both.origin)
    assert (None, "shin-won-sik") == (claim(attribution=(added,)).speaker, claim(attribution=(added,)).origin)


def test_a_claim_answers_for_its_record() -> None:
    amount, when = Amount.parse("~40 tank"), When.parse("2020-10")
    full = claim(record=Loss(actor="AM", by="AZ", item="vehicles/tank", amount=amount, when=when))
    bare = claim(record=Statement(about=("SD",)))

    assert (amount, when, "vehicles/tank", ("AM", "AZ")) == (full.amount, full.when, full.item, full.actors)
    assert (None, None, None, ("SD",)) == (bare.amount, bare.when, bare.item, bare.actors)


def test_several_quotes_stand_apart_by_an_ellipsis() -> None:
    assert "one" == claim(spans=(Span(quote="one"),)).quote
    assert "one \u2026 two" == claim(spans=(Span(quote="one"), Span(quote="two"))).quote


def test_links_are_asked_for_by_kind() -> None:
    links = tuple(
        ClaimLink(kind=kind, claim=name)
        for kind, name in [(LinkKind.PART_OF, "a/2"), (LinkKind.REPEATS, "b/1"), (LinkKind.PART_OF, "a/3")]
    )

    assert ("a/2", "a/3") == claim(links=links).linked(LinkKind.PART_OF)
    assert () == claim(links=links).linked(LinkKind.REVISES)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "own voice (stated) · loss"),
        (
            {"record": Shipment(sender="IR", item="aircraft/uncrewed", amount=Amount.parse(">6 piece"), when=When.parse("2023-12"))},
            "own voice (stated) · shipment · IR > ? · >6 piece · aircraft/uncrewed · [2023-12]",
        ),
        (
            {"record": Shipment(calibre=Amount.parse("122 mm")), "modality": Modality.CAPACITY, "attribution": (Link(actor="KR"),)},
            "KR (capacity) · shipment · 122 millimetre",
        ),
        (
            {"record": Treaty(title="a pact"), "stance": Stance.DENIES, "modality": Modality.ALLEGED},
            "own voice (denies) · treaty · a pact",
        ),
        ({"record": TroopDeployment(sender="RW", place="Goma")}, "own voice (stated) · troop deployment · RW > ?"),
        ({"record": Statement(about=("ET", "ER"), text="tense")}, "own voice (stated) · statement · ER > ET · tense"),
    ],
)  # fmt: skip
def test_a_claim_prints_as_one_line(given: dict[str, Any], sentence: str) -> None:
    assert sentence == claim(**given).sentence()
    assert f"a/1: {sentence}" == str(claim(**given))


def test_claims_are_equal_by_what_they_say_and_can_be_keys() -> None:
    assert claim() == claim()
    assert claim() != claim(coder="x")
    assert 1 == len({claim(), claim()})


def test_a_word_of_likelihood_belongs_to_a_scheme() -> None:
    assert "reportedly" == LikelihoodWord(scheme="journalistic", word="reportedly").word
    assert "Highly likely" == LikelihoodWord(scheme="phia", word="Highly likely").word


@pytest.mark.parametrize(
    ("scheme", "word", "code", "fix"),
    [
        ("ICD 203", "likely", "likelihood-scheme-unknown", "write icd203, phia or journalistic"),
        ("phia", "reportedly", "likelihood-word-unknown", "write one of: "),
        ("icd203", "a" * 100_000, "likelihood-word-unknown", "write one of: "),
    ],
)
def test_a_scheme_or_word_that_is_not_there_is_refused(scheme: str, word: str, code: str, fix: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        LikelihoodWord(scheme=scheme, word=word)

    assert code == raised.value.code
    assert fix in raised.value.fix
    assert ("scheme" if "scheme" in code else None) == raised.value.field
    assert "scheme" not in code or "there is no such scheme of likelihood" == raised.value.what


@pytest.mark.parametrize(
    ("shape", "given"),
    [
        (Claim, ("a/1", "a", Loss())),
        (ClaimLink, (LinkKind.REPEATS, "a/1")),
        (LikelihoodWord, ("phia", "likely")),
    ],
)
def test_fields_are_given_by_name(shape: type, given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        shape(*given)

"""Drafts: what a reader says of its own work, and what becomes of it under review."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.claim import Claim
from osintkp.drafts import READER, Draft, from_notation
from osintkp.errors import InvalidValueError, UnknownIdError
from osintkp.records.loss import Loss
from osintkp.vocabulary.scales import Measure, Stance


def drafted(name: str = "a/1", **given: Any) -> Claim:
    made = Draft(
        rules=("loss.lose/active",), confidence={"actor": 0.9, "amount": 0.7}, unfilled={"when": "not told"}
    )
    return attrs.evolve(claim(name, "loss", actor="AM", amount="40 tank", **given), coder=READER, draft=made)


def test_a_draft_is_as_sure_as_its_weakest_field() -> None:
    assert 0.7 == Draft(confidence={"actor": 0.9, "amount": 0.7}).weakest
    assert 1.0 == Draft().weakest


@pytest.mark.parametrize("share", [-0.01, 1.01, float("nan")])
def test_a_confidence_outside_of_nought_to_one_is_refused(share: float) -> None:
    with pytest.raises(InvalidValueError, match="confidence lies outside of 0 to 1") as raised:
        Draft(confidence={"actor": 0.5, "amount": share})

    assert ("bad-value", "confidence") == (raised.value.code, raised.value.field)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_nought_and_one_are_confidences(share: float) -> None:
    assert share == Draft(confidence={"amount": share}).weakest


def test_a_draft_can_be_a_key_with_its_claim() -> None:
    assert 1 == len({drafted(), drafted()})
    assert drafted() != attrs.evolve(drafted(), draft=Draft())


def test_values_are_read_by_the_field_that_they_are_for() -> None:
    found = from_notation(
        Loss, {"amount": "~40 tank", "when": "2020-10", "measure": "stock", "place": "~40 tank", "by": None}
    )

    assert (osintkp.Amount.parse("~40 tank"), osintkp.When.parse("2020-10")) == (
        found["amount"],
        found["when"],
    )
    assert (Measure.STOCK, "~40 tank", None) == (found["measure"], found["place"], found["by"])
    assert isinstance(found["measure"], Measure)


def test_a_word_outside_its_scale_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="stance is none of its words") as raised:
        from_notation(Claim, {"stance": "denied"})

    assert ("unknown-word", "stance", "denied") == (raised.value.code, raised.value.field, raised.value.value)
    assert "use one of asserts, denies" == raised.value.fix


def test_who_accepts_a_draft_is_its_coder_from_then_on() -> None:
    accepted = drafted().accept(by="ana")

    assert ("ana", None) == (accepted.coder, accepted.draft)
    assert attrs.evolve(drafted(), coder="ana", draft=None) == accepted


def test_what_the_draft_had_wrong_is_put_right_as_it_is_accepted() -> None:
    changes = {"stance": "denies", "amount": ">40 tank", "place": "Hadrut", "about": "a note"}
    accepted = drafted().accept(by="ana", **changes)

    assert (Stance.DENIES, ">40 tank", "Hadrut", "a note") == (
        accepted.stance, str(accepted.amount), accepted.record.of("place"), accepted.about,
    )  # fmt: skip
    assert "AM" == accepted.record.of("actor")


def test_another_record_can_be_given_whole_and_with_changes() -> None:
    accepted = drafted().accept(by="ana", record=Loss(actor="AZ"), amount="3 tank")

    assert Loss(actor="AZ", amount=osintkp.Amount.parse("3 tank")) == accepted.record


@pytest.mark.parametrize(
    ("by", "changes", "code", "words"),
    [
        ("", {}, "no-coder", "nobody accepts the draft"),
        (" ", {}, "no-coder", "name who does"),
        ("ana", {"sender": "AM"}, "unknown-field", "neither a claim nor its loss has such a field"),
        (
            "ana",
            {"sender": "AM"},
            "unknown-field",
            "use one of actor, by, item, amount, measure, place, when",
        ),
        ("ana", {"amount": "lots"}, "number-syntax", "lots"),
    ],
)
def test_what_cannot_be_accepted_is_refused(by: str, changes: dict[str, Any], code: str, words: str) -> None:
    with pytest.raises(InvalidValueError, match=words) as raised:
        drafted().accept(by=by, **changes)

    assert code == raised.value.code


def test_a_claim_of_a_person_is_no_draft_to_accept() -> None:
    with pytest.raises(
        InvalidValueError, match="the claim is no draft: 'a/1'; accept a claim that a reader drafted"
    ) as raised:
        drafted().accept(by="ana").accept(by="ben")

    assert "no-draft" == raised.value.code


def test_a_corpus_tells_its_drafts_and_accepts_them_by_id() -> None:
    both = corpus(drafted(), drafted("a/2"), claim("a/3"))

    assert ("a/1", "a/2") == both.drafts.ids()
    left = both.accept("a/2", by="ana", amount="41 tank")
    assert ("a/1",) == left.drafts.ids()
    assert ("41 tank", "ana") == (str(left.claims["a/2"].amount), left.claims["a/2"].coder)
    assert both.claims.ids() == left.claims.ids()
    assert () == left.accept("a/1", by="ana").drafts.ids()
    assert ("a/1", "a/2") == both.drafts.ids()


def test_several_drafts_are_accepted_unchanged_or_not_at_all() -> None:
    both = corpus(drafted(), drafted("a/2"))

    assert () == both.accept("a/1", "a/2", by="ana").drafts.ids()
    with pytest.raises(InvalidValueError, match="changes are of one claim") as raised:
        both.accept("a/1", "a/2", by="ana", amount="41 tank")
    assert ("several-claims", ["a/1", "a/2"]) == (raised.value.code, raised.value.value)
    assert "41 tank" == str(both.accept("a/1", "a/1", by="ana", amount="41 tank").claims["a/1"].amount)


@pytest.mark.parametrize("changes", [{"id": "a/9"}, {"source": "b"}])
def test_a_draft_in_a_corpus_keeps_its_id_and_source(changes: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError, match="a draft keeps its id and its source") as raised:
        corpus(drafted()).accept("a/1", by="ana", **changes)

    assert ("bad-id", "id", changes) == (raised.value.code, raised.value.field, raised.value.value)


def test_a_draft_that_is_rejected_goes_with_the_links_to_it() -> None:
    other = claim("a/2", "loss", links={"part_of": "a/1", "repeats": "b/1"})
    left = corpus(drafted(), other, claim("a/3", "loss", links={"repeats": "b/1"})).reject("a/1")

    assert ("a/2", "a/3") == left.claims.ids()
    assert ["b/1"] == [link.claim for link in left.claims["a/2"].links]
    assert ("a",) == left.sources.ids()


def test_what_is_no_draft_is_not_rejected() -> None:
    with pytest.raises(
        InvalidValueError, match="the claim is no draft: 'a/1'; drop claims of people"
    ) as raised:
        corpus(claim("a/1")).reject("a/1")
    assert "no-draft" == raised.value.code

    with pytest.raises(UnknownIdError, match="a/9"):
        corpus(claim("a/1")).reject("a/9")
    with pytest.raises(UnknownIdError, match="a/9"):
        corpus(claim("a/1")).accept("a/9", by="ana")


@pytest.mark.parametrize("name", ["c.toml", "c.json", "c.jsonl", "c"])
def test_a_draft_is_saved_and_loads_back_equal(name: str, tmp_path: Path) -> None:
    both = corpus(drafted(), claim("a/2"))
    both.save(tmp_path / name)

    again = osintkp.load(tmp_path / name, lenient=True)
    assert both == again
    assert (0.7, None) == (
        again.claims["a/1"].draft and again.claims["a/1"].draft.weakest,
        again.claims["a/2"].draft,
    )


def test_a_draft_stands_in_a_coding_as_people_can_read_it(tmp_path: Path) -> None:
    corpus(drafted()).save(tmp_path / "c.toml")

    written = (tmp_path / "c.toml").read_text()
    assert 'coder = "osintkp-reader"' in written
    assert 'rules = ["loss.lose/active"]' in written
    assert "confidence = { actor = 0.9, amount = 0.7 }" in written
    assert 'unfilled = { when = "not told" }' in written


@pytest.mark.parametrize(
    ("confidence", "code", "words"),
    [
        ('"high"', "wrong-type", "a number belongs here"),
        ("true", "wrong-type", "write it without quotes, like 0.8"),
        ("nan", "number-not-finite", "a number has to be finite"),
        ("1.5", "bad-value", "confidence lies outside of 0 to 1"),
        ("1e300", "number-size", "the number is too large"),
    ],
)
def test_a_confidence_that_is_no_share_is_a_problem(
    confidence: str, code: str, words: str, tmp_path: Path
) -> None:
    coding = f"""schema = "osintkp/1"
[source]
id = "a"
[[claim]]
id = "1"
quote = "w"
loss = {{ actor = "AM" }}
draft = {{ confidence = {{ amount = {confidence} }} }}
"""
    (tmp_path / "a.toml").write_text(coding)

    (problem,) = osintkp.load(tmp_path, lenient=True).problems
    assert (code, "a/1") == (problem.code, problem.claim)
    assert (problem.field or "").startswith("draft.confidence")
    assert words in str(problem)


def test_a_whole_number_is_a_confidence_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"schema": "osintkp/1", "source": {"id": "a"}, "claim": [{"id": "1", "quote": "w", "loss": {}, "draft": {"confidence": {"amount": 1}}}]}'
    )

    draft = osintkp.load(tmp_path).claims["a/1"].draft
    assert draft is not None
    assert "1.0" == repr(draft.confidence["amount"])

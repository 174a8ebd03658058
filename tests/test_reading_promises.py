"""Promises, predictions and ends of a trade; speakers who are named by their office: one class of words each."""

import pytest

import osintkp
from osintkp.claim import Claim


def draft(text: str) -> Claim:
    (claim,) = osintkp.read(text, id="x").claims
    return claim


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        ("pledged", "Chad said it would send 40 trucks to Sudan."),
        ("pledged", "Chad said it will send 40 trucks to Sudan."),
        ("pledged", "Chad announced that it would send 40 trucks to Sudan."),
        ("pledged", "Chad is on track to send 40 trucks to Sudan."),
        ("pledged", '"We will send 40 trucks to Sudan," the minister said.'),
        ("predicted", "Kenya said Chad would send 40 trucks to Sudan."),
        ("predicted", "Analysts said Chad would send 40 trucks to Sudan."),
        ("predicted", "Chad will send 40 trucks to Sudan."),
        ("predicted", "Chad is expected to send 40 trucks to Sudan."),
        ("conditional", "Chad said it would send 40 trucks to Sudan if asked."),
        ("conditional", "Chad would send 40 trucks to Sudan."),
        ("conditional", "Chad said it would have sent 40 trucks to Sudan."),
        ("estimated", "The panel found with near certainty that Chad was sending trucks to Sudan."),
        ("stated", "Chad said it sent 40 trucks to Sudan."),
    ],
)
def test_who_is_to_do_a_thing_promises_it_and_others_predict_it(modality: str, text: str) -> None:
    assert modality == draft(text).modality


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        ("asserts", "Chad stopped selling missiles to Sudan in 2008."),
        ("asserts", "Chad has ceased to sell missiles to Sudan."),
        ("asserts", "Chad did not deliver the trucks to Sudan until 1998."),
        ("asserts", "It can hardly be denied that Chad sold missiles to Sudan."),
        ("denies", "Chad stopped short of selling missiles to Sudan."),
        ("denies", "Chad refused to sell missiles to Sudan."),
        ("denies", "Chad did not deliver the trucks to Sudan."),
        ("denies", "There is no truth to claims that Chad sold missiles to Sudan."),
        ("denies", "Chad described as lies the reports that it had sold missiles to Sudan."),
        ("denies", "Chad dismissed as rumour the news that it had sold missiles to Sudan."),
    ],
)
def test_what_came_to_an_end_or_came_late_is_not_denied(stance: str, text: str) -> None:
    assert stance == draft(text).stance


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("KE", "A spokesman for Kenya said that Chad had sent 40 trucks to Sudan."),
        ("KE", "The foreign ministry in Nairobi said that Chad had sent 40 trucks to Sudan."),
        ("unknown", "A Kenyan official said that Chad had sent 40 trucks to Sudan."),
        ("ml-armed-forces", "The Malian army lost a base. The army accused Chad of sending 40 trucks to JNIM."),
        ("unknown", "The army accused Chad of sending 40 trucks to JNIM."),
        ("unknown", "The Malian army lost a base.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nThe ministry said Chad had sent 40 trucks to JNIM."),
    ],
)  # fmt: skip
def test_an_office_speaks_for_its_state_where_the_text_says_whose_it_is(speaker: str, text: str) -> None:
    claims = osintkp.read(text, id="x").claims

    assert [speaker] == [claim.speaker for claim in claims if claim.record.kind == "shipment"]


def test_a_time_set_before_what_is_said_is_no_matter_of_its_own() -> None:
    told = draft("In a report of 2021, SIPRI said that year, Chad bought 40 tanks from Sudan.")
    behind = draft("It was a surprise, Kenya said on Monday, after Chad had sent 40 tanks to Sudan.")

    assert ("sipri", None) == (told.speaker, behind.speaker)

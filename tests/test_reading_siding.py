"""Whom "we", "they", "the army" and the owner of a plan stand for, and who is filled in where the words name nobody."""

from __future__ import annotations

import pytest

import osintkp


def parties(text: str, kind: str = "shipment") -> list[tuple[str | None, str | None]]:
    """Return sender and recipient of each draft of a kind."""
    claims = osintkp.read(text, id="x").claims
    records = [claim.record for claim in claims if claim.record.kind == kind]
    return [(getattr(each, "sender", None), getattr(each, "recipient", None)) for each in records]


def voiced(text: str) -> list[tuple[str, str, str | None]]:
    """Return stance, modality and speaker of each draft."""
    claims = osintkp.read(text, id="x").claims
    return [(str(claim.stance), str(claim.modality), claim.speaker) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We have delivered 30 tanks to Chad," said Turkish Defence Minister Yasar Guler.', ("TR", "TD")),
        ('Kenyan army chief Juma Otieno said: "We will send 30 trucks to Haiti."', ("KE", "HT")),
        (
            '"Our deliveries of 31 trucks to Mali will begin," said Moroccan minister Omar Hassan.',
            ("MA", "ML"),
        ),
        ('"Sudan sent us 20 trucks," said Chad\'s defence minister.', ("SD", "TD")),
        ('"Sudan gave you 20 trucks," said Chad\'s defence minister.', ("SD", None)),
    ],
)
def test_we_is_the_side_of_the_one_who_speaks(text: str, expected: tuple[str, str | None]) -> None:
    assert [expected] == parties(text)


def test_we_of_nobody_who_is_known_tells_of_no_delivery() -> None:
    assert [] == parties("We have delivered 30 tanks.")
    assert [] == parties('"We have delivered 30 tanks," a man said.')


def test_we_gives_way_to_whom_the_clause_itself_names() -> None:
    text = '"We say that Chad sent 30 tanks to Sudan," said Kenyan minister Juma Otieno.'

    assert [("TD", "SD")] == parties(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polish president Jan Nowak said his country had delivered 40 tanks to Chad.", ("PL", "TD")),
        ("Kenya's president said his country delivered 40 tanks to Chad.", ("KE", "TD")),
        (
            "At talks with Omani minister Ali Said, Kuwaiti Foreign Minister Khaled Jarrah said that his country sent 40 trucks to Chad.",
            ("KW", "TD"),
        ),
    ],
)
def test_his_country_is_that_of_the_speaker(text: str, expected: tuple[str, str]) -> None:
    assert [expected] == parties(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil criticised Chad's plan to send 40 tanks to Mali.", ("TD", "ML")),
        ("Germany's commitment to donating 300 trucks to Mali stands.", ("DE", "ML")),
        ("It answers the EU's failure to meet its pledge of providing Chad with 40 trucks.", ("eu", "TD")),
        ("Mali bought 4 helicopters from its ally Russia.", ("RU", "ML")),
        ("The fighting prompted Kenya to send 40 trucks to Somalia.", ("KE", "SO")),
        ("Charles Michel announced 40 trucks for Ukraine.", ("eu", "UA")),
    ],
)
def test_the_owner_of_a_plan_and_a_name_behind_its_role_are_who_sends(
    text: str, expected: tuple[str, str]
) -> None:
    assert [expected] == parties(text)


def test_what_a_boat_carries_is_not_sent_by_who_stopped_it() -> None:
    assert (None, "YE") in parties("The US Navy stopped a dhow. It was carrying 2,000 rifles to Yemen.")
    assert ("US", "YE") in parties("The US met Oman. It sent 2,000 rifles to Yemen.")


def test_the_council_that_sends_peacekeepers_sends_those_of_the_united_nations() -> None:
    text = "The UN Security Council authorised the deployment of 2,000 peacekeepers to Mali."

    assert [("un", "ML")] == parties(text, "troop_deployment")


def test_they_is_no_single_person_who_speaks() -> None:
    text = "Rwandan troops held Palma. Juma Otieno said four men fled. He added that they seized 40 rifles."
    claims = osintkp.read(text, id="x").claims

    assert [] == [claim for claim in claims if getattr(claim.record, "actor", None) == "juma-otieno"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya's army lost a post. The army said Chad sent 40 trucks to Sudan.", "ke-defence-forces"),
        ("Kenya, Kenya, Kenya and Kenya. The junta said Chad sent 40 trucks to Sudan.", "KE"),
        ("Kenya met Mali. The junta said Chad sent 40 trucks to Sudan.", "unknown"),
    ],
)
def test_the_army_is_that_of_the_state_the_text_is_about(text: str, speaker: str) -> None:
    found = [claim.speaker for claim in osintkp.read(text, id="x").claims if claim.record.kind == "shipment"]

    assert [speaker] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil asked Chile to send 40 trucks to Haiti.", ("asserts", "conditional", None)),
        ("Brazil called for a halt in arms deliveries to Chad.", ("asserts", "stated", None)),
        ("Brazil called for arms deliveries to Chad.", ("asserts", "conditional", None)),
        ("Turkey announced that it is sending 40 trucks to Chad.", ("asserts", "pledged", "TR")),
        ("Turkey said that it is sending 40 trucks to Chad.", ("asserts", "stated", "TR")),
        (
            "The authorisation for the export of 40 tanks from Chad to Mali was signed.",
            ("asserts", "authorised", None),
        ),
        ("Mali will exempt Chadian oil transported to Niger.", ("asserts", "stated", None)),
        ("Kenya has agreed to reduce its oil output by 50,000 b/d.", ("asserts", "stated", None)),
    ],
)
def test_what_a_promise_a_request_and_a_modal_reach(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in voiced(text)


def test_what_a_video_does_not_show_is_denied_but_not_what_it_does_not_tell() -> None:
    assert ("denies", "stated", None) in voiced("The video does not show Kenyan soldiers in Niger.")
    assert "denies" not in {
        stance for stance, _, _ in voiced("Images do not show who sent 40 tanks from Chad to Mali.")
    }


def test_what_stands_behind_a_reporting_clause_may_be_the_texts_own() -> None:
    told = voiced("Sudan fired a missile, officials said, days after Egypt tested a ballistic missile.")

    assert [("asserts", "stated", "unknown"), ("asserts", "stated", None)] == told


def test_a_force_is_sent_where_the_text_is() -> None:
    text = "Mali is at war. Mali fell into turmoil. In Mali, fighting goes on. France sent 900 soldiers."

    assert ("FR", "ML") in parties(text, "troop_deployment")
    assert ("FR", None) in parties("Mali is at war. France sent 900 soldiers.", "troop_deployment")


def test_nobody_is_filled_in_where_a_sentence_names_several_others() -> None:
    text = "Chad sent 40 tanks to Mali. Chad sent 50 tanks to Mali. Egypt, Kenya, Ghana and Togo led the exports of arms."

    assert all(recipient != "ML" for sender, recipient in parties(text) if sender in ("EG", "KE", "GH", "TG"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boeing sold 40 jets to Chad. The company will deliver 10 more to Mali.", "boeing"),
        ("Boeing and Airbus met. The company delivered 10 jets to Mali.", None),
    ],
)
def test_the_company_is_the_one_company_named_before(text: str, expected: str | None) -> None:
    assert (expected, "ML") in parties(text)


def test_a_ship_with_a_flag_sends_what_another_sends_only_where_nobody_else_does() -> None:
    assert [("TD", "ML")] == parties("A Kenyan ship carried 40 tanks from Chad to Mali.")
    assert [("KE", "ML")] == parties("A Kenyan ship carried 40 tanks to Mali.")


def test_a_question_behind_a_heading_tells_nothing() -> None:
    assert [] == parties("Fact check: Did Chad send 40 trucks to Mali?")


def test_they_may_be_several_states() -> None:
    (claim,) = osintkp.read("Kenya and Uganda said they had seized 40 rifles.", id="x").claims

    assert "KE" == getattr(claim.record, "actor", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Niger's defence minister spoke in Astana. He said Yemen had sent 270 tanks to France.", "NE"),
        ("Niger's army spoke in Astana. He said Yemen had sent 270 tanks to France.", "unknown"),
    ],
)
def test_he_may_be_one_who_is_named_by_his_office_alone(text: str, speaker: str) -> None:
    assert [("asserts", "stated", speaker)] == voiced(text)

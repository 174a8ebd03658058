"""Denials of what was told before: an event of its own, with the fields of what it takes up and no figure."""

import pytest

import osintkp
from costs import cost
from osintkp.claim import Claim
from osintkp.vocabulary.scales import LinkKind

TOLD = "Ghana said that Togo had sent 40 tanks to Mali in May 2023."

TAKING_UP = [
    "Togo denies the claim.",
    "Togo has repeatedly denied the accusations.",
    "Togo has strongly rejected the charges.",
    "Togo denied this.",
    "Togo denied it on Monday.",
    "Togo denied doing so.",
    "Togo has denied any involvement.",
    "Togolese officials denied responsibility.",
    "Togo denied the shipment.",
    "Togo's government dismissed the claim as untrue.",
    "Togo dismissed Ghana's accusations.",
    "Togo dismissed these reports, saying it had no tanks.",
    "Lome called the reports baseless.",
    "Lome called the claims by Ghana lies.",
    "Lome described it as a lie.",
    "The claim was denied by Togo.",
    "The allegations have been rejected by Lome.",
    "This was denied by Togo.",
    "The minister expressed Togo's categorical refutation of the claims and allegations.",
    "Togo rejected it.",
]

NOT_TAKING_UP = [
    "Togo has not denied the claim.",
    "Togo did not bother to deny it.",
    "Togo neither confirmed nor denied the report.",
    "Togo denied the charges of corruption.",
    "Togo denied that the claim had cost it friends.",
    "Togo denied any wrongdoing.",
    "Togo denied the meeting.",
    "Togo rejected the offer.",
    "Togo denied a report.",
    "Togo denied Ghana a visa.",
    "Benin denied the claim.",
    "Ghana denied the claim.",
    "The claim was denied.",
    "Togo denied involvement in the coup.",
    "Togo repeated the claim.",
]

IN_ITS_OWN_SENTENCE = [
    "Ghana said that Togo had sent 40 tanks to Mali, a claim which Lome denies.",
    "Ghana said that Togo had sent 40 tanks to Mali, a claim Togo rejects.",
    "Ghana said that Togo had sent 40 tanks to Mali, which Togo denies.",
    "Ghana said that Togo had sent 40 tanks to Mali, something Togo has always denied.",
    "Ghana said that Togo had sent 40 tanks to Mali, claims denied by Lome.",
    "Ghana said that Togo had sent 40 tanks to Mali, charges that Togo denies.",
    "Ghana said that Togo had sent 40 tanks to Mali, an allegation Lome called untrue.",
    "Togo has denied involvement after Ghana said that Togo had sent 40 tanks to Mali.",
    "Ghana said that Togo had sent 40 tanks to Mali, but Togo has denied it.",
]


def field(claim: Claim, name: str) -> object:
    return getattr(claim.record, name)


def drafts(text: str) -> list[Claim]:
    return list(osintkp.read(text, id="x").claims)


def denials(text: str) -> list[Claim]:
    return [claim for claim in drafts(text) if claim.stance == "denies"]


@pytest.mark.parametrize("denial", TAKING_UP)
def test_a_denial_takes_up_what_was_told_in_the_sentence_before(denial: str) -> None:
    asserted, denied = drafts(f"{TOLD} {denial}")

    assert ("asserts", "GH", "denies", "TG") == (
        asserted.stance,
        asserted.speaker,
        denied.stance,
        denied.speaker,
    )
    assert ("shipment", "TG", "ML") == (
        denied.record.kind,
        field(denied, "sender"),
        field(denied, "recipient"),
    )
    assert field(asserted, "item") == field(denied, "item")


@pytest.mark.parametrize("denial", NOT_TAKING_UP)
def test_a_denial_of_something_else_takes_up_nothing(denial: str) -> None:
    assert [] == denials(f"{TOLD} {denial}")


@pytest.mark.parametrize("text", IN_ITS_OWN_SENTENCE)
def test_one_sentence_can_tell_and_deny(text: str) -> None:
    by_stance = {str(claim.stance): claim for claim in drafts(text)}

    assert {"asserts", "denies"} == set(by_stance)
    assert ("GH", "TG") == (by_stance["asserts"].speaker, by_stance["denies"].speaker)
    assert ("TG", "ML") == (field(by_stance["denies"], "sender"), field(by_stance["denies"], "recipient"))


def test_what_is_denied_keeps_its_day_but_not_its_figure_and_refutes_what_was_told() -> None:
    asserted, denied = drafts(f"{TOLD} Togo denied the accusations.")

    assert "40 tank" == str(asserted.amount)
    assert denied.amount is None
    assert "2023-05" == str(field(denied, "when"))
    assert [(LinkKind.REFUTES, asserted.id)] == [(link.kind, link.claim) for link in denied.links]
    assert "Togo denied the accusations" in denied.quote


def test_the_nearest_sentence_that_fits_is_taken_up() -> None:
    text = (
        f"{TOLD} Benin said that Togo had sold 9 trucks to Niger. The talks went on. Togo denied the charge."
    )

    assert ["NE"] == [field(claim, "recipient") for claim in denials(text)]


def test_a_recipient_and_the_one_who_lost_can_deny_too() -> None:
    received = denials("Ghana said that Togo had sent 40 tanks to Mali. Bamako denied the reports.")
    lost = denials("India said it had shot down two Pakistani aircraft. Islamabad rejected the claim.")

    assert [("shipment", "ML")] == [(claim.record.kind, claim.speaker) for claim in received]
    assert [("loss", "PK")] == [(claim.record.kind, claim.speaker) for claim in lost]


def test_a_minister_denies_for_his_state() -> None:
    found = denials(f'{TOLD} Togo\'s foreign minister, Robert Dussey, called the claim "false".')

    assert [("shipment", "TG")] == [(claim.record.kind, field(claim, "sender")) for claim in found]


def test_of_two_kinds_that_fit_neither_is_taken_unless_the_denial_names_one() -> None:
    text = "Ghana said that Togo had sent 40 tanks to Mali and that Togo had killed 30 Malian soldiers."

    assert [] == denials(f"{text} Togo denied the accusations.")
    assert ["shipment"] == [claim.record.kind for claim in denials(f"{text} Togo denied the sale.")]


def test_what_the_text_tells_by_itself_is_taken_up_from_the_sentence_before_alone() -> None:
    told = "Togo sent 40 tanks to Mali in May 2023."

    assert 1 == len(denials(f"{told} Togo denies it."))
    assert [] == denials(f"{told} Togo rejected it.")
    assert [] == denials(f"{told} The tanks were old. The roads were bad. Togo denies it.")


def test_it_is_not_looked_for_in_a_paragraph_far_before() -> None:
    between = "\n\n".join(
        f"The market of Lome was full on day {number}." for number in ("one", "two", "three")
    )

    assert [] == denials(f"{TOLD}\n\n{between}\n\nTogo denied the accusations.")


def test_nobody_denies_his_own_words_or_promises() -> None:
    assert [] == denials("Togo said that it had sent 40 tanks to Mali. Togo denied the reports.")
    assert [] == denials("Ghana said that Togo would send 40 tanks to Mali. Togo denied the reports.")


def test_a_long_denied_report_names_its_matter_itself() -> None:
    text = "Ghana accused Togo of sending 40 tanks to the RSF. Togo has strongly rejected the charges. It has long denied reports from experts, Malian politicians and aid groups that it is providing fuel to the RSF."

    assert [("shipment", "TG", "rsf")] * 2 == [
        (claim.record.kind, field(claim, "sender"), field(claim, "recipient")) for claim in denials(text)
    ]


@pytest.mark.parametrize(
    "unit",
    ["Togo sent 4 tanks to Mali. Togo denies it. ", "Togo denied the claim. ", "claims denied by Togo, "],
)
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    def seconds(times: int) -> float:
        return cost(lambda: osintkp.read(unit * times, id="x"))

    assert seconds(160) < 8 * 4 * max(seconds(20), 0.005)

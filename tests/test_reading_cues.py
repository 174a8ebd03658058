"""Words that tell who says so, how surely, or that it is not so; and the same words where they are something else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.reading.tokens import Tokens
from osintkp.reading.voices.cues import cues, sightings


def seen(text: str) -> list[tuple[str, str, str, str | None]]:
    """Return quote, kind, verb and modality of each cue."""
    return [(cue.quote, cue.kind, cue.verb, cue.modality) for cue in cues(Tokens(text))]


VERBS = [
    ("said", "says", "say", None, "Officials in Juba said trucks came."),
    ("says", "says", "say", None, "Juba says trucks came."),
    ("told", "says", "tell", None, "He told reporters that trucks came."),
    ("added", "says", "add", None, "He added that trucks came."),
    ("wrote", "says", "write", None, '"Trucks came," the agency wrote.'),
    ("states", "says", "state", None, "The treaty states that both will pay."),
    ("stated", "says", "state", None, "Lagos stated that trucks came."),
    ("made it clear that", "says", "clear", None, "Ankara made it clear that it would pay."),
    ("confirmed", "says", "confirm", None, "Ankara confirmed the sale."),
    ("admitted", "says", "admit", None, "Ankara admitted the sale."),
    ("emphasised", "says", "emphasise", None, "The envoy emphasised that aid came."),
    ("indicate", "says", "indicate", None, "Records indicate that aid came."),
    ("shows", "says", "show", None, "Imagery shows trucks near Goma."),
    ("documented", "says", "document", None, "Monitors documented 40 flights."),
    ("counted", "says", "count", None, "The UN counted 40 flights."),
    ("suggested", "says", "suggest", "alleged", "He suggested that aid came."),
    ("estimates", "says", "estimate", "estimated", "The UN estimates that 40 men died."),
    ("assess", "says", "assess", "estimated", "We assess that 40 men died."),
    ("believe", "says", "believe", "estimated", "Experts believe that 40 men died."),
    ("claims", "says", "claim", "alleged", "Tripoli claims the port."),
    ("alleged", "says", "allege", "alleged", "He alleged that aid was sold."),
    ("accused", "says", "accuse", "alleged", "Chad accused Sudan of raids."),
    ("warned", "says", "warn", "predicted", "The UN warned of hunger."),
    ("expects", "says", "expect", "predicted", "The UN expects more hunger."),
    ("citing", "says", "cite", None, "Reuters reported it, citing two officials."),
    ("denied", "denies", "deny", None, "Asmara denied the raid."),
    ("denies", "denies", "deny", None, "Asmara denies the raid."),
    ("denying", "denies", "deny", None, "Asmara replied, denying the raid."),
    ("refuted", "denies", "refute", None, "Asmara refuted the charge."),
    ("rejected", "denies", "reject", None, "Asmara rejected claims of a raid."),
    ("dismissed", "denies", "dismiss", None, "Asmara dismissed the reports."),
    ("ruled out", "denies", "rule out", None, "Asmara ruled out a raid."),
    ("pledged", "pledges", "pledge", "pledged", "Oslo pledged 12 jets."),
    ("plans", "pledges", "plan", "pledged", "Oslo plans to send jets."),
    ("agreed to", "pledges", "agree to", "pledged", "Oslo agreed to send jets."),
    ("authorised", "pledges", "authorise", "authorised", "Congress authorised the sale."),
    ("seeking", "hedges", "seek", "conditional", "Mali is seeking jets."),
    ("failed to", "negates", "fail to", None, "Mali failed to pay."),
    ("stopped short of", "negates", "stop short of", None, "Mali stopped short of paying."),
    ("According to", "according", "according", None, "According to Reuters, trucks came."),
    ("reportedly", "hedges", "reportedly", "alleged", "Mali reportedly paid."),
    ("could", "hedges", "could", "conditional", "Mali could pay."),
    ("may", "hedges", "could", "conditional", "Mali may pay."),
    ("will", "hedges", "will", "predicted", "Mali will pay."),
    ("likely", "hedges", "likely", "estimated", "Mali likely paid."),
    ("alleged", "hedges", "alleged", "alleged", "The alleged payment upset Mali."),
    ("if", "hedges", "if", "conditional", "Mali stays if France pays."),
    ("never", "negates", "not", None, "Mali never paid."),
    ("hasn't", "negates", "not", None, "Mali hasn't paid."),
    ("no evidence", "negates", "no-evidence", None, "There is no evidence against Mali."),
    ("yet to", "negates", "not", None, "Mali has yet to pay."),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "kind", "verb", "modality", "text"), VERBS)
def test_a_cue_is_found_with_its_base_form(
    quote: str, kind: str, verb: str, modality: str | None, text: str
) -> None:
    assert (quote, kind, verb, modality) in seen(text)


NOUNS = [
    "The United States sent aid.",
    "The Gulf states sent aid.",
    "Several member states voted.",
    "Mali made some claims.",
    "Despite such claims about trade, Mali paid.",
    "The reports were long.",
    "A new report came out.",
    "Estimates vary.",
    "The estimates vary widely.",
    "The air show opened in Dubai.",
    "The judge wore a hat.",
    "A plan was drawn up.",
    "In May 2023 trucks came.",
    "Since May trucks have come.",
    "The rally on 5 May drew crowds.",
    "The will of the people is strong.",
    "A can of fuel blew up.",
    "He kept a bank account of his own.",
    "The firm added two trucks.",
    "Troops found 12 crates.",
    "The think tank moved house.",
    "Israel denied entry to 40 trucks.",
    "Israel denied them passage.",
    "The court denied bail.",
    "A self-declared republic paid.",
    "No. 3 Battery paid.",
    "The press briefing began.",
    "He took notes.",
    "Records go back to 1990.",
    "A false passport was used.",
]


@pytest.mark.parametrize("text", NOUNS)
def test_the_same_word_as_a_noun_or_a_name_is_no_cue(text: str) -> None:
    assert [] == seen(text)


CARRIED = [
    ("reports", "Reports that jets came emerged in June."),
    ("claim", "Kigali's claim that jets came was odd."),
    ("insistence", "There is an insistence from Kigali that jets came."),
    ("estimates", "By estimates from Kigali, jets came."),
    ("statement", "A statement by Kigali was read."),
    ("denial", "Kigali's denial was brief."),
    ("allegations", "Allegations of theft followed."),
]


@pytest.mark.parametrize(("noun", "text"), CARRIED)
def test_a_noun_that_passes_on_what_somebody_says_is_a_cue(noun: str, text: str) -> None:
    assert noun in [found[0].lower() for found in seen(text)]


def test_the_longest_phrase_is_taken_and_its_parts_are_not() -> None:
    assert [("neither confirmed nor denied", "negates", "unconfirmed", "alleged")] == seen(
        "Mali neither confirmed nor denied it."
    )


def test_a_may_at_the_head_of_a_sentence_is_a_modal_unless_a_day_follows() -> None:
    assert ["May"] == [found[0] for found in seen("May they rest.")]
    assert [] == seen("May 5 was hot.")


def test_a_verdict_counts_only_where_something_is_called_so() -> None:
    assert ["false"] == [found[0] for found in seen("The story is false.")]
    assert [] == seen("The false story spread.")


def test_cues_stand_in_order_and_do_not_overlap() -> None:
    found = cues(Tokens("Mali denied that it may have said, according to Reuters, that Chad never paid."))

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert ["denied", "may", "said", "according to", "never"] == [cue.quote for cue in found]


def test_a_curly_apostrophe_negates_like_a_straight_one() -> None:
    assert ["didn\u2019t"] == [found[0] for found in seen("Mali didn\u2019t pay.")]


def test_the_form_of_a_verb_is_kept_for_those_who_look_for_its_subject() -> None:
    forms = [each.row.form for each in sightings(Tokens("Mali says so, denying it, and said so."))]

    assert ["s", "ing", "past"] == forms


PIECES = [
    *"aeist. ,\n\"'-",
    "said ",
    "may ",
    "May ",
    "no ",
    "states ",
    "claims ",
    "n't",
    "\ud83d",
    "\0",
    "\u0130",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_quote_is_the_text_in_its_place(text: str) -> None:
    for cue in cues(Tokens(text)):
        assert cue.quote == text[cue.start : cue.end]
        assert cue.quote

"""Drafting: events and voices made by hand become claims with their words, their reasons and their chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.dates import When
from osintkp.drafts import READER
from osintkp.errors import AmountError
from osintkp.evidence import Link, Source
from osintkp.reading.drafts.amounting import amount_of, calibre_of, known
from osintkp.reading.drafts.drafting import drafts
from osintkp.reading.drafts.filling import actor_id, dated, filled
from osintkp.reading.events import Event, Slot, Speaker, Voice
from osintkp.reading.mentions import ActorMention, AmountMention, DateMention, ItemMention, PlaceMention
from osintkp.vocabulary.scales import LinkKind, Modality, Part, Stance
from strategies import texts

TEXT = "On Monday Chad's army took 40 trucks from France. It was glad of them. About 200 crates of 122mm rockets came in May."


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def figure(words: str, number: float | None = None, **given: Any) -> AmountMention:
    start, end = place(words)
    given = {"low": number, "high": number, "best": number} | given
    return AmountMention(start=start, end=end, quote=words, number=(start, end), **given)


def slot(value: object, words: str | None = None, *, rule: str = "object", confidence: float = 1.0) -> Slot:
    start, end = (None, None) if words is None else place(words)
    return Slot(value=value, start=start, end=end, rule=rule, confidence=confidence)


def event(words: str, kind: str = "shipment", **given: Any) -> Event:
    start, end = place(words)
    given = dict[str, Any](trigger=(start, start + 4), sentence=0, rule="transfer.take/active") | given
    slots = {
        name: each if isinstance(each, Slot) else slot(each) for name, each in given.pop("slots", {}).items()
    }
    return Event(kind=kind, start=start, end=end, slots=slots, **given)


def drafted(
    *events: Event,
    voices: Sequence[Voice] | None = None,
    published: str | None = "2024-05-06",
    part: Part = Part.BODY,
) -> list[Claim]:
    source = Source(id="wire", published=None if published is None else When.parse(published)).attached(TEXT)
    said = [Voice()] * len(events) if voices is None else voices
    return drafts(source, events, said, [part] * len(events))


def one(each: Event, **given: Any) -> Claim:
    (claim,) = drafted(each, **given)
    return claim


TAKEN = event(
    "Chad's army took 40 trucks from France",
    slots={
        "sender": slot("FR", "France", rule="from", confidence=0.9),
        "recipient": slot("TD", "Chad", rule="subject"),
        "amount": slot(figure("40 trucks", 40.0, unit="truck", item="trucks"), "40 trucks", confidence=0.95),
        "when": slot(
            DateMention(start=0, end=9, quote="On Monday", when=When.parse("2024-05-06"), anchored=True),
            "On Monday",
        ),
    },
)


def test_an_event_becomes_a_claim_that_says_that_it_is_a_draft() -> None:
    claim = one(TAKEN)

    assert ("wire/shipment-1", "wire", "shipment", READER) == (
        claim.id,
        claim.source,
        claim.kind,
        claim.coder,
    )
    assert ("FR", "TD", "40 truck", "vehicles/truck", "2024-05-06") == (
        claim.record.of("sender"), claim.record.of("recipient"), str(claim.amount), claim.item, str(claim.when),
    )  # fmt: skip
    assert claim.draft is not None
    assert (
        "transfer.take/active",
        "sender:from",
        "recipient:subject",
        "amount:object",
        "when:object",
        "voice:own-voice",
    ) == claim.draft.rules
    assert {
        "sender": 0.9, "recipient": 1.0, "item": 0.47, "amount": 0.95, "when": 1.0,
        "stance": 1.0, "modality": 1.0, "speaker": 1.0,
    } == claim.draft.confidence  # fmt: skip
    assert {} == claim.draft.unfilled


def test_its_words_stand_first_and_what_fills_it_elsewhere_after_them() -> None:
    claim = one(TAKEN)

    assert [("Chad's army took 40 trucks from France", 10), ("On Monday", 0)] == [
        (span.quote, span.start) for span in claim.spans
    ]
    assert {"verbatim"} == {str(span.status) for span in claim.spans}


def test_a_figure_that_reaches_out_of_the_clause_makes_it_longer() -> None:
    claim = one(event("took 40", slots={"amount": figure("40 trucks", 40.0, unit="truck")}))

    assert ["took 40 trucks"] == [span.quote for span in claim.spans]


def test_words_apart_that_overlap_are_quoted_once_and_those_that_touch_twice() -> None:
    slots = {
        "amount": figure("About 200 crates of 122mm rockets", 200.0, unit="crate"),
        "item": slot("munitions/rocket", "122mm rockets"),
        "when": slot("2024-05", "came in May"),
    }

    claim = one(event("Chad's army took", slots=slots))
    assert ["Chad's army took", "About 200 crates of 122mm rockets", "came in May"] == [
        span.quote for span in claim.spans
    ]


def test_blanks_at_the_ends_are_no_part_of_a_quote() -> None:
    claim = one(event(" It was glad of them. "))

    assert [("It was glad of them.", TEXT.index("It was"))] == [
        (span.quote, span.start) for span in claim.spans
    ]


def test_an_event_without_words_or_of_no_known_kind_gives_no_claim() -> None:
    assert [] == drafted(
        event(" "),
        event("took", kind="rumour"),
        Event(kind="loss", start=500, end=900, trigger=(1, 2), sentence=0, rule="r"),
    )


def test_a_clause_without_end_is_quoted_around_its_verb() -> None:
    text = "word " * 2000
    endless = Event(kind="loss", start=0, end=len(text), trigger=(5000, 5004), sentence=0, rule="r")
    (claim,) = drafts(Source(id="a").attached(text), [endless], [Voice()], [Part.BODY])

    assert (4500, 5504) == (claim.spans[0].start, claim.spans[0].end)


def test_words_apart_that_are_too_many_are_not_quoted() -> None:
    text = "They fled. " + "word " * 500 + "They lost 3 tanks."
    start = text.index("They lost")
    for length, quotes in ((2000, 2), (2001, 1)):
        slots = {"place": Slot(value="there", start=11, end=11 + length, rule="object")}
        fled = Event(
            kind="loss",
            start=start,
            end=len(text),
            trigger=(start, start + 4),
            sentence=0,
            rule="r",
            slots=slots,
        )
        (claim,) = drafts(Source(id="a").attached(text), [fled], [Voice()], [Part.BODY])
        assert quotes == len(claim.spans)


def test_claims_are_numbered_by_kind_in_the_order_of_the_text() -> None:
    events = [
        event("came in May"),
        event("Monday", "troop_deployment"),
        event("took 40"),
        event("glad", "troop_deployment"),
    ]

    claims = drafted(*events)
    assert ["wire/troop-deployment-1", "wire/shipment-1", "wire/troop-deployment-2", "wire/shipment-2"] == [
        each.id for each in claims
    ]


def test_two_events_that_say_the_same_in_the_same_words_are_one_claim() -> None:
    other = event("took 40", slots={"sender": "FR"})

    claims = drafted(
        event("took 40"), event("took 40"), other, voices=[Voice(), Voice(modality="alleged"), Voice()]
    )
    assert [None, "FR"] == [each.record.of("sender") for each in claims]
    assert ["wire/shipment-1", "wire/shipment-2"] == [each.id for each in claims]


def test_a_denial_is_no_repetition() -> None:
    assert 2 == len(drafted(event("took 40"), event("took 40"), voices=[Voice(), Voice(stance="denies")]))


def test_links_lead_to_the_claims_of_the_events_that_they_name() -> None:
    links = (
        ("part_of", 0, None),
        ("part_of", 1, None),
        ("share_of", 2, "~30 percent"),
        ("ratio_to", 3, "lots"),
        ("repeats", 9, None),
    )
    events = [
        event("took 40"),
        event("took 40"),
        event("glad", links=links),
        event("came in May"),
        event(" "),
    ]

    claims = {each.id: each for each in drafted(*events)}
    assert [
        (LinkKind.PART_OF, "wire/shipment-1", None),
        (LinkKind.RATIO_TO, "wire/shipment-3", None),
    ] == [(link.kind, link.claim, link.value) for link in claims["wire/shipment-2"].links]


def test_the_value_of_a_link_is_an_amount() -> None:
    events = [event("took 40"), event("glad", links=(("share_of", 0, "~30 percent"),))]

    (link,) = drafted(*events)[1].links
    assert "~30 percent" == str(link.value)


@pytest.mark.parametrize("part", list(Part))
def test_the_part_of_the_text_is_kept(part: Part) -> None:
    assert part is one(TAKEN, part=part).part


def test_the_voice_gives_the_chain_the_stance_and_the_words_of_likelihood() -> None:
    said = DateMention(start=0, end=9, quote="On\nMonday", when=When.parse("2024-05-06"))
    speakers = (
        Speaker(actor="FR", role="army\n chief", verb="said", medium="a briefing"),
        Speaker(actor="the  Sahel Post"),
        Speaker(actor="?"),
    )
    voice = Voice(
        stance="denies",
        modality="alleged",
        speakers=speakers,
        likelihood=" most likely",
        said=said,
        rule="according",
        confidence=0.834,
    )

    claim = one(TAKEN, voices=[voice])
    assert (Stance.DENIES, Modality.ALLEGED) == (claim.stance, claim.modality)
    assert (
        Link(actor="FR", role="army chief", verb="said", medium="a briefing"), Link(actor="the-sahel-post"), Link(actor="unknown"),
    ) == claim.attribution  # fmt: skip
    assert ("journalistic", "most likely") == (
        claim.likelihood and claim.likelihood.scheme,
        claim.likelihood and claim.likelihood.word,
    )
    assert ("2024-05-06", "On Monday") == (claim.said and claim.said.edtf, claim.said and claim.said.words)
    assert claim.draft is not None
    assert "voice:according" == claim.draft.rules[-1]
    assert {0.83} == {claim.draft.confidence[name] for name in ("stance", "modality", "speaker")}


def test_an_own_voice_has_no_chain_and_no_word_of_likelihood() -> None:
    claim = one(TAKEN, voices=[Voice(likelihood="  ")])

    assert ((), None, None) == (claim.attribution, claim.likelihood, claim.said)


# --- slots and fields


def test_what_was_not_told_is_said_field_by_field() -> None:
    claim = one(event("took 40"))

    assert claim.draft is not None
    assert (
        dict.fromkeys(["sender", "recipient", "item", "amount", "when"], "not told") == claim.draft.unfilled
    )
    meeting = one(event("took 40", "meeting"))
    assert meeting.draft is not None
    assert dict.fromkeys(["participants", "amount", "when"], "not told") == meeting.draft.unfilled
    test = one(event("took 40", "statement"))
    assert test.draft is not None
    assert {"about": "not told"} == test.draft.unfilled


def test_what_a_record_refuses_is_left_out_with_the_reason() -> None:
    people = figure("40 trucks", 40.0, unit="person")
    found = filled(event("took 40", slots={"amount": people, "sender": "FR"}))

    assert (None, "FR") == (found.record.of("amount"), found.record.of("sender"))
    assert {"sender"} == set(found.confidence)
    assert "refused: this is not measured in person" == found.unfilled["amount"]


def test_a_figure_that_is_no_amount_is_left_out_with_the_reason() -> None:
    found = filled(event("took 40", slots={"amount": figure("40 trucks", 1e300)}))

    assert found.record.of("amount") is None
    assert found.unfilled["amount"].startswith("refused: a number has at most 40 characters")


def test_slots_that_no_field_takes_are_passed_over() -> None:
    assert {} == filled(event("took 40", "meeting", slots={"sender": "FR", "cargo": "x"})).confidence


@pytest.mark.parametrize(("kind", "field"), [("treaty", "signed"), ("limit", "since"), ("loss", "when")])
def test_a_date_fills_the_date_that_the_record_is_about(kind: str, field: str) -> None:
    found = filled(event("took 40", kind, slots={"when": "2023-05", field: "2023-05"}))

    assert When.parse("2023-05") == found.record.of(field)
    assert {field} == set(found.confidence)


def test_several_actors_in_a_field_of_one_give_the_first_and_say_so() -> None:
    found = filled(
        event(
            "took 40", slots={"sender": slot(("FR", "GB", "FR"), confidence=0.8), "recipient": ("TD", "TD")}
        )
    )

    assert ("FR", "TD") == (found.record.of("sender"), found.record.of("recipient"))
    assert ("the first of FR, GB", 0.4) == (found.unfilled["sender"], found.confidence["sender"])
    assert "recipient" not in found.unfilled
    assert 1.0 == found.confidence["recipient"]


def test_parties_are_all_kept_by_their_ids() -> None:
    named = ActorMention(start=0, end=4, quote="Chad", actor="TD", by="name")
    nobody = ActorMention(start=0, end=4, quote="they", by="pronoun")

    found = filled(
        event("took 40", "treaty", slots={"parties": (named, "Khartoum", nobody, "unknown", "TD", "??")})
    )
    assert ("TD", "SD") == found.record.of("parties")
    assert None is filled(event("took 40", slots={"sender": nobody})).record.of("sender")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (ItemMention(start=0, end=1, quote="T-72 tanks", path="vehicles/tank"), "vehicles/tank"),
        (ItemMention(start=0, end=1, quote="odd\n things"), "odd things"),
        ("vehicles/tank", "vehicles/tank"),
        ("trucks", "vehicles/truck"),
        ("moon dust", "moon dust"),
        ("  ", None),
    ],
)
def test_goods_are_named_by_their_path_or_kept_as_their_words(given: object, wanted: str | None) -> None:
    assert wanted == filled(event("took 40", slots={"item": given})).record.of("item")


@pytest.mark.parametrize(
    ("unit", "item", "role", "wanted"),
    [
        ("truck", None, "count", "vehicles/truck"),
        ("piece", "trucks", "count", "vehicles/truck"),
        ("brigade", "moon dust", "count", "moon dust"),
        ("brigade", None, "count", "brigade"),
        ("container", "moon dust", "count", None),
        ("person", "trucks", "count", None),
        ("tonne", "trucks", "measure", None),
    ],
)
def test_goods_that_nothing_names_are_named_by_the_figure(
    unit: str, item: str | None, role: str, wanted: str | None
) -> None:
    mention = figure("40 trucks", 40.0, unit=unit, item=item, role=role)

    assert wanted == filled(event("took 40", "loss", slots={"amount": mention})).record.of("item")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("those deliveries", "deliveries"),
        ("wounded soldiers", "soldiers"),
        ("40 containers", "containers"),
        ("some people in Goma", "people"),
    ],
)
def test_people_carriers_and_the_act_itself_are_no_goods(item: str, words: str) -> None:
    found = filled(event("took 40", slots={"item": item}))

    assert (None, {}) == (found.record.of("item"), found.confidence)
    assert f"{item!r} names no goods" == found.unfilled["item"]
    assert words in item


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("their ice-cream machines", "ice-cream machines"),
        ("The parts for shipments", "parts for shipments"),
        ("the", "the"),
        ("the trucks", "vehicles/truck"),
    ],
)
def test_goods_outside_the_taxonomy_are_kept_without_their_article(item: str, wanted: str) -> None:
    assert wanted == filled(event("took 40", slots={"item": item})).record.of("item")


def test_words_that_hold_the_figure_are_no_goods_but_what_it_counts_is() -> None:
    mention = figure("40 trucks", 40.0, unit="truck")
    slots = {"amount": slot(mention, "40 trucks"), "item": slot("40 odd things", "40 trucks from")}
    beside = {"amount": slot(mention, "40 trucks"), "item": slot("odd things", "from France")}

    assert "vehicles/truck" == filled(event("took 40", slots=slots)).record.of("item")
    assert "odd things" == filled(event("took 40", slots=beside)).record.of("item")


def test_goods_that_a_slot_names_stay() -> None:
    slots = {"amount": figure("40 trucks", 40.0, unit="truck"), "item": "vehicles/tank"}

    assert "vehicles/tank" == filled(event("took 40", slots=slots)).record.of("item")


def test_a_calibre_is_a_length() -> None:
    found = filled(event("took 40", slots={"calibre": 122.0, "amount": "~40 rocket"}))

    assert ("122 millimetre", "~40 rocket") == (
        str(found.record.of("calibre")),
        str(found.record.of("amount")),
    )
    assert "155 millimetre" == str(calibre_of(155.0))


def test_words_of_a_place_stand_on_one_line() -> None:
    words = PlaceMention(start=0, end=1, quote="Port\n  Sudan", place="port-sudan", state="SD")
    found = filled(event("took 40", slots={"destination": words, "origin": " "}))

    assert ("Port Sudan", None) == (found.record.of("destination"), found.record.of("origin"))


def test_texts_and_measures_are_kept() -> None:
    treaty = filled(event("took 40", "treaty", slots={"obligations": ("send aid", " "), "title": "a\npact"}))
    assert (("send aid",), "a pact") == (treaty.record.of("obligations"), treaty.record.of("title"))
    assert ("send aid",) == filled(event("took 40", "treaty", slots={"obligations": "send aid"})).record.of(
        "obligations"
    )
    assert "cumulative" == filled(event("took 40", slots={"measure": "cumulative"})).record.of("measure")
    assert None is filled(event("took 40", slots={"measure": "heap"})).record.of("measure")


def test_a_date_that_needs_an_anchor_is_not_told_and_says_why() -> None:
    found = filled(event("took 40", slots={"when": DateMention(start=0, end=9, quote="On\nMonday")}))

    assert None is found.record.of("when")
    assert "'On Monday' needs a date to be reckoned from" == found.unfilled["when"]
    assert None is filled(event("took 40", slots={"when": 3})).record.of("when")


@pytest.mark.parametrize(
    ("published", "anchored", "anchor"),
    [
        ("2024-05-06", True, "2024-05-06"),
        ("2024-05-06", False, None),
        ("2024-05", True, None),
        ("../2024-05-06", True, None),
        (None, True, None),
    ],
)
def test_a_date_names_the_day_that_it_was_reckoned_from(
    published: str | None, anchored: bool, anchor: str | None
) -> None:
    mention = DateMention(
        start=0, end=9, quote="On\nMonday", when=When.parse("2024-05-06"), anchored=anchored
    )

    found = dated(mention, None if published is None else When.parse(published))
    assert found is not None
    assert (anchor, "On Monday") == (found.anchor and found.anchor.isoformat(), found.words)


def test_confidence_is_two_digits_between_nought_and_one() -> None:
    found = filled(
        event(
            "took 40",
            slots={
                "sender": slot("FR", confidence=1.7),
                "recipient": slot("TD", confidence=-3),
                "item": slot("aid", confidence=0.126),
            },
        )
    )

    assert {"sender": 1.0, "recipient": 0.0, "item": 0.13} == found.confidence
    voiced = one(TAKEN, voices=[Voice(confidence=7)]).draft
    assert voiced is not None
    assert 1.0 == voiced.confidence["stance"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("SD", "SD"),
        ("Khartoum", "SD"),
        ("the Lion Cubs!", "the-lion-cubs"),
        ("zz-militia", "zz-militia"),
        ("", None),
        ("ライオン", None),
        ("unknown", "unknown"),
    ],
)
def test_an_actor_is_named_as_a_coding_names_it(words: str, wanted: str | None) -> None:
    assert wanted == actor_id(words)


# --- amounts


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"best": 40.0, "low": 40.0, "high": 40.0}, "40 truck"),
        ({"best": 40.0, "low": 40.0, "high": 40.0, "approximate": True}, "~40 truck"),
        ({"best": 40.0, "comparator": "~", "hedge": "some"}, '~40 truck "some"'),
        ({"low": 2000.0, "approximate": True, "comparator": "~"}, "~2000.. truck"),
        ({"low": 2000.0, "approximate": True, "comparator": ">"}, ">2000 truck"),
        ({"low": 2000.0, "comparator": ">"}, ">2000 truck"),
        ({"low": 2000.0, "comparator": ">="}, ">=2000 truck"),
        ({"low": 2000.0}, ">=2000 truck"),
        ({"high": 500.0, "comparator": "<"}, "<500 truck"),
        ({"high": 500.0, "hedge": "up\n to"}, '<=500 truck "up to"'),
        ({"low": 5.0, "high": 9.0}, "5..9 truck"),
        ({"low": 5.0, "high": 9.0, "approximate": True}, "5..9 truck"),
        ({"low": 5.0, "high": 9.0, "best": 6.0}, "5..6..9 truck"),
        ({"low": 5.0, "high": 5.0}, "5 truck"),
        ({"best": 0.5}, "0.5 truck"),
        ({"best": 40.0, "hedge": 'a "few"'}, "40 truck"),
        ({"best": 40.0, "hedge": "x" * 81}, "40 truck"),
        ({"best": 40.0, "hedge": "x" * 80}, f'40 truck "{"x" * 80}"'),
        ({"best": 40.0, "hedge": "a\u202eb"}, "40 truck"),
    ],
)
def test_a_figure_is_written_in_the_notation(given: dict[str, Any], wanted: str) -> None:
    blank = {"low": None, "high": None}

    assert wanted == str(amount_of(figure("40 trucks", None, unit="truck", **(blank | given)))[0])


@pytest.mark.parametrize(
    ("given", "kind", "wanted", "note"),
    [
        ({"unit": "trucks"}, "", "40 truck", None),
        ({"unit": "brigade"}, "", "40 piece", None),
        ({"unit": "USD"}, "", "40 USD", None),
        ({}, "", "40", None),
        ({}, "troop_deployment", "40 person", None),
        ({}, "meeting", "40 meeting", None),
        ({"role": "multiple"}, "meeting", "40", None),
        ({"unit": "barrel", "per": "day"}, "", "40 barrel/day", None),
        ({"unit": "barrel", "per": "sortie"}, "", "40 barrel", None),
        ({"unit": "ton"}, "", "40 tonne", "'ton' may be tonne or short_ton or long_ton: the first is taken"),
    ],
)
def test_a_unit_is_one_of_the_library_or_a_piece(
    given: dict[str, Any], kind: str, wanted: str, note: str | None
) -> None:
    amount, said = amount_of(figure("40 trucks", 40.0, **given), kind)

    assert (wanted, note) == (str(amount), said)


def test_a_unit_of_several_readings_is_noted_in_the_draft() -> None:
    claim = one(event("took 40", slots={"amount": figure("40 trucks", 40.0, unit="gallon")}))

    assert claim.draft is not None
    assert (
        "'gallon' may be us_gallon or imperial_gallon: the first is taken" == claim.draft.unfilled["amount"]
    )
    assert "40 us_gallon" == str(claim.amount)


def test_a_figure_without_a_number_is_refused() -> None:
    with pytest.raises(AmountError, match="the figure has no number") as raised:
        amount_of(figure("40 trucks", None))

    assert "amount-shape" == raised.value.code


def test_unit_names_are_known_in_the_singular_and_the_plural() -> None:
    assert ["truck", "truck", "person", None, None, None] == [
        known(each) for each in ("truck", "trucks", "people", "lss", "", None)
    ]


# --- laws


values = st.one_of(
    st.none(), texts(), st.floats(), st.integers(), st.sampled_from(["SD", "KP", "2023-05", "40 truck", "vehicles/tank"]),
    st.tuples(texts(), st.sampled_from(["FR", "GB"])),
    st.builds(
        AmountMention, start=st.integers(0, 90), end=st.integers(91, 116), quote=st.just("q"), number=st.just((0, 1)),
        low=st.none() | st.floats(), best=st.none() | st.floats(), high=st.none() | st.floats(),
        unit=st.none() | texts() | st.sampled_from(["person", "ton", "day", "truck"]), approximate=st.booleans(),
        comparator=st.sampled_from(["", "~", ">", ">=", "<", "<="]), hedge=st.none() | texts(), item=st.none() | texts(),
        per=st.none() | st.sampled_from(["day", "x"]), role=st.sampled_from(["count", "money", "multiple"]),
    ),
    st.builds(DateMention, start=st.just(0), end=st.just(9), quote=texts(), when=st.none() | st.just(When.parse("2023-05")), anchored=st.booleans()),
    st.builds(ItemMention, start=st.just(0), end=st.just(9), quote=texts(), path=st.none() | st.just("vehicles/tank")),
)  # fmt: skip
names = st.sampled_from(
    [
        "sender",
        "recipient",
        "item",
        "amount",
        "when",
        "place",
        "actor",
        "parties",
        "calibre",
        "window",
        "measure",
        "title",
        "obligations",
        "ratified",
        "odd",
    ]
)
places = st.none() | st.integers(0, 116)
events = st.builds(
    Event, kind=st.sampled_from(["shipment", "loss", "treaty", "limit", "meeting", "weapons_test", "troop_deployment", "seizure", "statement"]),
    start=st.integers(0, 116), end=st.integers(0, 116), trigger=st.just((3, 9)), sentence=st.just(0), rule=st.just("r"),
    slots=st.dictionaries(names, st.builds(Slot, value=values, start=places, end=places, rule=st.just("r"), confidence=st.floats(-1, 2)), max_size=6),
    links=st.lists(st.tuples(st.sampled_from(["part_of", "share_of"]), st.integers(0, 5), st.none() | st.just("~30 percent")), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(events, max_size=4))
def test_whatever_the_slots_hold_the_drafts_quote_the_text_and_can_be_saved(found: list[Event]) -> None:
    from osintkp.coding.making import made_claim
    from osintkp.coding.saving import claim_data

    source = Source(id="wire").attached(TEXT)
    claims = drafted(*found, published=None)

    for claim in claims:
        assert claim.spans
        for span in claim.spans:
            assert TEXT[span.start : span.end] == span.quote
        again, _ = made_claim(source, claim_data(claim))
        assert claim == again
    assert not [
        each
        for each in Corpus(claims=Claims(claims, [source])).check(select="quote-missing")
        if each.severity != "info"
    ]

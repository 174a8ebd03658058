"""What a stranger met: texts of kinds and conflicts that nobody had in mind, each beside the one that only looks like it."""

from __future__ import annotations

import pytest

import osintkp
from osintkp.reading.clauses.asking import is_asked
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.mentions import ActorMention, Mentions
from osintkp.reading.pages.structure import structure
from osintkp.reading.tokens import Tokens
from osintkp.reading.view import seen


def actors(text: str) -> list[tuple[str, str | None]]:
    return [(each.quote, each.actor) for each in osintkp.find(text).actors]


def goods(text: str) -> list[tuple[str, str | None]]:
    return [(each.quote, each.path) for each in osintkp.find(text).items]


def sides(text: str) -> list[tuple[object, object]]:
    claims = osintkp.read(text, "2024-05-06").claims
    return [(claim.record.of("sender"), claim.record.of("recipient")) for claim in claims]


# --- names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HMS Lancaster stopped a dhow.", [("HMS Lancaster", "GB")]),
        ("USS Cole stopped a dhow.", [("USS Cole", "us-navy")]),
        ("HMAS Ballarat II stopped a dhow.", [("HMAS Ballarat II", "AU")]),
        ("Israel sent INS Oz, a corvette.", [("Israel", "IL"), ("INS Oz", "il-israeli-navy")]),
        ("the hms of it", []),
        ("THE HMS is old.", []),
    ],
)
def test_a_ship_of_a_navy_is_its_navy(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost US$60 million.", []),
        ("It cost the US $60 million.", [("US", "US")]),
        ("RT @saheldesk: convoy", []),
        ("RT said so.", [("RT", "rt")]),
        ("The oil firm NIS paid.", []),
        ("The NIS of South Korea spoke.", [("NIS", "kr-national-intelligence-service"), ("South Korea", "KR")]),
        ("The Chinese firm CNPC paid.", [("Chinese", "CN"), ("CNPC", "cnpc")]),
    ],
)  # fmt: skip
def test_letters_that_name_nobody_here(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == [each for each in actors(text) if each[1] != "RS"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU waits. The Commission agreed.", "european-commission"),
        ("Uganda told the U.N. Security Council. Later the Council met.", "un-security-council"),
        ("Mali has a Commission. The Commission agreed.", None),
        ("The EU waits. The Commission Regulation stands.", None),
        ("The EU waits. A commission agreed.", None),
    ],
)
def test_a_short_name_is_of_the_body_that_the_text_speaks_of(text: str, expected: str | None) -> None:
    assert expected == next((actor for quote, actor in actors(text) if quote.endswith(("The Commission", "the Council"))), None)  # fmt: skip


def test_two_councils_leave_the_council_open() -> None:
    text = "The European Council met. The U.N. Security Council met. Then the Council met."

    assert "the Council" not in [quote for quote, _ in actors(text)]


def test_a_police_force_is_named_whole() -> None:
    assert ["Togo Police Force"] == [
        quote for quote, _ in actors("Togo Police Force takes delivery of 60 trucks.")
    ]
    assert [(None, "TG")] == sides("Togo Police Force takes delivery of 60 trucks.")


def test_an_army_is_no_agency() -> None:
    assert ["Sudan's army"] == [quote for quote, _ in actors("Sudan's army paid, people told the agency.")]
    assert ("the agency", "reuters") in actors("Reuters saw it, people told the agency.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joly Remy, 31, drove.", [("Joly Remy", "joly-remy")]),
        ("Joly Remy, 31 rifles", []),
        ("Joly Remy, 311, drove.", []),
        ("Joly, 31, drove.", []),
        ("Al-Remy, 31, drove.", []),
    ],
)
def test_who_has_an_age_is_a_person(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == actors(text)


def test_a_question_begins_no_name() -> None:
    assert "Will the Council" not in [quote for quote, _ in actors("Will the Council meet?")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Manila is in the Philippines. The Department of National Defense bought it.", "ph-department-of-national-defense"),
        ("Ottawa is in Canada. The Department of National Defence bought it.", "ca-department-of-national-defence"),
    ],
)  # fmt: skip
def test_a_department_is_of_the_state_that_spells_it_so(text: str, expected: str) -> None:
    assert expected in [actor for _, actor in actors(text)]


# --- goods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("guns of 155 mm calibre", [("guns of 155 mm calibre", "weapons/artillery/gun")]),
        ("20 mm guns", [("20 mm guns", "weapons/artillery/gun")]),
        ("19 mm guns", [("19 mm guns", "weapons/small-arms")]),
        ("152 mm howitzers", [("152 mm howitzers", "weapons/artillery/howitzer")]),
        ("the oil firm", []),
        ("gun runners", []),
        ("a drone maker", []),
        ("oil and a firm", [("oil", "fuel")]),
    ],
)
def test_goods_by_what_stands_beside_them(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == goods(text)


def test_what_is_measured_is_the_goods_where_no_noun_stands_free() -> None:
    (claim,) = osintkp.read("Guyana exported 150 barrels of crude this year.").claims

    assert "fuel/crude" == claim.item
    assert claim.draft is not None
    assert "item" not in claim.draft.unfilled


# --- who a text is about


def mention(actor: str | None, state: str | None, by: str = "name", at: int = 0) -> ActorMention:
    return ActorMention(start=at, end=at + 1, quote="x", actor=actor, by=by, state=state)


def test_prominence_counts_bodies_and_people_as_their_state() -> None:
    rows = [mention("td-army", "TD", at=0), mention("some-man", "TD", at=2), mention("ML", "ML", at=4), mention(None, None, "anonymous", 6)]  # fmt: skip
    found = Prominence(Ground(Tokens("a b c d"), Mentions(actors=rows)))

    assert (2 / 3, 1 / 3, 0.0) == (found.of("TD"), found.of("ML"), found.of("SD"))


def test_prominence_of_nobody_is_none() -> None:
    assert 0.0 == Prominence(Ground(Tokens(""), Mentions())).of("TD")


def test_who_is_named_once_in_passing_is_not_filled_in() -> None:
    about = "Chad and Mali spoke. Chad and Mali met. Chad and Mali agreed. Chad and Mali left. "
    once = "Togo sold Niger 40 trucks.\n\n"
    told = "The convoys delivered 300 rifles.\n\nIn all 20 rifles were delivered."

    assert ("TG", "NE") in sides(once + told)
    assert {("TG", "NE"), (None, None)} >= set(sides(once + about + told))
    assert [("TG", "NE")] == sides(once + about + told)[:1]


# --- questions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Has Chad sent 400 soldiers to Mali?", 0),
        ("Q: Did Chad send 400 soldiers to Mali?", 0),
        ("\u201cWill Chad send 400 soldiers to Mali?\u201d", 0),
        ("Why did Chad send 400 soldiers to Mali?", 1),
        ("Has Chad peace? Chad sent 400 soldiers to Mali.", 1),
        ("Will Chad send soldiers? It is unclear. Chad sent 400 soldiers to Mali.", 1),
    ],
)
def test_what_is_only_asked_is_no_claim(text: str, expected: int) -> None:
    assert expected == len(osintkp.read(text).claims)


def test_a_question_is_one_by_its_end_and_its_beginning() -> None:
    assert is_asked(["is", "it", "?", '"'], 0, 3)
    assert not is_asked(["is", "it", "."], 0, 2)
    assert not is_asked(["it", "is", "?"], 0, 2)
    assert not is_asked(["?"], 0, 0)


# --- clauses


@pytest.mark.parametrize("adverb", ["had earlier", "has since", "had by then", "earlier"])
def test_an_adverb_of_time_does_not_hide_the_subject(adverb: str) -> None:
    assert [("IN", "AM")] == sides(f"Armenia {adverb} bought 12 radars from India.")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("is to send", "predicted"),
        ("was to have sent", "predicted"),
        ("is due to send", "predicted"),
        ("was the first to send", "stated"),
        ("sent", "stated"),
    ],
)
def test_what_is_to_be_is_predicted(verb: str, expected: str) -> None:
    (claim,) = osintkp.read(f"India {verb} two patrol boats to Guyana.").claims

    assert expected == str(claim.modality)
    assert ("IN", "GY") == (claim.record.of("sender"), claim.record.of("recipient"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali took 40 casualties.", ["loss"]),
        ("Mali took 40 tanks to Gao.", []),
        ("The army quit Agadez, taking 1,100 troops home.", []),
    ],
)
def test_what_is_taken_is_lost_only_where_the_word_says_so(text: str, expected: list[str]) -> None:
    assert expected == [
        claim.record.kind for claim in osintkp.read(text).claims if claim.record.kind == "loss"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey stopped buying tanks from Mali.", "shipment"),
        ("Turkey halted buying tanks from Mali.", "shipment"),
        ("Turkey stopped 40 tanks from Mali.", "seizure"),
    ],
)
def test_who_stops_buying_seizes_nothing(text: str, expected: str) -> None:
    assert [expected] == [claim.record.kind for claim in osintkp.read(text).claims]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Energy Minister Amadou Ba spoke.", "amadou-ba"),
        ("\u201cWe lost,\u201d said Brigadier Nabil Omar.", "unknown"),
        ("\u201cWe lost,\u201d said Energy Minister Amadou Ba.", "amadou-ba"),
    ],
)
def test_the_minister_is_who_holds_that_office(first: str, expected: str) -> None:
    claims = osintkp.read(f"{first} The minister said that Chad had sent 40 trucks to Mali.").claims

    assert [expected] == [claim.speaker or "unknown" for claim in claims]


# --- figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under a $400 million contract", ("", 4e8)),
        ("under $400 million", ("<", None)),
        ("over a million barrels", (">", None)),
        ("60 trucks + 12 buses", ("", 60.0)),
        ("60 trucks+", (">=", None)),
        ("64.38 billion yen", ("", 64_380_000_000.0)),
        ("562.57 trillion won", ("", 562_570_000_000_000.0)),
    ],
)
def test_the_bound_and_the_number_are_those_printed(text: str, expected: tuple[str, float | None]) -> None:
    found = osintkp.find(text).amounts[0]

    assert expected == (found.comparator, found.best)


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("Six Chinese Y-20 planes landed.", "Six Chinese Y-20 planes", "aircraft"),
        ("Six Chinese XJ9 tanks came.", "Six Chinese XJ9 tanks", "tank"),
        ("Six Chinese Tuesday left.", "Six Chinese", "person"),
        ("Six Chinese and two Thais left.", "Six Chinese", "person"),
    ],
)
def test_a_people_before_a_designation_is_an_adjective(text: str, quote: str, unit: str) -> None:
    found = osintkp.find(text).amounts[0]

    assert (quote, unit) == (found.quote, found.unit)


# --- pages


def test_tags_and_entities_are_seen_as_what_they_mean_in_as_many_letters() -> None:
    text = "<p>Mali</p><b class='x'>got</b>&nbsp;12&amp;3 &bogus; a<b 1<2 & <3"
    view = seen(text)

    assert len(text) == len(view)
    assert view.startswith("\n\n mali\n\n")
    assert ["\n", "mali", "\n", "got", "12", "&", "3", "&", "bogus", ";"] == Tokens(text).words[:10]
    assert "1<2 & <3" == view[-8:]
    assert [("ML", "TD")] == sides("<p>Mali <i>sent</i> 12 trucks to Chad.</p>")


def test_the_foot_of_one_item_does_not_hide_the_next() -> None:
    prose = " ".join(["Chad sent trucks to Mali by the old road in the dry months and paid for all of them at once"] * 2) + "."  # fmt: skip
    item = "\n\n".join([prose] * 4)
    page = structure(Tokens(f"{item}\n\n{item}\n\nCopyright 2024 Wire\n\n{item}"))
    last = structure(Tokens(f"{item}\n\n{item}\n\nCopyright 2024 Wire\n\n{prose}"))
    notes = structure(Tokens(f"{item}\n\n{item}\n\nNotes\n\n{item}"))

    assert ["lede", *["body"] * 7, "boilerplate", *["body"] * 4] == [each.part for each in page.blocks]
    assert ["boilerplate"] * 2 == [each.part for each in last.blocks][-2:]
    assert ["boilerplate"] * 5 == [each.part for each in notes.blocks][-5:]

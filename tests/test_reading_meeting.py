import pytest

from told import lines

TOLD = [
    ("Macron met Zelensky three times in 2021.", ["meeting FR+UA 3 three times when=2021"]),
    (
        "NATO defence ministers met in Brussels on 3 May 2021.",
        ["meeting nato place=Brussels when=2021-05-03"],
    ),
    ("Visits by Macron to Kyiv are rare.", ["meeting FR+UA Visits"]),
    ("The Iranian foreign minister visited Damascus on 3 May 2021.", ["meeting IR+SY when=2021-05-03"]),
    ("Turkey was visited by the emir of Qatar in 2021.", ["meeting QA+TR when=2021"]),
    (
        "Chad's president visited his patrons in the Egyptian capital.",
        ["meeting TD+EG place=the Egyptian capital"],
    ),
    ("Macron spoke by phone with Zelensky on 3 May 2021.", ["meeting FR+UA when=2021-05-03"]),
    (
        "Talks between Mali and Chad took place in Doha in May 2021.",
        ["meeting ML+TD Talks place=Doha when=2021-05"],
    ),
    (
        "A Libyan delegation travelled to Ankara for talks with Turkish officials.",
        ["meeting TR+LY talks place=Ankara"],
    ),
    ("After his meeting with Lukashenko, Putin flew home.", ["meeting RU+BY his meeting"]),
    ("The Libyan premier, on a visit to Ankara, praised his hosts.", ["meeting LY+TR a visit"]),
    ("Mali and Chad have held four meetings since 2022.", ["meeting ML+TD 4 meetings when=2022/.."]),
    ("There were two meetings between Mali and Chad in 2021.", ["meeting ML+TD 2 meetings when=2021"]),
    ("Erdogan hosted a summit with Putin and Raisi.", ["meeting TR+RU+IR"]),
    (
        "A delegation led by the defence minister of Niger visited Moscow in December 2021.",
        ["meeting NE+RU when=2021-12"],
    ),
    ("Delegations of Mali and Chad resumed negotiations in Juba.", ["meeting ML+TD negotiations place=Juba"]),
    ("Hamas denied that it had met Israeli negotiators in Doha.", ["meeting IL+hamas place=Doha"]),
    ("Mali and Chad held no talks.", ["meeting ML+TD no talks not"]),
    ("Kenya and Uganda jointly hosted a dairy technology expo in Kampala.", ["meeting KE+UG place=Kampala"]),
]
NONE = [
    "NATO met.",
    "Turkey was visited.",
    "Talks between Mali and Chad have stalled.",
    "The drone meets the requirements of Turkey.",
    "They met at the airport.",
    "Mali spoke of Chad.",
    "A summit was held.",
    "Chad visited Chad.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_meeting_is_told_with_who_met(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_sound_like_a_meeting_tell_none(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("meeting ")]

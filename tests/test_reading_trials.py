import pytest

from told import lines

TOLD = [
    ("Pakistan carried out a nuclear test in 1998.", ["weapons_test PK>? weapons/nuclear when=1998"]),
    ("India's nuclear tests in Pokhran were condemned by Pakistan.", ["weapons_test IN>? weapons/nuclear"]),
    ("France held six nuclear tests in Algeria.", ["weapons_test FR>? 6 weapons/nuclear place=Algeria"]),
    (
        "India successfully launched a spy satellite in March 2021.",
        ["weapons_test IN>? technology/satellite when=2021-03 outcome=successfully"],
    ),
    (
        "Iran's launch of a satellite failed in June 2021.",
        ["weapons_test IR>? technology/satellite when=2021-06 outcome=failed"],
    ),
    ("Iran put a satellite into orbit in 2020.", ["weapons_test IR>? technology/satellite when=2020"]),
    ("A satellite was put into orbit by Iran.", ["weapons_test IR>? technology/satellite"]),
    ("A missile launched by Iran exploded.", ["weapons_test IR>? missiles outcome=exploded"]),
    ("China has not conducted a nuclear test.", ["weapons_test CN>? weapons/nuclear not"]),
    (
        "Israel conducted a test of the Arrow missile defence system.",
        ["weapons_test IL>? air-defence/system"],
    ),
]
NONE = [
    "Turkey launched a drone programme.",
    "Nuclear tests frighten people.",
    "Iran put its trust in orbit.",
    "The patience of Kenya was tested.",
    "The test failed.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_test_is_told_with_what_was_tried_and_how_it_ended(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_sound_like_a_test_tell_none(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("weapons_test ")]

import pytest

from told import lines

TOLD = [
    ("Sudan's army and the RSF agreed to stop fighting.", ["treaty SD+rsf"]),
    ("Saudi Arabia and Iran agreed to restore ties.", ["treaty SA+IR"]),
    ("The RSF agreed to stop attacking Chad.", ["treaty rsf+TD"]),
    ("Mali agreed to end hostilities with Niger.", ["treaty ML+NE"]),
    ("Russia and Iran agreed to build a factory in 2022.", ["treaty RU+IR"]),
    ("Mali and Niger agreed on a joint command.", ["treaty ML+NE"]),
]
NONE = [
    "Mali agreed to build a factory.",
    "The sides agreed to stop smoking.",
    "Mali and Chad did not agree to stop fighting.",
    "Mali agreed that it rained.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_actors_agree_to_do_together_is_an_agreement(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_what_one_agrees_to_alone_is_none(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("treaty ")]

import pytest

from told import lines

TOLD = [
    (
        "Mali and Chad signed a pact in 2021. The pact obligates both countries to help each other.",
        ["treaty ML+TD a pact signed=2021", "treaty ML+TD The pact"],
    ),
    (
        "Mali met Chad. The two sides signed a truce in Juba.",
        ["meeting ML+TD", "treaty ML+TD a truce place=Juba"],
    ),
    (
        "Mali and Chad signed a pact. Chad's president hailed the pact.",
        ["treaty ML+TD a pact", "treaty ML+TD the pact"],
    ),
    (
        "Iran and Mali signed a pact. The treaty between Egypt and Chad was renewed.",
        ["treaty IR+ML a pact", "treaty EG+TD The treaty"],
    ),
]
NONE = [
    "The treaty obligates both countries to help each other.",
    "He struck a deal with Haiti.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_agreement_told_again_has_the_parties_of_the_one_before(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_without_one_before_nothing_is_told(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("treaty ")]

import pytest

from told import lines

TOLD = [
    (
        "Greece detained the tanker Pegas in April 2022 with 115,000 tonnes of Iranian oil aboard.",
        ["seizure IR>? GR>? 115000 fuel when=2022-04"],
    ),
    ("A ship with 40 tonnes of coal was detained by South Korea.", ["seizure KR>? 40 minerals/coal"]),
    (
        "More than 500 mortar rounds were found aboard a vessel bound for Somalia.",
        ["seizure ?>SO >500 munitions/mortar"],
    ),
    ("Kenyan inspectors found 30 missiles in a lorry.", ["seizure KE>? 30 missiles"]),
    (
        "Police in Lagos recovered 300 rifles and 12,000 rounds.",
        ["seizure NG>? 300 weapons/small-arms/rifle place=Lagos", "seizure NG>? 12000 munitions place=Lagos"],
    ),
    (
        "Egyptian border guards foiled an attempt to smuggle 200 rifles from Libya to Gaza.",
        ["seizure LY>PS EG>? 200 weapons/small-arms/rifle destination=Gaza"],
    ),
    (
        "Iranian weapons seized by the British navy included 30 missiles.",
        ["seizure IR>? GB>? weapons", "seizure IR>? GB>? 30 missiles"],
    ),
    (
        "Kenya seized a vessel carrying arms to Yemen. The haul included 70 rifles.",
        ["seizure ?>YE KE>? weapons", "seizure ?>YE KE>? 70 weapons/small-arms/rifle"],
    ),
    (
        "Italian customs seized a shipment of Chinese drones destined for Libya.",
        ["seizure ?>LY IT>? aircraft/uncrewed"],
    ),
    (
        "US forces boarded a stateless vessel and seized 1.1 million rounds.",
        ["seizure US>? 1.1e+06 munitions"],
    ),
    (
        "French forces intercepted a dhow carrying 3,000 rifles and 20 missiles from Iran to Yemen.",
        ["seizure IR>YE FR>? 3000 weapons/small-arms/rifle", "seizure IR>YE FR>? 20 missiles"],
    ),
    ("Agents found 40 rifles hidden in a truck.", ["seizure 40 weapons/small-arms/rifle"]),
    ("The haul included 70 rifles.", ["seizure 70 weapons/small-arms/rifle"]),
]
NONE = [
    "Turkey seized the opportunity.",
    "Kenya found 40 rifles.",
    "Kenya foiled an attempt to escape.",
    "The list included 40 rifles.",
    "Officers did not find 40 rifles aboard the ship.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_seizure_is_told_without_a_verb_of_seizing(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_sound_like_a_seizure_tell_none(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("seizure ")]

import pytest

from told import lines

TOLD = [
    ("France signed a letter of intent with Ukraine.", ["treaty UA+FR a letter of intent"]),
    ("Turkey has a military treaty with Qatar.", ["treaty QA+TR a military treaty"]),
    ("Mali's parliament ratified the pact with Chad.", ["treaty TD+ML the pact"]),
    (
        "Chad's military cooperation agreement with France was suspended in November 2023.",
        ["treaty TD+FR Chad's military cooperation agreement"],
    ),
    ("Chad's and Niger's accord was signed in May 2021.", ["treaty NE+TD Niger's accord signed=2021-05"]),
    (
        "A truce brokered by Qatar between Israel and Hamas took effect on 3 May 2021.",
        ["treaty IL+hamas A truce in_force=2021-05-03"],
    ),
    (
        "The mutual defence treaty between Turkey and Somalia entered into force in July 2022.",
        ["treaty TR+SO The mutual defence treaty in_force=2022-07"],
    ),
    (
        "Mali ended its defence accords with France in May 2022.",
        ["treaty FR+ML its defence accords ended=2022-05"],
    ),
    (
        "The pact, signed by Libya and Turkey in November 2019, drew protests.",
        ["treaty LY+TR The pact signed=2019-11"],
    ),
    (
        "President Erdogan and President Aliyev signed the Shusha Declaration in June 2021.",
        ["treaty TR+AZ the Shusha Declaration signed=2021-06 title=Shusha Declaration"],
    ),
    ("The secret deal between Iran and Eritrea allowed naval access.", ["treaty IR+ER The secret deal"]),
    (
        'China\'s "No Limit partnership" with Russia and the treaty with Belarus are examples.',
        ["treaty CN+RU No Limit partnership", "treaty BY+CN the treaty"],
    ),
    (
        "A 1994 truce left Moldovan and Russian forces facing each other.",
        ["treaty MD+RU A 1994 truce signed=1994"],
    ),
    ("They signed an accord under which both Mali and Niger will act.", ["treaty ML+NE an accord"]),
    ("This cooperation between Mali and Niger is cemented by a treaty.", ["treaty ML+NE a treaty"]),
    ("A deal between Iran and world powers limits enrichment.", ["treaty IR A deal"]),
    ("A ceasefire between the army and the RSF collapsed.", ["treaty rsf A ceasefire"]),
    (
        "The signing of a treaty between Mali and Chad in 2021 drew notice.",
        ["treaty ML+TD a treaty signed=2021"],
    ),
    ("Analysts noted the absence of a treaty between Mali and Chad.", ["treaty ML+TD a treaty not"]),
    ("The Russia-Mali treaty was renewed.", ["treaty RU+ML The Russia-Mali treaty"]),
    ("Egypt denied that it had signed a pact with Chad.", ["treaty TD+EG a pact"]),
]
NONE = [
    "Algeria has treaty obligations.",
    "Poland signed a contract for 366 tanks.",
    "The deepening partnership between Mali and Chad impressed nobody.",
    "There is no treaty between Mali and Chad.",
    "A deal with Mali was near.",
    "The agreement was signed.",
    "An arms deal between Iran and Eritrea was rumoured.",
    "The United States and Chad signed an agreement to sell 40 trucks.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_agreement_is_told_with_its_parties(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_sound_like_an_agreement_tell_none(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("treaty ")]

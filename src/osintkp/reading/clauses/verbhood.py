"""Whether a word is a verb where it stands: "arms supplies" and "Iran supplies arms", "donated trucks" and "donated 5"."""

from __future__ import annotations

from osintkp.reading.clauses.cursor import Cursor, full
from osintkp.reading.clauses.grammar import Word
from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, DATE, RELATIVE, Noun, Verb

PLURAL_SUBJECTS = frozenset(("they", "we", "i", "you", "who", "others"))
NO_OBJECT = frozenset((".", ";", ",", "", "and", "from", "to", "by"))
CLAUSE = frozenset(("adverb", "subordinator", "preposition", "relative", "be"))
OWN_FORMS = frozenset(("be", "have", "do"))
NOUN_BEFORE = frozenset(("of", "on", "against"))
NAMED_BY = frozenset(("of", "in", "is", "was", "will"))
FAR = 3
SHORT = 2


def is_verb(at: Cursor, number: int, forms: str, word: Word) -> bool:
    """
    Tell whether a form is a verb here, and no noun or adjective.

    Args:
        at: Where the pass stands.
        number: The number of the word.
        forms: The kinds that its form can be.
        word: What it can be.
    """
    if at.to >= 0 and not at.aux:
        return "b" in forms
    if at.aux:
        return _after_auxiliary(at, number, forms, word)
    named = at.noun is not None and not (full(at.noun) or at.noun.pronoun)
    if named and "b" in forms and "d" in forms and at.after(number) in NAMED_BY:
        return False  # "a voluntary cut of 40 tonnes"
    if "d" in forms or "n" in forms:
        return _past(at, number)
    if forms.strip("g") == "":
        return _gerund(at, number, word)
    return _present(at, number, forms, word)


def acts(at: Cursor, number: int, word: Word) -> bool:
    """Tell whether a particle that can be a verb is one: "will back the army", "to down 40 drones"."""
    return (
        word.closed in ("adverb", "preposition")
        and any("b" in kinds for _, kinds in word.verbs)
        and (at.begins_object(number + 1) or number + 1 in at.ground.actors)
    )


def is_infinitive(at: Cursor, number: int) -> bool:
    """Tell whether a verb follows "to", adverbs apart."""
    ground = at.ground
    for each in range(number + 1, min(at.last, number + FAR) + 1):
        if each in ground.actors or each in ground.places or each in ground.amounts:
            return False
        text = at.words[each]
        word = at.meanings[each]
        if word is None:
            if text.endswith("ly"):
                continue
            return False
        if word.closed in OWN_FORMS:
            return text in OWN_FORMS
        if acts(at, each, word) or at.phrased(each, word):
            return True
        if word.closed in ("adverb", "negative"):
            continue
        after = at.after(each)
        if after in ("of", "'s") or not any("b" in kinds for _, kinds in word.verbs):
            return False
        led = at.row[-1] if at.noun is None and at.row else None
        if isinstance(led, Verb) and led.word in at.ground.grammar.catenative and led.last == number - 1:
            return True  # "is expected to flow from Chad"
        return not (word.noun or word.standing) or after not in NO_OBJECT
    return False


def _after_auxiliary(at: Cursor, number: int, forms: str, word: Word) -> bool:
    if at.noun is not None:
        return False
    closed = at.aux[-1].closed
    if closed in ("modal", "do"):
        return "b" in forms
    if closed == "have":
        return "n" in forms
    if "n" in forms:
        return True
    return "g" in forms and not (word.noun is not None and at.after(number) in ("of", ",", "."))


def _past(at: Cursor, number: int) -> bool:
    """Tell whether a past form is a verb: not in "the donated trucks", "of seized arms"."""
    noun = at.noun
    after = at.after(number)
    ends = not after.isalnum() or at.closed_at(number + 1) is not None
    if ends or at.begins_object(number + 1) or number + 1 in at.ground.dates:
        # "the wounded", "the accused": a participle that is the noun itself
        alone = noun is not None and noun.definite and noun.last == noun.first and not noun.actors
        return not (alone and ends)
    if noun is None:
        before = at.row[-1] if at.row else None
        if isinstance(before, Noun):
            return before.pronoun != ""
        if before is not None and before.kind == DATE and not _had_verb(at):
            led = at.row[-2] if len(at.row) > 1 else None  # "the army on Monday conducted drills"
            return isinstance(led, Noun) and (led.named_last or "agent" in led.standing)
        if before is None or not _had_verb(at):
            return False
        aside = before.kind == COMMA and any(each.kind == RELATIVE for each in at.row)
        return aside or before.kind in (CONJUNCTION, RELATIVE)
    if noun.named_last:
        return noun.actors[-1].mention.by != "adjective" or "agent" in noun.standing
    if number + 1 in at.ground.items and _proper(at, noun):
        return True
    return bool(noun.pronoun or noun.standing or (noun.items and not noun.none))


def _proper(at: Cursor, noun: Noun) -> bool:
    """Tell whether the last word of a phrase is a name by its capital, and not only the first of a sentence."""
    tokens = at.ground.tokens
    return noun.last > at.first and tokens.text[tokens.starts[noun.last]].isupper()


def _had_verb(at: Cursor) -> bool:
    return any(isinstance(each, Verb) for each in at.row)


def _gerund(at: Cursor, number: int, word: Word) -> bool:
    """Tell whether a form in -ing is a verb: not in "the meeting", "shipping containers", "of training"."""
    noun = at.noun
    if at.after(number) == "of":
        return False
    begins = at.begins_object(number + 1)
    before = at.row[-1] if noun is None and at.row else None
    if isinstance(before, Verb) and before.last == number - 1 and before.word in at.ground.grammar.catenative:
        return True  # "stopped buying tanks"
    if word.noun is not None and not begins:
        return False
    if noun is not None:
        if not full(noun) and not noun.passing and not at.ends_in_place(noun):
            return False
        if noun.actors and noun.actors[-1].owns and noun.actors[-1].last == noun.last - 1:
            return False
    if begins or at.closed_at(number + 1) is not None or number + 1 in at.ground.items:
        return True
    return noun is None or full(noun)


def _present(at: Cursor, number: int, forms: str, word: Word) -> bool:
    """Tell whether a base form or third person is a verb: not in "arms supplies", "the attack"."""
    noun = at.noun
    if (word.noun is not None or word.standing) and at.after(number) in NOUN_BEFORE:
        return False
    if word.noun is not None and noun is not None and len(at.row) > 1 and at.row[-2].word == "under":
        return False  # "placed under UN sanctions"
    if "s" in forms and noun is not None and _quotes(at, number):
        return True
    room = noun is None or full(noun) or noun.last > noun.first or _short_name(at, noun.last, number)
    if room and word.present:
        return True
    if noun is None:
        return _present_alone(at, number, forms, word)
    if word.noun is not None and "s" not in forms and not _doers(at, number, noun):
        return False
    if noun.actors and noun.actors[-1].owns and noun.actors[-1].last == noun.last:
        return False
    if "s" in forms and not noun.none and _rules(at, number, noun):
        return True
    if noun.none or not _clause_follows(at, number):
        return False
    plural = _is_plural(noun, at.words)
    if word.noun is not None and "s" not in forms:
        return plural
    if "s" in forms:
        if plural and not noun.named_last:
            return False
        if word.noun is None and number + 1 in at.ground.amounts and not noun.amounts:
            return True  # "the conference generates $3 million"
        if noun.named_last and noun.actors[-1].mention.by == "adjective":
            return "agent" in noun.standing  # "Pakistani imports in May"
        return (
            noun.named_last
            or _proper(at, noun)
            or not noun.standing.isdisjoint(("agent", "carrier", "instrument"))
        )
    return plural and (bool(noun.standing) or noun.named_last)


def _short_name(at: Cursor, last: int, number: int) -> bool:
    """Tell whether a word is a short name in capitals before a word that is not: "EDCA authorizes"."""
    tokens = at.ground.tokens
    name = tokens.text[tokens.starts[last] : tokens.ends[last]]
    return len(name) > SHORT and name.isupper() and tokens.text[tokens.starts[number]].islower()


def _quotes(at: Cursor, number: int) -> bool:
    """Tell whether a quotation follows after a comma or colon: 'the statement reads, "..."'."""
    return number + 2 <= at.last and at.words[number + 1] in (",", ":") and at.words[number + 2] == '"'


def _doers(at: Cursor, number: int, noun: Noun) -> bool:
    """Tell whether several who can act stand before a base form that could be a noun: "refiners import crude"."""
    return (
        not at.ground.tokens.joined(number)
        and ("agent" in noun.standing or "instrument" in noun.standing or noun.noun == "sanctions")
        and noun.first < noun.last
        and _is_plural(noun, at.words)
        and at.after(number).isalpha()
    )


def _rules(at: Cursor, number: int, noun: Noun) -> bool:
    """Tell whether a law or a resolution is the subject of a present form: "resolution 2216 bans", "the act caps exports"."""
    if "instrument" not in noun.standing and not (
        "instrument" in noun.passing and at.words[noun.last].isdigit()
    ):
        return False
    after = at.meanings[number + 1] if number < at.last else None
    return _clause_follows(at, number) or (
        after is not None and (after.noun is not None or "goods" in after.standing)
    )


def _present_alone(at: Cursor, number: int, forms: str, word: Word) -> bool:
    """Tell whether a present form is a verb where no phrase is open before it."""
    if not at.row:
        return False
    before = at.row[-1]
    if before.kind == RELATIVE:
        return True
    if before.kind == CONJUNCTION:
        return not (word.noun or word.standing) and _had_verb(at)
    if before.kind in (COMMA, DATE):
        return "s" in forms and _had_verb(at) and _clause_follows(at, number)
    if isinstance(before, Noun) and before.pronoun:
        return ("s" in forms) != (before.pronoun in PLURAL_SUBJECTS)
    return False


def _is_plural(noun: Noun, words: list[str]) -> bool:
    word = words[noun.last]
    return len(noun.actors) > 1 or (word.endswith("s") and not word.endswith("ss") and word != "'s")


def _clause_follows(at: Cursor, number: int) -> bool:
    if at.begins_object(number + 1) or number + 1 in at.ground.items:
        return True
    return at.closed_at(number + 1) in CLAUSE

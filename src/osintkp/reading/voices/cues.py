"""Words that tell who says so, how surely, or that it is not so: found in one pass, noun uses left out."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.lexicon import Hit
from osintkp.reading.mentions import CueMention
from osintkp.reading.tokens import Tokens
from osintkp.reading.voices.cue_words import Grammar, Row, grammar

FURTHEST = 12


class Sighting(NamedTuple):
    """
    A cue in its place among the words.

    Attributes:
        first: The number of its first word.
        last: The number of its last word.
        row: What the form is entered with.
    """

    first: int
    last: int
    row: Row


def sightings(tokens: Tokens) -> list[Sighting]:
    """
    Return the cues of a text in order, without those that are nouns, names of months, or parts of others.

    Example:
        >>> [each.row.verb for each in sightings(Tokens("Sudan denies the reports that May 5 saw a raid"))]
        ['deny', 'report']
    """
    lists = grammar()
    found: list[Sighting] = []
    free = 0
    for hit in lists.lexicon.hits(tokens):
        if hit.first < free:
            continue
        row = _fitting(tokens, hit, lists)
        if row is not None:
            found.append(Sighting(hit.first, hit.last, row))
            free = hit.last + 1
    return found


def sighting_at(tokens: Tokens, first: int, last: int) -> Sighting | None:
    """Return the cue that reaches from one word to another; None where these words are none."""
    lists = grammar()
    for hit in lists.lexicon.hits(tokens, first, first):
        if hit.last == last:
            row = _fitting(tokens, hit, lists)
            if row is not None:
                return Sighting(first, last, row)
    return None


def cues(tokens: Tokens) -> list[CueMention]:
    """
    Return the words of a text that tell who says so, how surely, or that it is not so.

    Verbs of saying, denying, estimating, promising in every form, "according to", "reportedly", modals, negations. A word
    that is a noun here ("the United States", "no claims") is left out unless it passes on what somebody says ("reports that").

    Example:
        >>> [
        ...     (cue.quote, cue.kind)
        ...     for cue in cues(Tokens("Officials in the United States said it had not shipped arms."))
        ... ]
        [('said', 'says'), ('not', 'negates')]
    """
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    found = []
    for first, last, row in sightings(tokens):
        start, end = starts[first], ends[last]
        found.append(
            CueMention(
                start=start,
                end=end,
                quote=text[start:end],
                kind=row.kind,
                verb=row.verb,
                modality=row.modality,
            )
        )
    return found


def _fitting(tokens: Tokens, hit: Hit, lists: Grammar) -> Row | None:
    """Return what a form means where it stands; None where it is no cue there."""
    row = hit.meaning
    assert isinstance(row, Row)
    words, number, small = tokens.words, hit.first, lists.small
    before = words[number - 1] if number else "\n"
    after = words[hit.last + 1] if hit.last + 1 < len(words) else "\n"
    if row.form == "phrase":
        return row if _phrase_fits(tokens, hit, row, before, after, lists) else None
    if row.form == "noun":
        owned = before == "'s" or before in ("his", "her", "its", "their", "our")
        promise = row.kind == "pledges" and row.verb != "plan" and after in ("to", "for")
        leads = after in small["noun_after"] or promise
        return row if (leads or owned) and not _wordy(before) else None
    if (tokens.joined(number) and before.isalnum()) or _hyphened(tokens, hit.last + 1):
        return None
    either = (words[number] in lists.ambiguous and hit.first == hit.last) or words[number] in (
        "states",
        "state",
    )
    if either and not _verbal(tokens, hit, row, lists):
        return None
    adjective = row.form in ("past", "participle") and before in small["determiners"]
    if adjective and not either and before not in small["subjects"]:
        return None
    if row.verb == "deny" and row.form != "s" and _keeps_out(words, hit.last + 1, lists):
        return None
    if row.verb == "put":
        return row if "at" in words[number + 2 : number + 9] else None
    tank = words[number] == "think" and after in ("tank", "tanks")
    loose = row.verb in lists.clause and not _has_clause(tokens, hit, before, after, lists)
    return None if tank or loose else row


def _keeps_out(words: list[str], number: int, lists: Grammar) -> bool:
    """Tell whether something is denied to somebody: "denied entry", "denied them passage"."""
    after, then = (*words[number : number + 2], "\n", "\n")[:2]
    kept = lists.denial["kept_out"]
    return after in kept and (
        after not in ("a", "export", "humanitarian", "medical", "safe")
        or then in kept
        or then in ("licence", "passage")
    )


def _wordy(before: str) -> bool:
    """Tell whether the word before makes a noun of saying something else: "bank account"."""
    return before in ("bank", "joint", "savings", "criminal")


def _hyphened(tokens: Tokens, number: int) -> bool:
    return number < len(tokens) and tokens.words[number].isalnum() and tokens.joined(number)


def _phrase_fits(tokens: Tokens, hit: Hit, row: Row, before: str, after: str, lists: Grammar) -> bool:
    word = tokens.words[hit.first]
    if row.group == "adjective":
        free = (
            before in lists.small["determiners"]
            or before in lists.small["prepositions"]
            or not before.isalpha()
        )
        free = free or before in ("and", "or", "'s") or before.endswith(("ing", "ly"))
        return (
            free
            and after.isalpha()
            and after not in lists.small["openers"]
            and after not in lists.small["prepositions"]
        )
    if row.group == "verdict":
        window = tokens.words[max(0, hit.first - FURTHEST) : hit.first]
        return before in lists.small["verdict_before"] or any(
            each in lists.small["verdict_verbs"] for each in window
        )
    if row.verb == "no-evidence" and word in ("evidence", "proof", "sign", "indication", "any"):
        return any(
            each.endswith("n't") or each in lists.small["unfound"]
            for each in tokens.words[max(0, hit.first - 6) : hit.first]
        )
    if word in ("may", "might", "can", "will", "shall"):
        return _modal(tokens, hit.first, before, after, lists)
    if word == "no" and hit.first == hit.last:
        return not after[:1].isdigit() and after != "."
    return not (word == "would" and _hyphened(tokens, hit.last + 1))


def _modal(tokens: Tokens, number: int, before: str, after: str, lists: Grammar) -> bool:
    """Tell a modal from the month, the noun and the tin."""
    if (
        tokens.words[number] == "may"
        and tokens.text[tokens.starts[number]] == "M"
        and (
            before in lists.small["month_before"]
            or after[:1].isdigit()
            or before[:1].isdigit()
            or not after.isalpha()
        )
    ):
        return False
    nouns = lists.small["determiners"]
    return (
        before != "'s"
        and (before in lists.small["subjects"] or before not in nouns)
        and before not in ("of", "with", "political", "free")
    )


def _has_clause(tokens: Tokens, hit: Hit, before: str, after: str, lists: Grammar) -> bool:
    if before == '"' or after in lists.small["clause_after"]:
        return True
    return (
        after.endswith("ly")
        and hit.last + 2 < len(tokens)
        and tokens.words[hit.last + 2] in lists.small["clause_after"]
    )


def _verbal(tokens: Tokens, hit: Hit, row: Row, lists: Grammar) -> bool:
    """Tell whether a form that may be a noun is a verb here, by the words beside it."""
    words, number, small = tokens.words, hit.first, lists.small
    place = number - 1
    while (
        place >= 0
        and number - place < 4
        and (words[place] in small["adverbs"] or words[place].endswith("ly"))
    ):
        place -= 1
    before = words[place] if place >= 0 else "\n"
    after = words[hit.last + 1] if hit.last + 1 < len(words) else "\n"
    leads = (
        before in small["determiners"] or before in small["attributive"] or before in small["prepositions"]
    )
    if words[number] in ("states", "state"):
        return _states(tokens, hit, before, after, lists)
    if row.verb == "show" and row.form in ("base", "s"):
        return before[-1:].isalpha() and not leads and before not in small["fairs"]
    if row.form == "ing":
        return before in ("is", "are", "was", "were", "been", ",", "\u2014") or "that" in (
            after, *words[hit.last + 2 : hit.last + 4],
        )  # fmt: skip
    if before in small["auxiliaries"]:
        return before not in small["being"] and not (before == "to" and row.form == "s")
    if before in small["pronouns"] and before not in ("that", "this", "which", "there"):
        return True
    opens = (
        after in small["openers"]
        or after in ('"', ":")
        or after[:1].isdigit()
        or _capital(tokens, hit.last + 1)
    )
    if before == "official" and place > 0 and words[place - 1] in small["determiners"]:
        return row.form != "base" and opens
    if leads or not before[-1:].isalpha():
        return before in (")", ",", "which") and row.form == "s" and after in small["openers"]
    return opens and _after_subject(tokens, place, row, lists)


def _states(tokens: Tokens, hit: Hit, before: str, after: str, lists: Grammar) -> bool:
    """Tell "the treaty states that" from "the United States"."""
    if after not in ("that", ":", '"', ","):
        return False
    if before in lists.medium or before in lists.small["treaties"] or before in lists.small["pronouns"]:
        return True
    if tokens.words[hit.first] == "state" and before in lists.people:
        return True
    return after == "," and tokens.words[hit.last + 2 : hit.last + 3] == ['"']


def _after_subject(tokens: Tokens, place: int, row: Row, lists: Grammar) -> bool:
    """Tell whether a word can be the subject of the form that follows it."""
    before = tokens.words[place]
    if _capital(tokens, place):
        return True
    if before in lists.people or before in lists.medium:
        return row.form != "base" or before.endswith("s")
    return row.form == "base" and before.endswith("s")


def _capital(tokens: Tokens, number: int) -> bool:
    return 0 <= number < len(tokens) and tokens.text[tokens.starts[number]].isupper()

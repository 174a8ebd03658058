"""How far a reporting verb reaches: the words of a sentence that somebody says, or says are not so."""

from __future__ import annotations

import attrs

from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.denial import Matter, matter
from osintkp.reading.voices.disclaiming import disclaimed
from osintkp.reading.voices.inserting import trails, words_before
from osintkp.reading.voices.lending import REACH, clause, has_that
from osintkp.reading.voices.modality import clause_start
from osintkp.reading.voices.negation import negated
from osintkp.reading.voices.page import STOPS, Page
from osintkp.reading.voices.scope import Clause, Scope, answering, denied, doubted, over
from osintkp.reading.voices.taking_up import taken_up
from osintkp.reading.voices.telling import Bounds, Told, tell

WIDE, CITED = 150, 3

REACTIONS = frozenset(
    {"praise", "celebrate", "hail", "condemn", "denounce", "deplore", "decry", "criticise", "criticize"}
)
PASSIVE = frozenset(
    {"is", "are", "was", "were", "been", "being", "be", "widely", "sharply", "strongly", "swiftly", "quickly"}
)
ASKING = frozenset({"what", "who", "whether", "which", "how", "if", "where", "when", "why"})
ADDING = frozenset({"which", "who", "whose", "where", "but", "though", "although", "while"})
SPLITS = frozenset({"while", "whereas", "whilst"})


def scopes(page: Page, cues: list[Sighting], bounds: Bounds) -> list[Scope]:
    """Return what the cues of one sentence, or of one quotation in it, reach."""
    told: list[Told] = []
    for cue in cues:
        if cue.row.kind in ("says", "denies", "according") and cue.row.group != "medium":
            found = tell(page, cue, bounds, told[-1] if told else None)
            if found is not None:
                told.append(found)
                if found.source is not None and found.way != "nobody":
                    page.spoke(found.source.speakers, found.source.first)
    made = [each for number, one in enumerate(told) for each in _scopes_of(page, one, told, number, bounds)]
    for cue in cues:
        made.extend(disclaimed(page, cue, bounds))
    return _cited(made, told, bounds)


def _deplored(page: Page, cue: Sighting) -> bool:
    """Tell whether a cue says how somebody took what happened: "the test was condemned by"."""
    if cue.row.verb not in REACTIONS or cue.last + 1 >= len(page.words):
        return False
    return page.words[cue.last + 1] == "by" and page.words[max(0, cue.first - 1)] in PASSIVE


def _scopes_of(page: Page, told: Told, every: list[Told], number: int, bounds: Bounds) -> list[Scope]:
    """Return what one cue reaches."""
    cue = told.cue
    if told.way == "citing" or (cue.row.kind == "says" and told.source is None) or _deplored(page, cue):
        return []
    lent = clause(page, told, bounds)
    if told.way == "according":
        return [
            over(cue, *_around(page, told, _apart(page, told, every[:number], bounds)), "according-to", lent)
        ]
    if cue.row.form == "noun" and cue.row.kind != "denies":
        return _reported(page, told, lent, bounds)
    not_so = cue.row.form != "noun" and negated(page, cue, bounds.low)
    high = _end(page, told, every, number, bounds)
    if cue.row.kind == "denies":
        return _denials(page, told, lent, bounds, high, not_so=not_so)
    if not_so:
        return [_unsaid(page, told, lent, high)]
    back_reference = bool(lent.speakers) and lent.speakers[0].start is None
    sure = 0.75 if told.way == "carried" or back_reference else 0.9
    stretches = _stretches(page, told, bounds, high)
    rule = f"{cue.row.group}/{told.way}"
    return [over(cue, first, last, rule, lent, sure) for first, last in stretches if first <= last]


def _stretches(page: Page, told: Told, bounds: Bounds, high: int) -> list[tuple[int, int]]:
    """Return the words that a plain verb of saying reaches, in one or two pieces."""
    cue = told.cue
    before = words_before(page, told, bounds)
    if before is not None:
        goes_on = told.end < high and page.words[told.end + 1] == "," and not trails(page, told, told.end + 2)
        return [before, (told.end + 1, high)] if goes_on else [before]
    if told.way in ("by", "nobody") and cue.row.group != "accuse":
        return [(clause_start(page, cue.first, bounds.low), high)]
    return [(cue.first if cue.row.verb == "announce" else cue.last + 1, high)]


def _reported(page: Page, told: Told, lent: Clause, bounds: Bounds) -> list[Scope]:
    """Return what a noun like "report" or "claim" passes on: the clause behind its "that", the things behind its "of"."""
    words, cue = page.words, told.cue
    start = max(cue.last, told.source.last if told.source is not None else cue.last) + 1
    for number in range(cue.last + 1, min(start + REACH, bounds.high) + 1):
        if words[number] in STOPS:
            break
        last = min(bounds.high, number + WIDE)
        if words[number] == "that":
            return [over(cue, number, last, "noun/owner", lent)]
        if words[number] == "of":
            last = next((each - 1 for each in range(number, last + 1) if words[each] in STOPS), last)
            return [over(cue, number, last, "noun/owner", lent)]
    return []


def _apart(page: Page, told: Told, before: list[Told], bounds: Bounds) -> Bounds:
    """Return where "according to" may look: behind the last comma where somebody else tells what stands before it."""
    if not any(one.way == "before" and one.source is not None and one.source.speakers for one in before):
        return bounds
    comma = next(
        (each for each in range(told.begin - 2, bounds.low, -1) if page.words[each] in (",", "—")), None
    )
    return bounds if comma is None else bounds._replace(low=comma + 1)


def _around(page: Page, told: Told, bounds: Bounds) -> tuple[int, int]:
    """Return what "according to" reaches: its sentence, up to a "but" or "while" that leads to another matter."""
    words = page.words
    low, high = max(bounds.low, told.begin - WIDE), min(bounds.high, told.end + WIDE)
    for number in range(told.begin - 1, low, -1):
        if words[number] == ";" or (
            words[number] in ("but", *SPLITS) and words[number - 1] in (",", ";", "\u2014")
        ):
            low = number + 1
            break
    for number in range(told.end + 1, high):
        if words[number] == ";" or (
            words[number] in (",", "\u2014") and words[number + 1] in ("but", *SPLITS)
        ):
            high = number - 1
            break
    return low, high


def _end(page: Page, told: Told, every: list[Told], number: int, bounds: Bounds) -> int:
    """Return the last word that a cue can reach behind it."""
    words = page.words
    high = min(bounds.high, told.end + WIDE)
    if _inserted(page, told, number, bounds):
        high = min(high, _closing(page, told.cue.last + 1, high, bounds.triggers))
    quoted = False
    for each in range(told.end + 1, high + 1):
        quoted = quoted != (words[each] == '"')
        if quoted:
            continue
        if words[each] == ";" or (words[each] in SPLITS and words[each - 1] == ","):
            high = each - 1
            break
    for later in every[number + 1 : number + 6]:
        if later.begin > high:
            break
        if (
            later.begin <= told.cue.first
            and later.way == "before"
            and told.way == "relative"
            and later.cue.first > told.end
        ):
            return min(high, later.cue.first - 1)
        if later.begin <= told.end or later.way in ("according", "citing", "owner"):
            continue
        if later.way == "relative":
            continue
        before = words[later.begin - 1]
        if before in page.lists.small["joins"] and not (before == "," and words[later.begin - 2] == "that"):
            cut = later.begin - 1
            while cut > told.end and words[cut] in page.lists.small["joins"]:
                cut -= 1
            return min(high, cut)
    return high


def _inserted(page: Page, told: Told, number: int, bounds: Bounds) -> bool:
    """Tell whether a reporting clause is set between commas: ", which said ...,", ", insisting that ...,"."""
    if told.begin <= bounds.low or page.words[told.begin - 1] != ",":
        return False
    if told.way == "relative":
        return True
    first = number == 0 and not any(trigger < told.begin for trigger in bounds.triggers)
    return first and told.way == "carried" and told.cue.row.form == "ing"


def _closing(page: Page, number: int, high: int, triggers: tuple[int, ...]) -> int:
    """Return the last word of a relative clause: the one before the comma that the sentence goes on after."""
    words, small = page.words, page.lists.small
    first = None
    verbs = set(triggers)
    for each in range(number, high + 1):
        if words[each] != ",":
            continue
        first = each if first is None else first
        after = each + 1
        while after <= high and page.adverb(after):
            after += 1
        if after <= high and (
            after in verbs or words[after] in small["auxiliaries"] or words[after].endswith("ed")
        ):
            return each - 1
    return high if first is None else first - 1


def _unsaid(page: Page, told: Told, lent: Clause, high: int) -> Scope:
    """Return the scope of what somebody has not said, does not believe, cannot confirm."""
    cue = told.cue
    if cue.row.verb in ("show", "depict") and _pictured(page, told):
        return denied(cue, Matter(cue.last + 1, high, "clause"), "not-shown", lent._replace(speakers=()))
    if cue.row.group in ("estimate", "predict") and told.way != "nobody":
        return denied(
            cue, matter(page, cue, high), "negated-belief", lent._replace(modality=cue.row.modality)
        )
    return doubted(cue, cue.last + 1, _unsaid_end(page, cue.last + 1, high), "not-said")


def _pictured(page: Page, told: Told) -> bool:
    """Tell whether a picture is told of: what a video does not show is said not to be in it."""
    source, after = told.source, page.words[told.cue.last + 1 : told.cue.last + 2]
    if source is None or not ASKING.isdisjoint(after):
        return False
    return not page.lists.small["pictures"].isdisjoint(page.words[source.first : source.last + 1])


def _unsaid_end(page: Page, number: int, high: int) -> int:
    """Return the last word of what somebody has not said: what a clause with "which" adds is told all the same."""
    for each in range(number, high):
        if page.words[each] == "," and page.words[each + 1] in ADDING:
            return each - 1
    return high


def _denials(page: Page, told: Told, lent: Clause, bounds: Bounds, high: int, *, not_so: bool) -> list[Scope]:
    """Return what a denial reaches."""
    cue = told.cue
    back = None if not_so else taken_up(page, told, bounds)
    if back is not None:
        return [answering(cue, back, f"{cue.row.group}/back", lent)]
    passive = told.way in ("by", "nobody")
    found = _passively(page, told, bounds, high) if passive else matter(page, cue, high)
    if found.manner == "none":
        return []
    if not_so:
        return [attrs.evolve(doubted(cue, found.first, found.last, "denial-negated"), matter=found)]
    sure = 0.95 if found.manner in ("clause", "gerund") else 0.85
    rule = f"{cue.row.group}/{found.manner}"
    return [denied(cue, found, rule, lent._replace(modality=None), sure)]


def _passively(page: Page, told: Told, bounds: Bounds, high: int) -> Matter:
    """Return what a denial in the passive reaches: its subject, or the clause behind it."""
    words, cue = page.words, told.cue
    if has_that(page, told.end + 1, high):
        number = next(each for each in range(told.end + 1, high + 1) if words[each] == "that")
        return matter(page, Sighting(number - 1, number - 1, cue.row), high)
    number = cue.first - 1
    while number > bounds.low and (page.adverb(number) or words[number] in ("not", "never")):
        number -= 1
    if words[number] not in page.lists.small["being"]:
        return Matter(cue.last + 1, cue.last, "none")
    first = number
    while (
        first > bounds.low
        and first > number - 60
        and words[first - 1] not in (";", '"', "\n", "\u2014")
        and words[first - 1] not in ("but", *SPLITS)
    ):
        first -= 1
    noun = next((each for each in range(first, number) if words[each] in page.lists.small["content"]), None)
    content = noun is not None and words[noun + 1] != "to"
    first = noun if noun is not None and content else first
    if cue.row.group == "reject" and not content:
        return Matter(cue.last + 1, cue.last, "none")
    return Matter(first, number - 1, "clause" if content else "thing")


def _cited(made: list[Scope], told: list[Told], bounds: Bounds) -> list[Scope]:
    """Put whom a report cites before the one who reports."""
    for one in [one for one in told if one.way == "citing"][:CITED]:
        origin = one.source.speakers if one.source is not None else ()
        hosts = [
            each for each in made
            if each.cue.row.kind == "says" and each.cue.row.form != "noun" and each.speakers
        ]  # fmt: skip
        near = [each for each in hosts if each.cue.first < one.cue.first] or hosts
        if origin and not near:
            made = [*made, over(one.cue, bounds.low, bounds.high, "citing", Clause(origin), 0.8)]
        elif origin:
            host = near[-1].cue
            made = [
                attrs.evolve(each, speakers=origin + each.speakers) if each.cue == host else each
                for each in made
            ]
    return made

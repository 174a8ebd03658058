"""Who lost what was lost, where the words themselves name nobody: by the place, by the other side, by the scene."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import Slot
from osintkp.reading.frames.fallen import fallen
from osintkp.reading.frames.foes import Pair
from osintkp.reading.frames.leaning import states_named
from osintkp.reading.frames.lost_beside import BY_PLACE, HEADS, less_sure, of_those, person_lost, with_figure
from osintkp.reading.frames.recalling import pair
from osintkp.reading.frames.told import Told, ids
from osintkp.reading.pages.structure import Structure

BY_SAYER = 0.45
BY_FOE = 0.4
BY_SCENE = 0.35
CLEAR = 0.66
SEVERAL = 2
JUST_BEFORE = 2
STRUCK = frozenset(("kill", "destroy", "damage", "intercept", "capture"))
BY_NOUN = "loss.toll/noun"
NO_LOSS = frozenset(("money", "measure"))
BUILDINGS = frozenset(("hospital", "hospitals", "school", "schools", "house", "houses", "home", "homes", "church", "churches", "mosque", "mosques", "clinic", "clinics", "building", "buildings", "market", "markets", "villages", "village", "shelters"))  # fmt: skip
INSURGENTS = frozenset(("jihadists", "jihadist", "militants", "insurgents", "gunmen", "terrorists", "rebels", "bandits", "extremists", "separatists", "gangs", "assailants", "attackers"))  # fmt: skip
Topic = tuple[int, Slot]


def is_loss(told: Told) -> bool:
    """Tell whether what is told as lost can be a loss of people or equipment: no money, no stretch of land or time."""
    amount = None if told.thing is None else told.thing.amount
    actor = told.slots.get("actor")
    if told.rule == BY_NOUN and amount is None and actor is not None and actor.rule == "person":
        return False  # "the death of Haile Selassie" is told as background
    return amount is None or amount.role not in NO_LOSS or bool(told.thing and told.thing.items)


def losers(
    told: Sequence[Told],
    topics: Sequence[Topic],
    fights: Sequence[Pair],
    ground: Ground,
    structure: Structure,
) -> None:
    """
    Fill who lost what a text tells as lost, where its words name nobody; each way is surer than the next.

    A bare figure goes with the figure before it ("and wounding 80"), or with the forces sent before ("of those, 80 were
    killed"). Civilians belong where they were hit. Who destroyed arms did so to the side that the text tells to fight it.
    What a side of the fighting says of people killed by nobody is of its own. Forces belong to whose losses the paragraph
    tells, then the text; civilians where the paragraph is, then the text.

    Args:
        told: What the text tells, in order.
        topics: The actors that stand free in its sentences, each with the number of the sentence.
        fights: Who fights whom.
        ground: The text.
        structure: Its sentences.
    """
    lost = [each for each in told if each.kind == "loss"]
    if not lost:
        return
    fallen(lost, ground, structure)
    finder = _Finder(lost, topics, fights, ground, structure)
    sent: Told | None = None
    for each in told:
        if each.kind == "troop_deployment":
            sent = each
        elif each.kind == "loss":
            finder.fill(each, sent)


class _Finder:
    """What a text tells of its losses as a whole, and of those before the one looked at."""

    __slots__ = (
        "_before",
        "_ground",
        "_known",
        "_last",
        "_losing",
        "_places",
        "_sides",
        "_structure",
        "_topics",
        "_two_sided",
    )

    def __init__(
        self,
        lost: Sequence[Told],
        topics: Sequence[Topic],
        fights: Sequence[Pair],
        ground: Ground,
        structure: Structure,
    ) -> None:
        self._topics = topics
        self._ground = ground
        self._structure = structure
        self._known = Counter(map(_sorted, fights)), Counter(map(_sorted, _pairs(lost)))
        self._losing = Counter(each for told in lost for each in ids(told.slots.get("actor")))
        self._sides = {side for pairs in self._known for two in pairs for side in two} | set(self._losing)
        self._places: list[tuple[int, str]] | None = None
        self._two_sided: dict[int, bool] = {}
        self._last: dict[int, Slot] = {}
        self._before: Told | None = None

    def fill(self, told: Told, sent: Told | None) -> None:
        """Fill who lost what an event tells as lost, unless its words do."""
        block = self._structure.sentences[told.sentence].block
        if "actor" not in told.slots and told.thing is not None:
            found = self._found(told, sent, block)
            if found is not None:
                told.slots["actor"] = found
        if "actor" in told.slots:
            self._last[block] = told.slots["actor"]
            self._struck(told)
        self._before = told

    def _found(self, told: Told, sent: Told | None, block: int) -> Slot | None:
        near = (
            self._both(told)
            or self._peacekeepers(told)
            or person_lost(told, states=True)
            or with_figure(told, self._before)
            or of_those(told, sent)
        )
        if near is not None:
            return near
        civil = _civil(told, self._ground)
        there = told.slots.get("there") if civil else None
        if there is not None:
            return less_sure(there, BY_PLACE, "place")
        beside = self._foe(told) or self._sayer(told)
        if beside is None and civil:
            beside = self._scene(block) if told.rule != BY_NOUN or told.has("amount") else None
        elif beside is None:
            beside = self._of_others(told, block) or self._there(told, block)
        return beside or person_lost(told, states=False)

    def _struck(self, told: Told) -> None:
        """Fill who struck with the one side that the text tells to fight whom it tells to have lost."""
        who = told.who("actor")
        if "by" in told.slots or told.row["rule"] not in STRUCK or who is None:
            return
        against = {two[two[0] == who]: times for two, times in self._known[0].items() if who in two}
        if len(against) == 1 and "own" not in told.slots:
            told.slots["by"] = Slot(value=next(iter(against)), rule="foe", confidence=BY_SCENE)

    def _both(self, told: Told) -> Slot | None:
        """Return the two sides of the fighting for those who fell "on both sides"."""
        number = told.sentence
        if number not in self._two_sided:
            sentence = self._structure.sentences[number]
            said = self._ground.tokens.words[sentence.first : sentence.last + 1]
            self._two_sided[number] = _says_both(said)
        if not self._two_sided[number]:
            return None
        sides = pair(self._topics, told.sentence)
        if not sides:
            near = [each for pairs in self._known for each in pairs if pairs]
            sides = near[0] if len(set(near)) == 1 else ()
        return Slot(value=sides, rule="both", confidence=BY_FOE) if sides else None

    def _peacekeepers(self, told: Told) -> Slot | None:
        """Return the United Nations for peacekeepers of nobody else, in a text that speaks of them."""
        thing = told.thing
        if thing is None or thing.noun.word not in ("peacekeeper", "peacekeepers") or thing.noun.actors:
            return None
        named = any(mention.actor == "un" for _, mention in self._ground.actors.values())
        return Slot(value="un", rule="peacekeepers", confidence=BY_PLACE) if named else None

    def _there(self, told: Told, block: int) -> Slot | None:
        """Return the state where soldiers of nobody fell to rebels or gunmen, if the paragraph is of no other."""
        there, thing = told.slots.get("there"), told.thing
        if there is None or thing is None or thing.items or there.value in ids(told.slots.get("by")):
            return None
        sentence = self._structure.sentences[told.sentence]
        if INSURGENTS.isdisjoint(self._ground.tokens.words[sentence.first : sentence.last + 1]):
            return None
        scene = self._scene(block)
        return (
            less_sure(there, BY_SCENE, "place") if scene is not None and scene.value == there.value else None
        )

    def _foe(self, told: Told) -> Slot | None:
        """Return the side that the text tells to fight who destroyed; None where it tells of none, or of several."""
        slot = told.slots.get("by")
        if slot is None or not isinstance(slot.value, str):
            return None
        for pairs in self._known:
            against = {two[two[0] == slot.value]: times for two, times in pairs.items() if slot.value in two}
            value = _clear(Counter(against))
            if value is not None:
                return Slot(value=value, rule="foe", confidence=BY_FOE)
        return None

    def _sayer(self, told: Told) -> Slot | None:
        """Return the side of the fighting that says in the sentence itself that people were killed, and not by whom."""
        thing = told.thing
        caused = told.rule.endswith("/active") and not told.row.get("goes")
        if thing is None or "by" in told.slots or thing.items or caused:
            return None
        if thing.amount is not None and thing.amount.unit not in HEADS:
            return None
        start, last = self._ground.tokens.starts[thing.noun.first], None
        at = bisect.bisect_left(self._topics, told.sentence, key=lambda each: each[0])
        for number, topic in self._topics[at:]:
            if number != told.sentence or (topic.start or 0) >= start:
                break
            last = topic if isinstance(topic.value, str) else last
        return None if last is None or last.value not in self._sides else less_sure(last, BY_SAYER, "sayer")

    def _of_others(self, told: Told, block: int) -> Slot | None:
        """Return whose losses the paragraph tells before, else the text as a whole; None where they are of who did it."""
        by = told.slots.get("by")
        last = self._last.get(block)
        value = _clear(self._losing) if self._losing.total() >= SEVERAL else None
        for each, rule, sure in ((last and last.value, "paragraph", BY_PLACE), (value, "document", BY_SCENE)):
            if each is not None and each not in ids(by):
                return Slot(value=each, rule=rule, confidence=sure)
        return None

    def _scene(self, block: int) -> Slot | None:
        """Return the state where a paragraph, else the text, is told to be."""
        if self._places is None:
            self._places = list(_scenes(self._ground, self._structure))
        near = Counter(state for at, state in self._places if at == block)
        named = states_named(self._ground)
        most = max(named.values(), default=0)
        known = Counter(state for _, state in self._places if named[state] * 2 >= most)
        before = Counter(state for at, state in self._places if 0 < block - at <= JUST_BEFORE)
        for states in (near, known, named, before):
            value = _clear(states)
            if value is not None:
                return Slot(value=value, rule="scene", confidence=BY_SCENE)
        return None


def _pairs(lost: Iterable[Told]) -> Iterator[Pair]:
    """Give who lost and who did it where both are told."""
    for each in lost:
        for one in ids(each.slots.get("actor")):
            for other in ids(each.slots.get("by")):
                if one != other:
                    yield one, other


def _scenes(ground: Ground, structure: Structure) -> Iterator[tuple[int, str]]:
    """Give the states of the places of a text, each with the number of its paragraph."""
    at = 0
    for number in sorted(ground.places):
        while at < len(structure.sentences) and structure.sentences[at].last < number:
            at += 1
        state = ground.places[number][1].state
        if state is not None and at < len(structure.sentences):
            yield structure.sentences[at].block, state


def _says_both(words: Sequence[str]) -> bool:
    """Tell whether a sentence speaks of both sides."""
    return any(
        word in ("both", "two") and words[at + 1 : at + 2] == ["sides"] for at, word in enumerate(words)
    )


def _sorted(two: Pair) -> Pair:
    return (two[0], two[1]) if two[0] < two[1] else (two[1], two[0])


def _clear(counts: Counter[str]) -> str | None:
    """Return what was counted in two cases of three; None where nothing was."""
    if not counts:
        return None
    ((best, times),) = counts.most_common(1)
    return best if times >= CLEAR * counts.total() else None


def _civil(told: Told, ground: Ground) -> bool:
    """Tell whether what was lost are people who bear no arms, and no one by name."""
    thing = told.thing
    if thing is not None and thing.noun.word in BUILDINGS:
        return True
    if thing is None or thing.items or "troops" in thing.noun.standing or told.has("person"):
        return False
    if thing.noun.word in ground.grammar.things["armed"]:
        return False
    unit = thing.amount.unit if thing.amount is not None else "person"
    return unit in HEADS or "people" in thing.noun.standing

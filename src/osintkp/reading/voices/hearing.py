"""One voice made of what reaches an event: the chain of speakers, the mode, the stance."""

from __future__ import annotations

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import DIRECTED, Event, Speaker, Voice
from osintkp.reading.voices.modality import Mode, stronger
from osintkp.reading.voices.page import STOPS, Page
from osintkp.reading.voices.scope import Scope

FEARS = {"warn": None, "fear": "estimated"}
PROMISING = frozenset({"announce", "pledge", "promise", "vow"})
FUTURE = frozenset({"will", "would", "shall"})
NEAR, FAR = 4, 14
IMPOSED = frozenset({"limit.impose/active", "limit.impose/passive", "limit.ban/active", "limit.ban/passive"})
OFFERED = frozenset({"proposed", "possible", "potential"})
BESIDE = frozenset({"during", "after", "following", "before", "at", "amid", "since"})


def heard_as(
    page: Page, event: Event, around: list[Scope], told: Mode, *, no: bool, conditional: bool
) -> Voice:
    """Return the voice that the scopes around an event make."""
    denier = next((scope for scope in around if scope.denies), None)
    heard = [scope for scope in around if denier is None or not _overruled(scope, denier)]
    denies = no != (sum(scope.denies for scope in heard) % 2 == 1)
    speakers: list[Speaker] = []
    for scope in heard:
        speakers += [each for each in scope.speakers if not _same(each, speakers)]
    modality = "conditional" if conditional else _modality(page, event, heard, told)
    if conditional and denier is None:
        denies = False
    leading = denier or (around[0] if around else None)
    own = "negated" if no else f"own-voice/{told.rule}" if told.rule else "own-voice"
    likely = next((scope.cue for scope in around if scope.rule == "likely"), None)
    return Voice(
        stance="denies" if denies else "asserts",
        modality=modality,
        speakers=tuple(speakers),
        likelihood=told.likelihood or (page.tokens.quote(likely.first, likely.last) if likely else None),
        said=next((scope.said for scope in around if scope.said is not None), None),
        rule=leading.rule if leading is not None else own,
        confidence=min([0.9, *(scope.confidence for scope in around)]),
    )


def _modality(page: Page, event: Event, heard: list[Scope], told: Mode) -> str:
    """Return the strongest modality that clause, frame and speakers lend."""
    modality, framed = told.modality, event.modality
    if event.kind == "limit" and told.rule in FUTURE and event.rule not in IMPOSED:
        modality = None  # "the quota will be 40 tonnes": it is set
    if framed == "authorised" and told.rule in OFFERED:  # "approved the possible sale" approves it
        modality = None
    if framed == "pledged" and any(_aside(page, event, scope) for scope in heard):
        framed = None
    promised = _promised(page, event, heard, told)
    says = any(scope.cue.row.kind in ("says", "according", "denies") for scope in heard)
    if told.would and (says or promised):
        modality = "pledged" if promised else "predicted"
        framed = None if framed == "conditional" else framed
    elif promised:
        modality = stronger(modality, "pledged")
    for scope in heard:
        if not _aside(page, event, scope):
            modality = stronger(modality, _lent(scope, told))
    modality = stronger(modality, framed) or "stated"
    vague = any(scope.loose for scope in heard) and not any(scope.denies for scope in heard)
    return "alleged" if vague and modality == "stated" else modality


def _promised(page: Page, event: Event, heard: list[Scope], told: Mode) -> bool:
    """Tell whether what is to come is promised by him who is to do it: "Chad said it would send", "we will send"."""
    if event.kind in DIRECTED and _announced(page, event, heard):
        return True
    if not (told.would or told.rule in FUTURE) or event.kind not in DIRECTED:
        return told.would and any(scope.cue.row.verb in PROMISING for scope in heard)
    if any(scope.cue.row.verb in PROMISING for scope in heard):
        return True
    trigger = page.tokens.at(event.trigger[0])
    first = next(
        (at for at in range(trigger, max(0, trigger - FAR), -1) if page.words[at - 1] in STOPS),
        trigger - NEAR,
    )
    if any(word in ("we", "i") for word in page.words[max(0, first) : trigger]):
        return True
    sender = event.slots.get("sender")
    given = {str(sender.value)} if sender is not None and isinstance(sender.value, str) else set()
    return any(not given.isdisjoint(_speaks_for(page, scope.speakers[:1])) for scope in heard)


def _announced(page: Page, event: Event, heard: list[Scope]) -> bool:
    """Tell whether it is announced as going on: "announced that it is sending 40 trucks" promises them."""
    trigger = page.tokens.at(event.trigger[0])
    going = page.words[trigger].endswith("ing") and any(
        word in ("is", "are", "was", "were") for word in page.words[max(0, trigger - 3) : trigger]
    )
    return going and any(scope.cue.row.verb in PROMISING for scope in heard)


def _aside(page: Page, event: Event, scope: Scope) -> bool:
    """Tell whether a promise has nothing to do with an event: "pledged aid at a summit", a quota that all have agreed to."""
    if scope.cue.row.kind != "pledges" or event.kind in DIRECTED:
        return False
    if event.kind == "limit" and scope.cue.row.verb == "agree to" and scope.cue.row.form != "base":
        return True
    trigger = page.tokens.at(event.trigger[0])
    return any(word in BESIDE for word in page.words[scope.cue.last + 1 : trigger])


def _speaks_for(page: Page, speakers: tuple[Speaker, ...]) -> set[str]:
    """Return whom a speaker can bind: himself, and the state that he is of."""
    found = set()
    for speaker in speakers:
        found.add(speaker.actor)
        name = None if speaker.start is None else page.names.get(page.tokens.at(speaker.start))
        if name is not None and name.mention.state is not None:
            found.add(name.mention.state)
    return found - {UNKNOWN}


def _lent(scope: Scope, told: Mode) -> str | None:
    """Return the modality that a scope lends: a warning or a fear of what has happened predicts nothing."""
    if told.modality is None and scope.cue.row.verb in FEARS:
        return FEARS[scope.cue.row.verb]
    return scope.modality


def _overruled(scope: Scope, denier: Scope) -> bool:
    """Tell whether a noun that carries what somebody says is itself what is denied: "rejected Kyiv's claim that"."""
    if scope.cue.row.form != "noun" or scope.denies or denier.cue.first == scope.cue.first:
        return False
    before = denier.cue.first < scope.cue.first < denier.first
    return before or denier.first - 3 <= scope.cue.first <= denier.last


def _same(speaker: Speaker, speakers: list[Speaker]) -> bool:
    """Tell whether somebody stands in the chain already."""
    return any(
        each.actor == speaker.actor
        and (each.start == speaker.start or (each.actor != "unknown" and each.role == speaker.role))
        for each in speakers
    )

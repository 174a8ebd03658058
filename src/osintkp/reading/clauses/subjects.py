"""Who does what in a clause: the subject of a verb, found by walking left from it, and what stands after it."""

from __future__ import annotations

from osintkp.reading.clauses.grammar import Grammar
from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    DATE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    VERB,
    Dated,
    Noun,
    Piece,
    Verb,
)
from osintkp.reading.clauses.walking import Beside, Governed, Walk, alike, is_subject

FAR = 40
ASIDE = 16
DEEPEST = 8
OWN_FORMS = ("have", "be", "remain", "stay")
BLAMED = frozenset(
    ("accuse", "suspect", "blame", "convict", "charge", "condemn", "criticise", "criticize", "find")
)
SAYING = frozenset(("say", "claim", "add", "think", "believe", "warn", "argue", "report", "allege", "insist"))
REPAID = frozenset(
    (
        "praise",
        "thank",
        "reward",
        "punish",
        "supply",
        "provide",
        "give",
        "pay",
        "compensate",
        "sanction",
        "send",
    )
)


class Clauses:
    """
    The clauses of a sentence.

    Attributes:
        row: The pieces of the sentence.
    """

    __slots__ = ("_grammar", "_subjects", "row")

    def __init__(self, row: list[Piece], grammar: Grammar) -> None:
        self.row = row
        self._grammar = grammar
        self._subjects: dict[int, list[Noun]] = {}

    def subject(self, number: int, depth: int = 0) -> list[Noun]:
        """Return the phrases that are the subject of a verb; empty where it has none in this sentence."""
        if number not in self._subjects:
            self._subjects[number] = []
            verb = self.row[number]
            assert isinstance(verb, Verb)
            if depth < DEEPEST:
                found = self._own(number, depth) if verb.finite else self._taken(number, depth)
                self._subjects[number] = found
        return self._subjects[number]

    def _own(self, number: int, depth: int) -> list[Noun]:
        """Walk left from a verb to its subject, over prepositions, dates, asides and participles."""
        row = self.row
        at = number - 1
        least = max(0, number - FAR)
        while at >= least:
            piece = row[at]
            kind = piece.kind
            if isinstance(piece, Noun):
                over = self._over(at)
                over = self._contact(at, number) if over is None else over
                if over is None:
                    return self._group(at)
                at = over
            elif isinstance(piece, Verb):
                head = self._participle_of(at)
                if head is None and at > 1 and row[at - 2].kind == RELATIVE and isinstance(row[at - 1], Noun):
                    return self._antecedent(at - 2)  # "the jet which it claims was shot down"
                if head is None and (piece.word not in OWN_FORMS or piece.negated):
                    return []
                at = at - 1 if head is None else head
            elif kind in (DATE, QUOTE):
                at -= 1
            elif kind == COMMA:
                at = self._before_aside(at)
            elif kind == RELATIVE:
                return self._antecedent(at)
            elif kind == CONJUNCTION or (piece.word == "but" and at == number - 1):
                other = self._verb_before(at)
                return [] if other is None else self.subject(other, depth + 1)
            else:
                return []
        return []

    def _over(self, at: int) -> int | None:
        """Return where to go on left of a phrase that is no subject; None for one that can be."""
        before = self.row[at - 1] if at > 0 else None
        if before is None:
            return None
        if before.kind == PREPOSITION:
            return at - 2
        return self._participle_of(at - 1) if isinstance(before, Verb) and not before.bare else None

    def _contact(self, at: int, number: int) -> int | None:
        """Return the goods or people that a clause says more on, at its subject: "the tanks it sent to Mali were hit"; None for none."""
        noun, verb = self.row[at], self.row[at + 1]
        if at + 1 >= number or not isinstance(noun, Noun) or not isinstance(verb, Verb) or verb.passive:
            return None
        over = at - 2 if at > 1 and self.row[at - 1].kind == RELATIVE else at - 1
        before = self.row[over] if over >= 0 else None
        given = (
            isinstance(before, Noun)
            and alike(before) in ("goods", "people")
            and bool(noun.pronoun or noun.actors)
        )
        return over if given else None

    def _participle_of(self, at: int) -> int | None:
        """Return the number of the phrase on which a participle says more, with what hangs on it; None for another verb."""
        row = self.row
        last = at
        while at >= 0 and isinstance(verb := row[at], Verb):
            if verb.finite and not verb.bare:
                return None
            at -= 1
        lead = row[at + 1]
        if at < 0 or at == last or not isinstance(row[at], Noun) or (isinstance(lead, Verb) and lead.to):
            return None
        return at

    def _group(self, at: int) -> list[Noun]:
        """Return a subject with the phrases before it that are coordinated with it."""
        row = self.row
        first = row[at]
        assert isinstance(first, Noun)
        found = [first]
        while at > 1 and row[at - 1].kind in (CONJUNCTION, COMMA) and isinstance(more := row[at - 2], Noun):
            governed = at > 2 and row[at - 3].kind in (PREPOSITION, VERB)
            if governed or not alike(first) or alike(more) not in (alike(first), ""):
                break
            found.insert(0, more)
            at -= 2
        return found

    def _before_aside(self, comma: int) -> int:
        """Return the number of the phrase before an aside that a comma ends; -1 where it ends none."""
        row = self.row
        for at in range(comma - 1, max(-1, comma - ASIDE), -1):
            if row[at].kind == STOP:  # a phrase that a break in the page cut off from what is before it
                return comma - 1 if row[at].word == "\n" and at == comma - 2 else -1
            if row[at].kind == COMMA and at > 0 and row[at - 1].kind in ("N", DATE):
                # "since May, Shin, the minister, met": a date that leads the sentence has no aside
                return comma - 1 if at == 1 and row[0].kind == DATE else at - 1
        return -1

    def _antecedent(self, relative: int) -> list[Noun]:
        row = self.row
        at = relative - 1
        while at >= 0 and row[at].kind in (COMMA, QUOTE, CONJUNCTION, DATE):
            at -= 1
        if at > 0 and row[at].kind == PREPOSITION:  # "90 percent of which"
            at -= 1
        noun = row[at] if at >= 0 else None
        if not isinstance(noun, Noun):
            return []
        head = at
        while head > 1 and row[head - 1].kind == PREPOSITION and isinstance(row[head - 2], Noun):
            head -= 2
        top = row[head]
        if (
            head != at
            and isinstance(top, Noun)
            and (noun.bare_actor or noun.places or top.word in self._grammar.things["attacks"])
            and (alike(noun) != "goods" or top.word in self._grammar.things["attacks"])
        ):
            return [top]
        return [noun]

    def _verb_before(self, at: int, *, finite: bool = False) -> int | None:
        for each in range(at - 1, max(-1, at - FAR), -1):
            piece = self.row[each]
            if piece.kind == STOP:
                return None
            if isinstance(piece, Verb) and (not finite or piece.finite):
                return each
        return None

    def _verb_after(self, at: int) -> int | None:
        comma = False
        for each in range(at + 1, min(len(self.row), at + FAR)):
            piece = self.row[each]
            if piece.kind == COMMA:
                comma = True
            if comma and isinstance(piece, Verb) and piece.finite:
                return each
        return None

    def _taken(self, number: int, depth: int) -> list[Noun]:
        """Return the subject of an infinitive or a form in -ing: that of the verb that it hangs on, or its object."""
        row = self.row
        at = number - 1
        while at >= 0 and row[at].kind in (DATE, QUOTE):
            at -= 1
        if at < 0:
            after = self._verb_after(number)
            return [] if after is None else self.subject(after, depth + 1)
        piece = row[at]
        if isinstance(piece, Verb):
            return self.subject(at, depth + 1)
        if isinstance(piece, Noun):
            return self._from_noun(number, at, depth)
        if piece.kind == PREPOSITION:
            return self._from_preposition(number, at, depth)
        other = self._verb_before(at, finite=piece.kind == COMMA)
        if other is not None:
            return self.subject(other, depth + 1)
        after = self._verb_after(number)
        return [] if after is None else self.subject(after, depth + 1)

    def _from_noun(self, number: int, at: int, depth: int) -> list[Noun]:
        row = self.row
        verb, noun = row[number], row[at]
        assert isinstance(verb, Verb)
        assert isinstance(noun, Noun)
        governor = self._verb_before(at)
        if verb.ing:
            return [noun]
        if noun.complement is not None and (noun.actors or noun.owner):
            return [noun]
        if governor is None:
            return [noun] if noun.complement is None else []
        main = row[governor]
        assert isinstance(main, Verb)
        direct = at - governor <= 2 and row[at - 1].kind != PREPOSITION
        if (
            direct
            and any(lemma in self._grammar.control for lemma in main.lemmas)
            and noun.complement is None
        ):
            return [noun]
        return self.subject(governor, depth + 1)

    def _from_preposition(self, number: int, at: int, depth: int) -> list[Noun]:
        row = self.row
        word = row[at].word
        before = at - 1
        while before >= 0 and row[before].kind == DATE:
            before -= 1
        governor = self._verb_before(at)
        if governor is None:
            noun = row[before] if before >= 0 else None
            if isinstance(noun, Noun) and (noun.actors or noun.owner):
                return [noun]
            after = self._verb_after(number)
            return [] if after is None else self.subject(after, depth + 1)
        main = row[governor]
        assert isinstance(main, Verb)
        if word == "for" and main.word in ("impose", "slap"):
            return [
                each.noun for each in self.after(governor).governed if each.preposition in ("on", "against")
            ]
        if (word == "of" and BLAMED.intersection(main.lemmas)) or (
            word == "for" and REPAID.intersection(main.lemmas)
        ):
            if main.passive:
                return self.subject(governor, depth + 1)
            found = self.after(governor).indirect
            objects = self.after(governor).objects
            if found is not None:
                return [found]
            whom = next((each for each in objects if alike(each) == "actor"), None)
            if whom is not None:
                return [whom]
        return self.subject(governor, depth + 1)

    def after(self, number: int) -> Beside:
        """Return what stands after a verb, up to the end of its clause."""
        return Walk(self.row, number).run()

    def after_noun(self, number: int) -> tuple[list[Governed], list[Dated], int]:
        """Return the phrases with prepositions that follow a phrase at once, and the dates, and where they end."""
        row = self.row
        governed: list[Governed] = []
        dates: list[Dated] = []
        at = number + 1
        end = number
        while at < len(row):
            piece = row[at]
            if isinstance(piece, Dated):
                dates.append(piece)
                end = at
                at += 1
            elif piece.kind == PREPOSITION and at + 1 < len(row) and isinstance(noun := row[at + 1], Noun):
                governed.append(Governed(piece.word, noun))
                end = at + 1
                for place in self._listed(at + 1, number):
                    more = row[place]
                    assert isinstance(more, Noun)
                    governed.append(Governed(piece.word, more))
                    end = place
                at = end + 1
            elif piece.kind == QUOTE or (
                isinstance(piece, Verb)
                and piece.word == "be"
                and at + 1 < len(row)
                and row[at + 1].kind == PREPOSITION
                and governed
            ):
                at += 1
            else:
                break
        return governed, dates, end

    def _listed(self, number: int, head: int) -> list[int]:
        """Return where the phrases stand that are coordinated with one: "of 300 rifles, 20 tanks and 40 mortars"."""
        row, found, sure = self.row, list[int](), 0
        leads = self._leads(head)
        noun = row[number]
        at = number + 1
        while at + 1 < len(row) and row[at].kind in (COMMA, CONJUNCTION):
            last = row[at].kind == CONJUNCTION
            at += 2 if not last and row[at + 1].kind == CONJUNCTION else 1
            more = row[at] if at < len(row) else None
            if not isinstance(more, Noun) or not isinstance(noun, Noun):
                break
            if alike(more) != alike(noun) or (not leads and is_subject(row, at)):
                break
            found.append(at)
            if last or row[at - 1].kind == CONJUNCTION:
                sure = len(found)
            at += 1
        return found[:sure]

    def _leads(self, head: int) -> bool:
        """Tell whether a phrase begins a clause, so that the verb that follows its complements is its own."""
        before = self.row[head - 1] if head > 0 else None
        if before is None or before.kind == RELATIVE or before.word in SAYING:
            return True
        return self._verb_before(head, finite=True) is None

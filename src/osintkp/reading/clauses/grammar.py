"""The closed words of English, its verbs and the rows of the frame tables, as the reader needs them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from osintkp.reading.bending import plural
from osintkp.reading.clauses.forms import Verbs, forms, forms_of
from osintkp.vocabulary.tables import whole_table

THING_FIELDS = frozenset(("thing", "amount", "person"))
FAMILIES = ("transfer", "deployment", "loss", "seizure", "treaty", "meeting", "test", "limit")


class Word:
    """
    What a word can be.

    Attributes:
        closed: The class of a closed word: ``preposition``, ``conjunction``, ``be`` ...; None for an open word.
        verbs: Lemma and forms for each verb that it can be: ``b`` base, ``s`` third person, ``d`` past, ``n`` past
            participle, ``g`` the form in -ing.
        forms: The forms of all its verbs together.
        noun: The singular of a noun that frames know; None for another.
        standing: What it can stand for: ``agent``, ``carrier``, ``troops``, ``people``, ``goods``.
        complement: What it does to a verb that follows it ("decision to send"): a modality, ``negated`` or the empty string; None
            where it takes no verb.
        plain: Whether it is a noun or adjective and nothing else.
        present: Whether it is a form of a verb whose present is never a noun.
        phrases: Phrases that begin with it, the longest first: the words after it, their class and what they come to.
        seconds: The second words of these phrases; the empty string stands for a phrase of one word.
    """

    __slots__ = (
        "closed",
        "complement",
        "forms",
        "noun",
        "phrases",
        "plain",
        "present",
        "seconds",
        "standing",
        "verbs",
    )

    def __init__(self) -> None:
        self.closed: str | None = None
        self.verbs: Verbs = ()
        self.forms = ""
        self.plain = True
        self.present = False
        self.noun: str | None = None
        self.standing: frozenset[str] = frozenset()
        self.phrases: list[tuple[tuple[str, ...], str, str]] = []
        self.seconds: frozenset[str] = frozenset()
        self.complement: str | None = None

    def finish(self, present: frozenset[str]) -> None:
        """
        Keep what follows from the rest, when all of it is entered.

        Args:
            present: Verbs whose present is never a noun.
        """
        self.phrases.sort(key=lambda each: -len(each[0]))
        self.seconds = frozenset(rest[0] if rest else "" for rest, _, _ in self.phrases)
        self.forms = forms_of(self.verbs)
        self.plain = not (self.closed or self.verbs or self.phrases)
        self.present = any(lemma in present for lemma, _ in self.verbs)


class Grammar:
    """
    The words of a language, looked up one by one.

    Attributes:
        words: What each word can be.
        catenative: What a verb does to the verb after it.
        control: Verbs whose object does the verb after it.
        rows: The rows of the frame tables; ``sought`` is the sort of thing without which a row tells nothing, else empty.
        verb_rows: The numbers of the rows of each verb.
        noun_rows: The numbers of the rows of each noun.
        light: Verbs that say of a noun no more than that it happens ("make deliveries").
        things: Word lists on what phrases are about.
        triggers: Words that a row can begin with.
    """

    __slots__ = (
        "_by_rule", "_family_nouns", "_rows_of", "catenative", "control", "light", "noun_rows", "rows", "things", "triggers", "verb_rows", "words",
    )  # fmt: skip

    def __init__(self, tables: Table, rows: list[Table]) -> None:
        self.words: dict[str, Word] = {}
        self.catenative = {verb: does for does, verbs in tables["catenative"].items() for verb in verbs}
        self.control = frozenset(tables["control"]["object"])
        self.rows = rows
        self._by_rule = {(row["family"], row["rule"]): row for row in reversed(rows)}
        self._rows_of: dict[tuple[str, ...], tuple[list[Table], list[Table]]] = {}
        self.verb_rows = _numbered(rows, "verbs")
        self.noun_rows = _numbered(rows, "nouns")
        self._enter_words(tables)
        self._enter_verbs(tables)
        for noun in self.noun_rows:
            self._enter_noun(noun)
        present = frozenset(tables["present"]["only"])
        for found in self.words.values():
            found.finish(present)
        self.triggers = frozenset((*self._triggers(), *_numbered(rows, "words")))
        self.things = {name: frozenset(words) for name, words in tables["things"].items()}
        self.light = frozenset(tables["light"]["verbs"])
        self._family_nouns = {
            family: frozenset(
                noun for row in rows if row["family"] == family for noun in row.get("nouns", ())
            )
            for family in FAMILIES
        }

    def rows_of(self, lemmas: tuple[str, ...]) -> tuple[list[Table], list[Table]]:
        """Return the rows of verbs in order, and those of them that come last; rows that families try alone are none."""
        found = self._rows_of.get(lemmas)
        if found is None:
            rows = [self.rows[each] for lemma in lemmas for each in self.verb_rows.get(lemma, ())]
            rows = [row for row in rows if not row.get("own")]
            found = [row for row in rows if not row.get("late")], [row for row in rows if row.get("late")]
            self._rows_of[lemmas] = found
        return found

    def row(self, family: str, rule: str) -> Table:
        """Return the row of a family by its rule."""
        return self._by_rule[family, rule]

    def nouns_of(self, family: str) -> frozenset[str]:
        """Return the nouns of the rows of a family."""
        return self._family_nouns.get(family, frozenset())

    def _triggers(self) -> Iterator[str]:
        for row in self.rows:
            yield from row.get("triggers", ())
        for text, word in self.words.items():
            if (
                word.noun is not None
                or any(lemma in self.verb_rows for lemma, _ in word.verbs)
                or any(closed == "noun" or closed.startswith("verb") for _, closed, _ in word.phrases)
            ):
                yield text

    def _word(self, word: str) -> Word:
        return self.words.setdefault(word, Word())

    def _enter_words(self, tables: Table) -> None:
        for closed, words in tables["words"].items():
            for word in words if closed != "standing" else ():
                self._word(word).closed = closed
        for standing, words in tables["words"]["standing"].items():
            for word in words:
                self._word(word).standing |= {standing}
        for does, words in tables["complement"].items():
            for word in words:
                self._word(word).complement = does
        for closed, phrases in tables["phrases"].items():
            for phrase, means in phrases.items():
                self._enter_phrase(phrase.split(), closed, means)

    def _enter_phrase(self, words: list[str], closed: str, means: str) -> None:
        self._word(words[0]).phrases.append((tuple(words[1:]), closed, means))

    def _enter_verbs(self, tables: Table) -> None:
        bending = tables["bending"]
        known = dict.fromkeys(
            [
                *tables["verbs"]["other"], *self.catenative, *self.control, *self.verb_rows, *_numbered(self.rows, "beside"),
            ]
        )  # fmt: skip
        for lemma in known:
            *before, last = lemma.replace("-", " ").split()
            particle = before and "-" not in lemma
            bent = before[0] if particle else last
            bends: dict[str, str] = {}
            for form, kinds in forms(bent, bending):
                bends[form] = bends.get(form, "") + kinds  # "put" is every form but two
            for form, kinds in bends.items():
                if not before:
                    word = self._word(form)
                    word.verbs = (*word.verbs, (lemma, kinds))
                elif particle:
                    self._enter_phrase([form, *before[1:], last], f"verb:{kinds}", lemma)
                else:
                    self._enter_phrase([*before, form], f"verb:{kinds}", lemma)

    def _enter_noun(self, noun: str) -> None:
        *before, last = noun.replace("-", " ").split()
        for form in {last: None, plural(last): None}:
            if before:
                self._enter_phrase([*before, form], "noun", noun)
            else:
                self._word(form).noun = noun


Table = dict[str, Any]


def _numbered(rows: Iterable[Table], key: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in row.get(key, ()):
            found.setdefault(word, []).append(number)
    return found


def _sought(row: Table) -> str:
    """Return the sort of thing without which a row tells nothing; the empty string for a row that needs none."""
    needs = any(THING_FIELDS.issuperset(fields) for fields in row["needs"])
    return str(row["thing"]) if needs else ""


@functools.cache
def grammar() -> Grammar:
    """Return the grammar with the rows of every family of frames."""
    rows = [
        {**row, "family": family, "sought": _sought(row)}
        for family in FAMILIES
        for row in whole_table(f"reading/frames_{family}").get("frame", ())
    ]
    return Grammar(whole_table("reading/grammar"), rows)

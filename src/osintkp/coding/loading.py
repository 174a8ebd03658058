"""Loading: everything sound in some codings, and a problem for each thing that is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.coding.documents import Document, ReadLine, documents
from osintkp.coding.faults import Fault, Place, StructureError, placed, problem_of, refuse
from osintkp.coding.files import READ_ALL
from osintkp.coding.making import made_claim, made_source
from osintkp.coding.places import Places, Where
from osintkp.coding.saved import Saved
from osintkp.coding.sound import Sound
from osintkp.coding.texts import Texts
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.file_access import FileAccess, FilePlace
from osintkp.paths import is_folder, resolved
from osintkp.problems import Problem

TRIES = 4


def load_claims(
    paths: Iterable[Path], texts: Path | None = None, access: FileAccess = READ_ALL
) -> tuple[Claims, tuple[Problem, ...]]:
    """
    Return everything sound in some codings, and a problem for each thing that is not.

    Nothing is raised for what a file says: what is unsound is left out and listed.

    Args:
        paths: Coding files, or folders of them; a file that is named twice is read once.
        texts: A folder with texts; None looks beside each coding alone.
        access: What files may be read, and how much of them.
    """
    named = list(paths)
    for _ in range(TRIES):
        saved = Saved(access)
        loader = _loaded(named, texts, access, saved)
        if not saved.mixed(loader.problems):
            break
    else:
        with saved.still():
            loader = _loaded(named, texts, access, Saved(access))
    return Claims.by_id(loader.claims, loader.sources), tuple(loader.problems)


def _loaded(paths: Iterable[Path], texts: Path | None, access: FileAccess, saved: Saved) -> Loader:
    loader = Loader(texts, access)
    seen: set[Path] = set()
    for path in paths:
        for file in saved.files(path, loader.problems):
            if (own := resolved(file.path)) not in seen:
                seen.add(own)
                for document in documents(file, loader.problems, loader.opening, access, saved.read):
                    loader.add(document)
    loader.follow_links()
    return loader


def taken(name: str, first: str, file: object, line: int | None) -> InvalidValueError:
    """Return the error for an id that another, which stands first, has already, be it in other capitals."""
    at = f"{str(file)!r} has {first!r}" + ("" if line is None else f" in line {line}")
    fix = f"{at}; give each an id of its own, and not in capitals alone"
    return InvalidValueError("duplicate-id", "this id is taken", name, fix)


def rewrites_nothing(source: str) -> Fault:
    """Return the fault of a source that rewrites one that is not here."""
    error = InvalidValueError("unknown-source", "no source here has this id", source, "load it too")
    return ("source", "derived_from"), error


def leads_nowhere(index: int, target: str, *, its_source_is_here: bool) -> Fault:
    """Return the fault of a link, by its place among those of its claim, that leads to a claim that is not here."""
    if its_source_is_here:
        what, fix = "no claim here has this id", "mend the id, or code the claim"
        error = InvalidValueError("unknown-claim", what, target, fix)
    else:
        what, fix = "no source here has this claim", "load its source too"
        error = InvalidValueError("dangling-link", what, target, fix)
    return ("links", index, "claim"), error


class Loader:
    """
    Takes documents one by one and keeps what is sound; the rest becomes problems.

    Attributes:
        sources: The sound sources by id.
        claims: The sound claims by id.
        problems: What was not sound, or not read as written.
    """

    def __init__(
        self, texts: Path | None = None, access: FileAccess = READ_ALL, *, missing_told: bool = True
    ) -> None:
        self._places = Places()
        self.sources = self._places.sources
        self.claims = self._places.claims
        self.problems: list[Problem] = []
        self._limits = access.limits
        self._texts = Texts(texts, access, told=missing_told)
        self._sound = Sound(access.limits)
        self._left_out: set[str] = set()
        if texts is not None and not is_folder(texts):
            fix = "give the name of a folder"
            fault = InvalidValueError("file-missing", "there is no such folder of texts", None, fix)
            self.problems.append(problem_of(((), fault), texts))

    def opening(self, document: Document) -> ReadLine | None:
        """Make the source of a document; return what reads a line with a claim of it, None where it is not sound."""
        try:
            sound = self._sound.source(document.head)
            source, faults = (sound, []) if sound is not None else made_source(document.head, self._limits)
        except StructureError as error:
            document.faults = error.faults
            return None
        document.source, missed = self._with_text(source, document.folder)
        document.faults = [*faults, *missed]
        return partial(self._sound.line, document.source)

    def add(self, document: Document) -> None:
        """Take the source and the claims of one document."""
        if document.faults is None:
            self.opening(document)
        where, source, faults = (document.file, document.line), document.source, document.faults or ()
        second = None if source is None else self._second(source.id, ("source", "id"))
        if source is None or second is not None:
            self._report(faults if second is None else [second], where, lost=len(document.claims))
            return
        self._report(faults, where)
        self._places.open(source, where)
        keep = self._places.keep
        for number, (line, data) in enumerate(document.claims, start=1):
            if type(data) is not Claim or not keep(data.id, data, line):
                self._claim(source, number, data, (document.file, line))

    def _with_text(self, source: Source, folder: FilePlace) -> tuple[Source, Sequence[Fault]]:
        if source.text is not None:
            return source, ()
        try:
            with placed("source", "text"):
                return self._texts.attached(source, folder), ()
        except StructureError as error:
            return source, error.faults

    def _claim(self, source: Source, number: int, data: Any, where: Where) -> None:
        claim = data if type(data) is Claim else self._sound.claim(source, data)
        if claim is not None and self._places.keep(claim.id, claim, where[1]):
            return
        own = data.get("id") if isinstance(data, dict) else None
        name = f"{source.id}/{own if isinstance(own, str) else f'#{number}'}" if claim is None else claim.id
        try:
            claim, notes = made_claim(source, data, self._limits) if claim is None else (claim, [])
            refuse([fault for fault in [self._second(claim.id, ("id",))] if fault is not None])
        except StructureError as error:
            self._report(error.faults, where, name)
            self._left_out.add(name)
            return
        self._places.keep(claim.id, claim, where[1])
        self._report(notes, where, name)

    def _second(self, name: str, place: Place) -> Fault | None:
        """Return what is wrong with an id that is taken, be it in other capitals: not every file system tells them apart."""
        first = self._places.taken(name)
        return None if first is None else (place, taken(name, first, *self._places.of(first)))

    def follow_links(self) -> None:
        """Report every link that leads to nothing that was loaded."""
        for source in self.sources.values():
            if source.derived_from is not None and source.derived_from not in self.sources:
                self._report([rewrites_nothing(source.derived_from)], self._places.of(source.id))
        for claim in (each for each in self.claims.values() if each.links):
            if dangling := list(self._dangling(claim)):
                self._report(dangling, self._places.of(claim.id), claim.id)

    def _dangling(self, claim: Claim) -> Iterator[Fault]:
        for index, link in enumerate(claim.links):
            if link.claim not in self.claims and link.claim not in self._left_out:
                here = link.claim.partition("/")[0] in self.sources
                yield leads_nowhere(index, link.claim, its_source_is_here=here)

    def _report(
        self, faults: Iterable[Fault], where: Where, claim: str | None = None, *, lost: int = 0
    ) -> None:
        file, line = where
        self.problems += (problem_of(fault, file, line=line, claim=claim, lost=lost) for fault in faults)

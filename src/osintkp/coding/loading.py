"""Loading: everything sound in some codings, and a problem for each thing that is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.coding.documents import Document, documents
from osintkp.coding.faults import Fault, Place, StructureError, placed, problem_of
from osintkp.coding.files import coding_files
from osintkp.coding.making import made_claim, made_source
from osintkp.coding.sound import Sound
from osintkp.coding.texts import Texts
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.problems import Problem

Where = tuple[Path, int | None]


def load_claims(paths: Iterable[Path], texts: Path | None = None) -> tuple[Claims, tuple[Problem, ...]]:
    """
    Return everything sound in some codings, and a problem for each thing that is not.

    Nothing is raised for what a file says: what is unsound is left out and listed.

    Args:
        paths: Coding files, or folders of them; a file that is named twice is read once.
        texts: A folder with texts; None looks beside each coding alone.
    """
    loader = Loader(texts)
    seen: set[Path] = set()
    for path in paths:
        for file in coding_files(path, loader.problems):
            if resolved(file) not in seen:
                seen.add(resolved(file))
                for document in documents(file, loader.problems):
                    loader.add(document)
    loader.follow_links()
    return Claims(loader.claims.values(), loader.sources.values()), tuple(loader.problems)


def resolved(file: Path) -> Path:
    """Return where a file is, or its name where no system has such a one."""
    try:
        return file.resolve()
    except (OSError, ValueError):
        return file


def _folded(name: str) -> str:
    """Return an id in small letters; the very one where it has no others, so that there are not two of each in memory."""
    small = name.lower()
    return name if small == name else small


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

    def __init__(self, texts: Path | None = None) -> None:
        self.sources: dict[str, Source] = {}
        self.claims: dict[str, Claim] = {}
        self.problems: list[Problem] = []
        self._texts = Texts(texts)
        self._sound = Sound()
        self._places: dict[str, tuple[str, Where]] = {}
        self._left_out: set[str] = set()
        if texts is not None and not texts.is_dir():
            fix = "give the name of a folder"
            fault = InvalidValueError("file-missing", "there is no such folder of texts", None, fix)
            self.problems.append(problem_of(((), fault), texts))

    def add(self, document: Document) -> None:
        """Take the source and the claims of one document."""
        where = (document.file, document.line)
        try:
            source, faults = made_source(document.head)
            self._refuse_second(source.id, ("source", "id"))
        except StructureError as error:
            self._report(error.faults, where, lost=len(document.claims))
            return
        self._report(faults, where)
        self.sources[source.id] = self._with_text(source, where)
        self._places[_folded(source.id)] = (source.id, where)
        for number, (line, data) in enumerate(document.claims, start=1):
            self._claim(self.sources[source.id], number, data, (document.file, line))

    def _with_text(self, source: Source, where: Where) -> Source:
        if source.text is not None:
            return source
        try:
            with placed("source", "text"):
                return self._texts.attached(source, where[0].parent)
        except StructureError as error:
            self._report(error.faults, where)
            return source

    def _claim(self, source: Source, number: int, data: object, where: Where) -> None:
        sound = self._sound.claim(source, data)
        if sound is not None and _folded(sound.id) not in self._places:
            self._keep(sound, where)
            return
        own = data.get("id") if isinstance(data, dict) else None
        name = f"{source.id}/{own if isinstance(own, str) else f'#{number}'}"
        try:
            claim, notes = made_claim(source, data)
            self._refuse_second(claim.id, ("id",))
        except StructureError as error:
            self._report(error.faults, where, name)
            self._left_out.add(name)
            return
        self._keep(claim, where)
        self._report(notes, where, name)

    def _keep(self, claim: Claim, where: Where) -> None:
        self.claims[claim.id] = claim
        self._places[_folded(claim.id)] = (claim.id, where)

    def _refuse_second(self, name: str, place: Place) -> None:
        """Refuse an id that is taken, be it in other capitals: not every file system tells them apart."""
        if _folded(name) in self._places:
            first, (file, line) = self._places[_folded(name)]
            raise StructureError((place, taken(name, first, file, line)))

    def follow_links(self) -> None:
        """Report every link that leads to nothing that was loaded."""
        for source in self.sources.values():
            if source.derived_from is not None and source.derived_from not in self.sources:
                self._report([rewrites_nothing(source.derived_from)], self._places[_folded(source.id)][1])
        for claim in (each for each in self.claims.values() if each.links):
            self._report(self._dangling(claim), self._places[_folded(claim.id)][1], claim.id)

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

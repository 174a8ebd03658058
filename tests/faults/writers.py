"""Every writer of the package: how it writes a version to a target, and what is read back from there."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

import attrs

import osintkp
from archived import lines_file
from builders import claim
from osintkp import scale, store
from osintkp.claims import Claims
from osintkp.command import main
from osintkp.errors import OsintkpError
from osintkp.evidence import Source, Span
from osintkp.exports import names
from osintkp.writing import write_whole

OLD, NEW, NEWER = 0, 1, 2
FILLER = "The road along the river was closed again on the day after, and nobody said for how long.\n"


@attrs.frozen(kw_only=True)
class Writer:
    """
    A way in which the package writes.

    Attributes:
        name: What it is called in the tests.
        target: What it writes, inside an empty folder.
        write: Writes a version of the content to a target.
        read: Returns what can be read from there, as a short text that differs from version to version; None for nothing.
        by_batches: Whether it may leave a part that is whole, and goes on from there: the reading of archives.
        outside: Whether DuckDB, pyarrow or SQLite write for it too, where no call of Python's can be made to fail.
        alone: Whether a second process at the same target is refused.
    """

    name: str
    target: str
    write: Callable[[Path, int], object]
    read: Callable[[Path], str | None]
    by_batches: bool = False
    outside: bool = False
    alone: bool = False


def writers() -> dict[str, Writer]:
    """Return every writer by its name."""
    every = [*codings(), *exports(), *tables(), *commands(), *archives()]
    found = {each.name: each for each in every}
    assert len(every) == len(found)
    return found


def codings() -> list[Writer]:
    """Return what ``corpus.save`` writes."""

    def save(target: Path, version: int, *, count: int, texts: bool) -> None:
        content(version, count).save(target, texts=texts)

    forms = [("one.toml", 1), ("one.json", 1), ("all.jsonl", 3), ("codings", 3)]
    return [
        Writer(
            name=f"save {target}{' with texts' if texts else ''}",
            target=target,
            write=partial(save, count=count, texts=texts),
            read=loaded,
        )
        for target, count in forms
        for texts in (False, True)
    ]


def exports() -> list[Writer]:
    """Return what ``corpus.export`` and ``corpus.report`` write."""

    def export(target: Path, version: int, *, form: str) -> None:
        content(version).export(form, target)

    def report(target: Path, version: int) -> None:
        content(version).report(target, pictures=False)

    return [
        Writer(name="report", target="report.html", write=report, read=digest_of),
        *(
            Writer(
                name=f"export {form}",
                target=f"exported.{form}",
                write=partial(export, form=form),
                read=digest_of,
            )
            for form in names()
        ),
    ]


def tables() -> list[Writer]:
    """Return what is written as Parquet: tables, stores, and the findings of a store."""

    def parquet(target: Path, version: int) -> None:
        content(version).to_parquet(target)

    def findings(target: Path, version: int) -> None:
        content(version).check().to_parquet(target)

    def gather(target: Path, version: int) -> None:
        store.gather(coding_of(target, version), target)

    def check(target: Path, version: int) -> None:
        made = target.parent.parent / f"store-{version}"
        if not made.exists():
            content(version).to_parquet(made)
        scale.check(made, to=target)

    return [
        Writer(name="table of claims", target="claims.parquet", write=parquet, read=digest_of),
        Writer(name="table of findings", target="findings.parquet", write=findings, read=digest_of),
        Writer(name="store", target="store", write=parquet, read=opened, outside=True),
        Writer(name="store gathered", target="store", write=gather, read=opened, outside=True),
        Writer(name="findings of a store", target="found.parquet", write=check, read=digest_of, outside=True),
    ]


def commands() -> list[Writer]:
    """Return what the commands write with ``--to``."""

    def run(target: Path, version: int, *, words: tuple[str, ...]) -> None:
        told, said = io.StringIO(), io.StringIO()
        coding = str(coding_of(target, version))
        given = [
            {"CODING": coding, "TEXT": str(Path(coding).with_suffix(".txt"))}.get(word, word)
            for word in words
        ]
        no_pictures = patch("osintkp.showing.pictures.pictures", return_value=None)  # they take long to draw
        with redirect_stderr(told), redirect_stdout(said), no_pictures:
            status = main([*given, "--to", str(target)])
        if status not in (0, 1):
            raise OsintkpError(told.getvalue())

    made: list[tuple[str, str, tuple[str, ...], Callable[[Path], str | None]]] = [
        ("check", "found.txt", ("check", "CODING"), digest_of),
        ("check as SARIF", "found.sarif", ("check", "CODING", "--format", "sarif"), digest_of),
        ("export", "claims.csv", ("export", "csv", "CODING"), digest_of),
        ("read", "read.jsonl", ("read", "TEXT"), loaded),
        ("read as text", "read.txt", ("read", "TEXT", "--format", "text"), digest_of),
        ("read as TOML", "read.toml", ("read", "TEXT", "--format", "toml"), digest_of),
        ("report", "page.html", ("report", "CODING"), digest_of),
        ("reanchor", "moved.jsonl", ("reanchor", "CODING", "TEXT", "--source", "wire"), loaded),
        ("verify", "verified.json", ("verify", "CODING", "--json"), digest_of),
        ("show", "shown.html", ("show", "CODING", "--source", "wire"), digest_of),
    ]  # fmt: skip

    def schema(target: Path, version: int) -> None:
        if version != NEW:  # there is but one schema; what stands in for another may be killed as well
            write_whole({target: f"another schema, {version}".encode()})
            return
        run(target, version, words=("schema",))

    return [
        Writer(name="osintkp schema", target="schema.json", write=schema, read=digest_of),
        *(
            Writer(name=f"osintkp {name}", target=target, write=partial(run, words=words), read=read)
            for name, target, words, read in made
        ),
    ]


def archives() -> list[Writer]:
    """Return what the reading of archives writes; a later version is the same archive with articles added."""

    def read(target: Path, version: int) -> None:
        archive = target.parent.parent / f"wire-{version}.jsonl"
        if not archive.exists():
            lines_file(archive.parent, 4 + 4 * version, archive.name)
        osintkp.read_archive(archive, target, jobs=1, batch=700)

    return [Writer(name="archive", target="drafts", write=read, read=listed, by_batches=True, alone=True)]


@cache
def content(version: int, count: int = 3) -> osintkp.Corpus:
    """Return a version of a corpus; a later one has other figures and other texts."""
    made, sources = [], []
    for number, source in enumerate(("wire", "agency", "radio")[:count]):
        words = f"{40 + 10 * version + number} trucks"
        text = f"Chad sent {words} to Sudan in May 2023, the UN said.\n" + FILLER * (3 + version)
        one = claim(
            f"{source}/trucks", sender="TD", recipient="SD", item="vehicles/truck", when="2023-05", quote=words,
            amount=f"{words.partition(' ')[0]} truck", destination=f"Port Sudan, quay {version}",
        )  # fmt: skip
        made.append(attrs.evolve(one, spans=(Span(quote=words).located(text),)))
        sources.append(
            Source(id=source, file=f"{source}.txt", publisher=f"{source} {version}").attached(text)
        )
    return osintkp.Corpus(claims=Claims(made, sources))


def coding_of(target: Path, version: int) -> Path:
    """Return a coding that holds a version, outside of the target's folder, with an article beside it."""
    coding = target.parent.parent / f"coding-{version}.jsonl"
    if not coding.exists():
        content(version).save(coding, texts=True)
        coding.with_suffix(".txt").write_text(content(version).sources["wire"].text or "")
    return coding


def digest_of(path: Path) -> str | None:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.exists() else None


def loaded(path: Path) -> str | None:
    """Return what a corpus holds that is loaded from there, and from the whole folder, so that a leftover that can be is."""
    folder = path.parent if path.suffix else path
    if not folder.exists() or not any(folder.iterdir()):
        return None
    whole, *alone = [osintkp.load(each, lenient=True) for each in dict.fromkeys([folder, path])]
    codes = sorted({each.code for each in whole.problems} - {"file-leftover"})
    held = [told(each) for each in (whole, *alone)]
    return " and ".join(dict.fromkeys([*codes, *held])) if whole.claims or codes else None


def opened(path: Path) -> str | None:
    """Return the hash of the manifest of a store, of which every file is held against it."""
    if not path.exists():
        return None
    with osintkp.open(path) as stored:
        return f"{len(stored)} claims, {digest_of(path / 'osintkp.json')}"


def told(corpus: osintkp.Corpus) -> str:
    """Return a hash of all that a corpus holds, and its first figure to be read."""
    whole = repr([[*corpus.claims], [*corpus.sources], [each.text for each in corpus.sources]])
    first = next((each.amount for each in corpus.claims), None)
    return f"{len(corpus.claims)} claims, {first}, {hashlib.sha256(whole.encode()).hexdigest()[:12]}"


def listed(folder: Path) -> str | None:
    """Return every file of a folder with its hash, but for what a save that was cut off has left."""
    if not folder.exists():
        return None
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return "\n".join(
        f"{path.relative_to(folder)} {digest_of(path)}" for path in files if not is_leftover(path)
    )


def is_leftover(path: Path) -> bool:
    """Tell whether a name is one of those that no reader of the package reads."""
    return path.name.startswith(".osintkp-") and path.name.endswith(".tmp")


def folder_for(writer: Writer, place: Path, version: int | None) -> Path:
    """Return the target in a new folder of its own, where a version lies already, if there is one."""
    target = place / "here" / writer.target
    target.parent.mkdir(parents=True)
    if version is not None:
        writer.write(target, version)
    return target

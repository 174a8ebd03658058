"""Draft claims from articles, for review."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osintkp.command._output import CLEAN, UNUSABLE, completed, is_terminal, put, takes_target, tell
from osintkp.errors import InvalidValueError

if TYPE_CHECKING:
    from osintkp.claim import Claim
    from osintkp.command._colour import Line
    from osintkp.corpus import Corpus
    from osintkp.drafts import Draft

STANDARD_INPUT = "-"
CODINGS = (".toml", ".json", ".jsonl")
UNSURE = 0.6  # a field that was read less surely than this is shown in colour


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    paths = parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a text, page or folder of them, a .jsonl or .warc.gz archive; - for standard input",
    )
    completed(paths, "file")
    parser.add_argument("--published", metavar="DATE", help="when they were published, for dates told by it")
    parser.add_argument(
        "--format",
        choices=("text", "toml", "json", "jsonl"),
        help="of the drafts (text, to be looked through)",
    )
    parser.add_argument("--lenient", action="store_true", help="exit with 0 though something was no text")
    parser.add_argument(
        "--jobs",
        type=int,
        metavar="N",
        help="read into a folder with so many processes (archives: every core)",
    )
    parser.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        help="go on with an archive where an earlier run was (yes), or delete what that wrote",
    )
    parser.add_argument(
        "--progress",
        action=argparse.BooleanOptionalAction,
        help="show a bar (as a person looks on; needs osintkp[cli] or osintkp[progress])",
    )
    takes_target(parser, "codings to correct, .toml, .json, .jsonl or a folder,")


def run(given: argparse.Namespace) -> int:
    """Draft claims; a file ending in .toml, .json or .jsonl, or a folder, gets them as codings to correct."""
    if _is_archive(given):
        return _archived(given)
    from osintkp.coding.saving import coding_text
    from osintkp.command._colour import coloured

    corpus = _drafted(given)
    for problem in corpus.problems:
        tell(str(problem))
    if not corpus.sources and corpus.problems:
        return UNUSABLE
    if not corpus.sources:
        fix = "name a .txt, .md or .html file, or a folder of them"
        raise InvalidValueError("no-text", "there is no text to read", given.paths[0], fix)
    form = given.format or "text"
    if given.to is not None and given.format is None:
        corpus.save(Path(given.to))
    elif form != "text":
        put(coding_text(corpus.claims, form), given.to)
    elif given.to is not None:
        put("".join(f"{line}\n" for line, _ in _told(corpus)), given.to)
    else:
        coloured(_told(corpus))
    return CLEAN if given.lenient or not corpus.problems else UNUSABLE


def _is_archive(given: argparse.Namespace) -> bool:
    """Tell whether more is to be read than one wants to see: an archive is named, or how it is to be read."""
    from osintkp.archives.files import is_archive

    asked = given.jobs is not None or given.resume is not None
    return asked or any(is_archive(Path(path)) for path in given.paths if path != STANDARD_INPUT)


def _archived(given: argparse.Namespace) -> int:
    """Read an archive into a folder, tell what was wrong, and how fast it went."""
    import osintkp

    if given.to is None or given.format is not None or Path(given.to).suffix.lower() in CODINGS:
        fix = "name a folder with --to, and no --format"
        raise InvalidValueError("no-folder", "an archive is read into a folder", given.to, fix)
    try:
        with _bytes_shown(given.progress) as progress:
            report = osintkp.read_archive(
                given.paths, given.to, published=given.published, jobs=given.jobs,
                resume=given.resume is not False, progress=progress,
            )  # fmt: skip
    except KeyboardInterrupt:
        tell("interrupted: the same command goes on from here")
        raise
    for problem in report.problems:
        tell(str(problem))
    more = report.problem_count - len(report.problems)
    if more:
        tell(f"... and {more:,} more")
    tell(str(report))
    wrong = report.error_count and not given.lenient
    return UNUSABLE if wrong or not report.articles else CLEAN


@contextmanager
def _bytes_shown(wanted: bool | None) -> Iterator[bool | Callable[[int, int], object]]:
    """Give what shows a bar by the bytes that were read, as for :func:`_bar`."""
    if wanted is False or (wanted is None and not is_terminal(sys.stderr)):
        yield False
        return
    if find_spec("rich") is None:
        yield bool(wanted)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda passed, size: bar.update(task, completed=passed, total=size)


def _drafted(given: argparse.Namespace) -> Corpus:
    import osintkp

    if given.paths == [STANDARD_INPUT]:
        from osintkp.coding.files import decoded, too_large

        limits = osintkp.ResourceLimits()
        raw = sys.stdin.buffer.read(limits.article_bytes + 1)
        if len(raw) > limits.article_bytes:
            raise too_large(limits)
        return osintkp.read(decoded(raw, "article-encoding"), published=given.published)
    return osintkp.load(
        given.paths, read=True, lenient=True, progress=_bar(given.progress), published=given.published
    )


def _bar(wanted: bool | None) -> bool | Callable[[Sequence[Any]], Iterable[Any]]:
    """Return what shows a bar: where none is asked for, one where a person looks on and rich is installed."""
    if wanted is False or (wanted is None and not is_terminal(sys.stderr)):
        return False
    if find_spec("rich") is None:
        return bool(wanted)
    from rich.console import Console
    from rich.progress import track

    return lambda texts: track(texts, description="reading", console=Console(stderr=True), transient=True)


def _told(corpus: Corpus) -> Iterator[Line]:
    """Give every draft with its words and how surely each field was read: drafts are for review."""
    drafts = corpus.drafts
    texts = len({claim.source for claim in drafts})
    yield f"{len(drafts)} draft{_s(len(drafts))} from {texts} text{_s(texts)}, for review", "bold"
    per = Counter(claim.source for claim in corpus.claims)
    drafted: dict[str, list[tuple[Claim, Draft]]] = {}
    for claim in drafts:
        if claim.draft is not None:
            drafted.setdefault(claim.source, []).append((claim, claim.draft))
    for source in corpus.sources:
        mine = drafted.get(source.id, [])
        own = per[source.id] - len(mine)
        coded = f", {own} coded already" if own else ""
        yield f"{source.id}: {len(mine)} draft{_s(len(mine))}{coded}", "bold"
        for claim, draft in mine:
            yield from _drafted_claim(claim, draft)


def _drafted_claim(claim: Claim, draft: Draft) -> Iterator[Line]:
    yield f"  {claim}", ""
    for span in claim.spans:
        place = "" if span.start is None else f" [{span.start}, {span.end}]"
        yield f'      words   "{" ".join(span.quote.split())}"{place}', ""
    sure = ", ".join(f"{name} {share:.2f}" for name, share in draft.confidence.items())
    yield f"      surely  {sure or 'nothing is graded'}", "yellow" if draft.weakest < UNSURE else "green"
    yield from ((f"      look at {name}: {why}", "yellow") for name, why in draft.unfilled.items())


def _s(count: int) -> str:
    return "" if count == 1 else "s"

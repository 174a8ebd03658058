"""Reading archives: drafts of a million articles, in parallel, in memory that does not grow, resumed after a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from os import PathLike
from pathlib import Path
from time import perf_counter

import attrs

from osintkp.archives.batches import BATCH, Batch, cut
from osintkp.archives.drafting import Outcome, Settings
from osintkp.archives.journal import Done, Journal
from osintkp.archives.walking import Walk
from osintkp.archives.workers import Readers, cores, outcomes
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.extras import call, extra
from osintkp.file_access import FileAccess, Links
from osintkp.paths import path_of
from osintkp.problems import Problem, errors_in
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.typed import guarded, typed
from osintkp.validating import between

PathText = str | PathLike[str]
Progress = bool | Callable[[int, int], object]
LISTED = 1000
LARGEST_BATCH = 8 * 1024 * 1024
_COUNTED = between(0, 1e18)


@typed
@attrs.frozen(kw_only=True)
class ArchiveReport:
    """
    What came of reading an archive.

    Attributes:
        folder: Where the drafts are; ``osintkp.load(folder)`` loads them.
        articles: How many articles were read, in this run and in those that it went on from.
        claims: How many claims were drafted.
        size: The bytes of text that were read.
        earlier: How many of the articles earlier runs had read.
        earlier_size: Their bytes.
        seconds: How long this run took; no part of ``==``.
        problem_count: How many things were wrong.
        error_count: How many of them left something unread; the others are warnings.
        problems: The first thousand of them; all are in the journal beside the drafts.

    Example:
        >>> print(
        ...     ArchiveReport(
        ...         folder=Path("out"),
        ...         articles=12_000,
        ...         claims=84_312,
        ...         size=61_200_000,
        ...         seconds=160.2,
        ...     )
        ... )
        12,000 articles, 84,312 drafts, 61.2 MB in 160.2 s: 0.38 MB/s
    """

    folder: Path
    articles: int = attrs.field(default=0, validator=_COUNTED)
    claims: int = attrs.field(default=0, validator=_COUNTED)
    size: int = attrs.field(default=0, validator=_COUNTED)
    earlier: int = attrs.field(default=0, validator=_COUNTED)
    earlier_size: int = attrs.field(default=0, validator=_COUNTED)
    seconds: float = attrs.field(default=0.0, eq=False, validator=_COUNTED)
    problem_count: int = attrs.field(default=0, validator=_COUNTED)
    error_count: int = attrs.field(default=0, validator=_COUNTED)
    problems: tuple[Problem, ...] = ()

    @property
    def rate(self) -> float:
        """Return how many megabytes of text this run read in a second."""
        return (self.size - self.earlier_size) / 1e6 / self.seconds if self.seconds else 0.0

    def __str__(self) -> str:
        articles = f"{self.articles:,} article{'' if self.articles == 1 else 's'}"
        before = f" ({self.earlier:,} of them read before)" if self.earlier else ""
        drafts = f"{self.claims:,} draft{'' if self.claims == 1 else 's'}"
        size = (self.size - self.earlier_size) / 1e6
        return f"{articles}{before}, {drafts}, {size:,.1f} MB in {self.seconds:,.1f} s: {self.rate:.2f} MB/s"


@guarded
def read_archive(
    paths: PathText | Iterable[PathText], to: PathText, *, published: When | date | str | None = None,
    jobs: int | None = None, resume: bool = True, progress: Progress = False, texts: bool = True, batch: int = BATCH,
    over: Readers | None = None, limits: ResourceLimits = DEFAULT, follow_links: Links | None = None,
) -> ArchiveReport:  # fmt: skip
    """
    Draft claims from an archive of articles into a folder, in parallel and in memory that does not grow with the archive.

    An archive is folders with ``.txt``, ``.md``, ``.html``, ``.jsonl`` and ``.warc`` files (the latter two packed by gzip or
    not), or such files. The folder gets JSON Lines that ``osintkp.load(folder)`` loads, and is the same byte by byte
    whatever the number of processes, and however often the run was cut off and begun again. What is no article is a
    problem with its place, and never ends the run.

    A run that was cut off goes on where it was when it is called again. Articles that were added after the old ones, as
    lines at the end of the last file or as files that sort last, are read and the rest is left alone.

    Args:
        paths: Where the archive is.
        to: The folder for the drafts; it is made if it is not there.
        published: When those articles came out that do not say so themselves; None leaves it open.
        jobs: How many processes read; None takes every core, 1 reads in this process.
        resume: Whether to go on with what is in the folder; False deletes what an earlier run wrote there.
        progress: Whether to show a bar, which needs tqdm (``osintkp[progress]``); or a function that is given the bytes of
            the archive's files that lie behind, and how many there are.
        texts: Whether the articles' texts are kept with the drafts; without them the folder is smaller, and the words can
            be held against the texts only where ``osintkp.load(folder, texts=...)`` finds them.
        batch: How many bytes of articles go into one file, which is what a kill can cost for each process.
        over: What reads the batches, like ``osintkp.scale.on_cluster``; None for ``jobs`` processes here.
        limits: How much is taken in before it is refused; see :class:`osintkp.ResourceLimits`.
        follow_links: As for :func:`osintkp.load`.

    In a script it is called below ``if __name__ == "__main__":``, as processes are started that import the script.

    Raises:
        DateError: ``published`` is no date.
        InvalidValueError: Nothing is named (``no-path``); ``jobs`` or ``batch`` is no such number (``bad-jobs``,
            ``bad-batch``); the folder holds other codings (``folder-taken``), was read into with other settings
            (``reading-changed``) or from another archive (``archive-changed``), or is being read into (``folder-busy``);
            no process could be started (``no-workers``).
        MissingExtraError: There is a WARC archive and warcio is not installed, or a bar is asked for and tqdm is not.
        WritingError: The folder cannot be written.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> import osintkp
        >>> with TemporaryDirectory() as place:
        ...     _ = Path(place, "wire.jsonl").write_text(
        ...         '{"id": "a", "text": "Chad sent 40 trucks to Sudan."}'
        ...     )
        ...     report = read_archive(Path(place, "wire.jsonl"), Path(place, "drafts"), jobs=1)
        ...     osintkp.load(report.folder).claims.ids()
        ('a/shipment-1',)
    """
    started = perf_counter()
    named = [path_of(paths)] if isinstance(paths, (str, PathLike)) else [path_of(path) for path in paths]
    _refuse(named, jobs, batch)
    settings = Settings(
        published=None if published is None else str(When.of(published)),
        texts=texts,
        batch=batch,
        limits=limits,
    )
    access, target = FileAccess(limits=limits, follow_links=follow_links), path_of(to)
    walk, tally = Walk(named, target, access), _Tally(target)
    with Journal(target, settings, resume=resume) as journal, _shown(progress, walk) as show:
        todo = _todo(journal, walk, tally, batch)
        every = outcomes(todo, settings, jobs or cores()) if over is None else over(todo, settings)
        with closing(every):
            for done, outcome in every:
                journal.keep(done, outcome)
                tally.add(outcome)
                show(done.passed)
        show(walk.passed)
    return tally.report(perf_counter() - started)


def _refuse(named: list[Path], jobs: int | None, batch: int) -> None:
    if not named:
        fix = "name a folder or a file"
        raise InvalidValueError("no-path", "nothing was named to read", None, fix)
    if jobs is not None and (isinstance(jobs, bool) or jobs < 1):
        fix = "give 1 or more, or None for every core"
        raise InvalidValueError("bad-jobs", "so many processes cannot read", jobs, fix)
    if not 1 <= batch <= LARGEST_BATCH:
        fix = f"give 1 to {LARGEST_BATCH:,} bytes"
        raise InvalidValueError("bad-batch", "a batch cannot have this size", batch, fix)


def _todo(journal: Journal, walk: Walk, tally: _Tally, limit: int) -> Iterator[Batch]:
    """Give the batches that are to be read; those that are done go to the tally."""
    entries = walk.entries()
    for batch, done in journal.checked(entries):
        if journal.has(done):
            tally.add(done)
        else:
            yield attrs.evolve(batch, passed=walk.passed)
    for number, group in enumerate(cut(entries, limit), start=journal.next_number()):
        yield Batch(number=number, entries=group, passed=walk.passed)


class _Tally:
    """Counts what was read; of the problems no more than a list of bearable length is kept."""

    def __init__(self, folder: Path) -> None:
        self._report = ArchiveReport(folder=folder)

    def add(self, done: Outcome | Done) -> None:
        was = self._report
        earlier = isinstance(done, Done)
        self._report = attrs.evolve(
            was,
            articles=was.articles + done.articles,
            claims=was.claims + done.claims,
            size=was.size + done.size,
            earlier=was.earlier + done.articles * earlier,
            earlier_size=was.earlier_size + done.size * earlier,
            problem_count=was.problem_count + len(done.problems),
            error_count=was.error_count + len(errors_in(done.problems)),
            problems=(*was.problems, *done.problems[: LISTED - len(was.problems)]),
        )

    def report(self, seconds: float) -> ArchiveReport:
        return attrs.evolve(self._report, seconds=seconds)


@contextmanager
def _shown(progress: Progress, walk: Walk) -> Iterator[Callable[[int], object]]:
    """Return what is told how many bytes lie behind, and shows it."""
    if not progress:
        yield lambda _: None
    elif callable(progress):
        size = walk.size()
        fix = "give a function of two numbers: of the bytes that lie behind, and of all"
        yield lambda passed: call(progress, passed, size, fix=fix)
    else:
        tqdm = extra("tqdm", "progress", "a progress bar").tqdm
        with tqdm(total=walk.size(), unit="B", unit_scale=True, desc="reading") as bar:
            yield lambda passed: bar.update(passed - bar.n)

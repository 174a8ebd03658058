"""The way in: the corpus in some codings, and the one that travels with the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osintkp.claims import Claims
from osintkp.coding.loading import load_claims
from osintkp.corpus import Corpus, PathText
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.extras import Progress
from osintkp.file_access import FileAccess, Links
from osintkp.paths import is_folder, is_regular, named, path_of
from osintkp.pausing import collection_paused
from osintkp.problems import CodingError, Problem, errors_in
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.typed import guarded
from osintkp.uncoded import drafted_texts, is_text, refuse_long

if TYPE_CHECKING:
    from osintkp.stored import StoredCorpus


@guarded
def load(
    *paths: PathText | Iterable[PathText], lenient: bool = False, texts: PathText | None = None,
    read: bool = False, progress: Progress = False, published: When | date | str | None = None,
    form: str | None = None, columns: Mapping[str, str] | None = None,
    limits: ResourceLimits = DEFAULT, follow_links: Links | None = None,
) -> Corpus:  # fmt: skip
    """
    Return the corpus in some codings: folders, ``.toml``, ``.json`` or ``.jsonl`` files.

    A file that is named twice is read once. Next: ``corpus.check()``.

    Args:
        *paths: Where the codings are.
        lenient: Take what is sound and list the rest in ``problems``, instead of raising.
        texts: A folder with texts, found by name or by sha256; None looks beside each coding alone.
        read: Whether to draft claims for the texts (``.txt``, ``.md``, ``.html``) in these folders, or named here, that
            have no coding; ``corpus.save(folder)`` then writes a coding for each. A source gets its id from its file's name.
        progress: Whether to show a bar while texts are read, which needs tqdm (``osintkp[progress]``); or a function that
            is given the texts and gives each in turn, like ``tqdm`` itself.
        published: With ``read``: when those texts came out that do not say so themselves; None leaves it open.
        form: What the files are, if no codings: an export that can come back, like ``stix21``, ``web_annotation`` or
            ``csv``, or ``parquet``. They become codings and go through the same door: what is unsound is a problem, with
            its place.
        columns: With ``csv``: the field that each column of the table holds, like ``{"Supplier": "shipment.sender"}``;
            a column that is not named here is read by its own name.
        limits: How much is taken in before it is refused; see :class:`osintkp.ResourceLimits`.
        follow_links: ``inside`` to follow links in the folders that are named, where they stay inside; None to follow none.
            What is named itself may be a link.

    Raises:
        DateError: ``published`` is no date.
        InvalidValueError: Nothing is named (``no-path``), or a name that no system has (``path-bad``), or no such form can be
            loaded (``unknown-export``, ``one-way``).
        MissingExtraError: A bar is asked for and tqdm is not installed.
        CodingError: Something is unsound and ``lenient`` is not set; every problem of the load is listed.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     load_seeds().select(kind="treaty").save(folder)
        ...     load(folder)
        <Corpus: 3 sources, 8 claims, 0 problems>
    """
    if not paths:
        fix = "name a folder or a file"
        raise InvalidValueError("no-path", "nothing was named to load", None, fix)
    every = named(paths)
    alone = [path for path in every if read and is_text(path) and is_regular(path)]
    codings = [path for path in every if path not in alone]
    folder = None if texts is None else path_of(texts)
    access = FileAccess(limits=limits, follow_links=follow_links)
    with collection_paused():
        if form is None:
            claims, problems = load_claims(codings, folder, access)
        else:
            from osintkp.foreign import foreign_claims

            claims, problems = foreign_claims(codings, form, columns, folder, access)
        if read:
            where = [path for path in every if path in alone or is_folder(path)]
            drafts, more = drafted_texts(
                where, claims, progress, None if published is None else When.of(published), access
            )
            claims = Claims((*claims, *drafts), (*claims.sources, *drafts.sources))
            problems = tuple(dict.fromkeys((*problems, *more)))  # one folder may be told of on both ways
    return _admitted(claims, problems, limits, lenient=lenient)


@guarded
def from_arrow(
    table: Any, *, lenient: bool = False, texts: PathText | None = None, limits: ResourceLimits = DEFAULT
) -> Corpus:
    """
    Return the corpus in a table of Arrow, as ``corpus.to_arrow()`` gives it, or in any part of one.

    Rows and columns may be left out: what is not there is not given. Every row goes through the same door as a coding; a
    changed amount or date is told by its ``text`` or ``edtf``. Texts do not travel in tables, only their hashes.

    Args:
        table: A table of pyarrow, a frame of polars or pandas, a relation of duckdb: anything with
            ``__arrow_c_stream__``. The nested layout alone comes back.
        lenient: As for :func:`load`.
        texts: A folder with texts, found by name or by sha256; None leaves the sources without.
        limits: How much is taken in before it is refused; see :class:`osintkp.ResourceLimits`.

    Raises:
        InvalidValueError: Arrow cannot read it (``no-table``), it has the flat layout (``flat-table``) or another schema
            (``schema-version``).
        MissingExtraError: pyarrow is not installed.
        CodingError: Something is unsound and ``lenient`` is not set.

    Example:
        >>> seeds = load_seeds()
        >>> from_arrow(seeds.to_arrow()) == seeds
        True
        >>> limits = seeds.to_polars().filter(kind="limit").select("id", "kind", "amount")
        >>> from_arrow(limits).claims["s3/oil-cap"].amount
        Amount.parse('500000 barrel')
    """
    from osintkp.foreign import table_claims

    with collection_paused():
        folder = None if texts is None else path_of(texts)
        claims, problems = table_claims(table, folder, FileAccess(limits=limits))
    return _admitted(claims, problems, limits, lenient=lenient)


@guarded
def open(  # noqa: A001  as in gzip.open: what is opened is said by the module
    folder: PathText, *, verify: bool = True, memory: str | None = None, threads: int | None = None,
    scratch: PathText | None = None,
) -> StoredCorpus:  # fmt: skip
    """
    Open a store, the folder that ``corpus.to_parquet(folder)`` or :func:`osintkp.store.gather` has written.

    The claims need not fit memory: the store is asked by its columns, and claims are made of what is found.

    Args:
        folder: The store.
        verify: Whether every file is read and its hash compared before anything else is done with it; without it the sizes
            are compared, and the checksums of the pages of claims that are read in order.
        memory: How much DuckDB may use, like ``1GB``; None for 256 MB.
        threads: How many threads it may use; None for one a core.
        scratch: A folder for what is put down meanwhile; None for the system's.

    Raises:
        InvalidValueError: The folder is none (``no-store``), it is of another version (``schema-version``), a file is not as
            it was written or missing (``store-damaged``), or ``memory``, ``threads`` or ``scratch`` is none.
        MissingExtraError: duckdb or pyarrow is not installed.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     load_seeds().to_parquet(f"{folder}/seeds")
        ...     with open(f"{folder}/seeds") as stored:
        ...         stored.load() == load_seeds()
        True
    """
    from osintkp.store.shelf import Settings, Shelf
    from osintkp.stored import StoredCorpus

    beside = None if scratch is None else path_of(scratch)
    settings = Settings(memory=memory, threads=threads, scratch=beside)
    return StoredCorpus(Shelf(path_of(folder), settings, hashes=verify))


def _admitted(
    claims: Claims, problems: tuple[Problem, ...], limits: ResourceLimits, *, lenient: bool
) -> Corpus:
    """Return a corpus of what a load found, unless something in it is unsound and that is not to be."""
    errors = errors_in(problems)
    if errors and not lenient:
        raise CodingError(errors, limits.problems_printed)
    return Corpus(claims=claims, problems=problems)


@guarded
def read(
    text: str,
    published: When | date | str | None = None,
    id: str = "draft",  # noqa: A002  the name that a source has everywhere
    *,
    limits: ResourceLimits = DEFAULT,
    **details: str | None,
) -> Corpus:
    """
    Return a text as a corpus of one source, with the claims that the reader drafts from it.

    Nothing is raised for what a text says, and nothing is looked up outside: no network, no clock, no model. Every claim
    has the words that it rests on; ``claim.draft`` says by which rules it was drafted and how surely, and ``claim.accept``
    makes it one that a person stands for. Next: ``corpus.show()``, then ``corpus.accept(...)`` or ``corpus.reject(...)``.

    Args:
        text: The text, as collected.
        published: When it was published; dates told by it ("on Monday") are reckoned from it. None leaves them open.
        id: The id that its source gets.
        limits: How long a text may be; see :class:`osintkp.ResourceLimits`.
        **details: ``title``, ``publisher``, ``author``, ``address``, ``language`` or ``file`` of the source.

    Raises:
        InvalidValueError: The id is none (``bad-id``), or the text is too long (``article-size``).
        DateError: ``published`` is no date.

    Example:
        >>> draft = read("Chad received 40 trucks from France in June 2023.", id="wire")
        >>> print(draft.claims["wire/shipment-1"].sentence())
        own voice (stated) · shipment · FR > TD · 40 truck · vehicles/truck · [2023-06]
    """
    from osintkp.reading.reader import read as drafted_from

    refuse_long(text, limits)
    return Corpus(claims=drafted_from(text, published, id, **details))


@guarded
def load_seeds(texts: PathText | None = None) -> Corpus:
    """
    Return the four sources that travel with the library: on North Korea, Russia and the war against Ukraine.

    Args:
        texts: A folder with their texts, which do not travel with it; spans are verified where a text is at hand.

    Example:
        >>> load_seeds().sources.ids()
        ('s0', 's1', 's2', 's3')
    """
    inside = Path(__file__).parent / "seeds"
    return load(inside if is_folder(inside) else Path(__file__).parents[2] / "seeds", texts=texts)

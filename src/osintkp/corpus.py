"""The roof: load claims, select among them, hold them against each other, save them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

import attrs

from osintkp import checks, facts
from osintkp.claim import Claim
from osintkp.claims import Claims, Table
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.extras import Progress
from osintkp.facts import Facts
from osintkp.findings import Findings
from osintkp.frames import Frame, Framed
from osintkp.origins import Origins
from osintkp.paths import is_regular, path_of
from osintkp.problems import Problem
from osintkp.records import record_types
from osintkp.selecting import Conditions, known_by, selection
from osintkp.typed import guarded_methods, typed
from osintkp.vocabulary.scales import Severity, Stance

if TYPE_CHECKING:
    from osintkp.agreement import Agreement
    from osintkp.changes import Changes
    from osintkp.exports import Rule
    from osintkp.figures import Figures
    from osintkp.flows import Flows
    from osintkp.reanchoring import Reanchored
    from osintkp.showing.article import Shown
    from osintkp.timeline import Timeline

PathText = str | PathLike[str]


@guarded_methods
@typed
@attrs.frozen(kw_only=True, repr=False, slots=True)
class Corpus(Framed):
    """
    Sources and the claims read from them, with everything that can be asked of them.

    A corpus never changes: selecting, joining and dropping give another. What to do next::

        corpus.check()                     what does not fit, and why
        corpus.claims["s1/containers"]     one claim
        corpus.losses                      the claims of one kind
        corpus.select(kind=..., item=...)  a smaller corpus
        corpus.figures(unit="container")   figures side by side
        corpus.origins()                   who stands behind them
        corpus.show("s1")                  an article, its words marked
        corpus.report("out.html")          everything on one page
        corpus.export("stix21", "out")     for other tools

    Attributes:
        claims: The claims, in order, by id.
        problems: What the load could not take as written; no part of ``==``.
        taken_from: The corpus that this one is a state or part of, as :meth:`as_of` and :meth:`without` give it; no part
            of ``==``.

    Example:
        >>> from osintkp import load_seeds
        >>> corpus = load_seeds()
        >>> len(corpus.sources), corpus.claims["s1/containers"].amount.best
        (4, 6700.0)
    """

    claims: Claims = attrs.field(factory=Claims)
    problems: tuple[Problem, ...] = attrs.field(default=(), eq=False)
    taken_from: Corpus | None = attrs.field(default=None, eq=False)

    @property
    def sources(self) -> Table[Source]:
        """Return the sources, by id."""
        return self.claims.sources

    @property
    def shipments(self) -> Claims:
        """Return the claims about goods that one actor passes to another."""
        return self.select(kind="shipment").claims

    @property
    def troop_deployments(self) -> Claims:
        """Return the claims about forces that are sent somewhere, or stand there."""
        return self.select(kind="troop_deployment").claims

    @property
    def treaties(self) -> Claims:
        """Return the claims about agreements."""
        return self.select(kind="treaty").claims

    @property
    def limits(self) -> Claims:
        """Return the claims about caps that an authority has set."""
        return self.select(kind="limit").claims

    @property
    def losses(self) -> Claims:
        """Return the claims about what an actor has lost."""
        return self.select(kind="loss").claims

    @property
    def meetings(self) -> Claims:
        """Return the claims about people who met."""
        return self.select(kind="meeting").claims

    @property
    def seizures(self) -> Claims:
        """Return the claims about goods that somebody seized."""
        return self.select(kind="seizure").claims

    @property
    def statements(self) -> Claims:
        """Return the claims about what somebody holds, without a figure or a deed."""
        return self.select(kind="statement").claims

    @property
    def weapons_tests(self) -> Claims:
        """Return the claims about weapons that were tried out."""
        return self.select(kind="weapons_test").claims

    @property
    def drafts(self) -> Claims:
        """Return the claims that a reader drafted and nobody has accepted."""
        return self.claims.keep(claim for claim in self.claims if claim.draft is not None)

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> Claims:
            """Return the claims of a kind that somebody has added, by its plural."""
            kind = next((kind for kind in record_types() if name == _plural(kind)), None)
            if kind is None:
                raise AttributeError(f"a corpus has no attribute {name!r}")
            return self.select(kind=kind).claims

    def __dir__(self) -> list[str]:
        """Return what there is to ask, with every kind by its plural, for completion."""
        return sorted({*object.__dir__(self), *map(_plural, record_types())})

    def select(self, **conditions: Unpack[Conditions]) -> Corpus:
        """
        Return the claims that meet every condition, with their sources.

        Args:
            **conditions: ``kind``, ``sender``, ``recipient``, ``actor``, ``item``, ``unit``, ``speaker``, ``origin``,
                ``stance``, ``modality``, ``source``, ``part``: a value or several; ``during``: a period, with
                ``certain=True`` for what must overlap it, not only may; ``where``: a function of a claim.

        Raises:
            InvalidValueError: No kind, stance, modality, part, source or goods have the name that was given, or it is
                an actor's name and not its id (``unknown-word``).
            UnitError: No unit has.

        Example:
            >>> from osintkp import load_seeds
            >>> [claim.id for claim in load_seeds().select(kind="limit").claims]
            ['s3/oil-cap']
        """
        kept = self.claims.part(selection(self.claims, **conditions))
        return attrs.evolve(self, claims=kept, taken_from=None)

    def as_of(self, day: When | date | str) -> Corpus:
        """
        Return what can have been known by a day: the claims whose source need not have come out after it.

        A source without a date counts by what its claims were said; a claim with neither stays.
        """
        kept = self.claims.part(known_by(self.claims, day))
        return attrs.evolve(self, claims=kept, taken_from=self)

    def without(self, *sources: str) -> Corpus:
        """
        Return the corpus without some sources, as if they had never been read.

        Raises:
            UnknownIdError: A source is not there.
        """
        gone = {self.sources[name].id for name in sources}
        kept = [claim for claim in self.claims if claim.source not in gone]
        left = Claims(kept, (each for each in self.sources if each.id not in gone))
        return attrs.evolve(self, claims=left, taken_from=self)

    def changes(self, whole: Corpus | None = None, **asked: Any) -> Changes:
        """
        Return how the findings of this corpus differ from those of a whole that holds it.

        ``corpus.as_of(day).changes()`` tells what became known since, ``corpus.without(source).changes()`` what falls
        with a source.

        Args:
            whole: The other corpus; None for the one that :meth:`as_of` or :meth:`without` was asked of.
            **asked: As for :meth:`check`.

        Raises:
            InvalidValueError: There is no whole (``no-whole``).

        Example:
            >>> from osintkp import load_seeds
            >>> load_seeds().without("s0").changes(select="QTY").claims[0]
            's0/containers'
        """
        other = whole or self.taken_from
        if other is None:
            fix = "ask corpus.as_of(day).changes(), or give the whole"
            raise InvalidValueError("no-whole", "this corpus was taken from none", repr(self), fix)
        from osintkp.changes import changes

        return changes(other.claims, other.check(**asked), self.claims, self.check(**asked))

    def accept(self, *drafts: str, by: str, **changes: Any) -> Corpus:
        """
        Return the corpus with some drafts accepted by somebody who stands for them from now on.

        Args:
            *drafts: Whole ids of the drafts.
            by: Who accepts them; that becomes their coder.
            **changes: What one draft had wrong, as for :meth:`Claim.accept`.

        Raises:
            UnknownIdError: There is no such claim.
            InvalidValueError: One is no draft (``no-draft``), or changes are given for several (``several-claims``).

        Example:
            >>> from osintkp import read
            >>> draft = read("Chad received 40 trucks from France in June 2023.", id="wire")
            >>> draft.accept("wire/shipment-1", by="ana", amount="~40 truck").claims["wire/shipment-1"].coder
            'ana'
        """
        from osintkp.reviewing import accepted

        return attrs.evolve(self, claims=accepted(self.claims, drafts, by, changes), taken_from=None)

    def reject(self, *drafts: str) -> Corpus:
        """
        Return the corpus without some drafts; links that led to them go too.

        Raises:
            UnknownIdError: There is no such claim.
            InvalidValueError: One is no draft (``no-draft``).
        """
        from osintkp.reviewing import rejected

        return attrs.evolve(self, claims=rejected(self.claims, drafts), taken_from=None)

    def compare(self, draft: Corpus) -> Agreement:
        """
        Return how far another coding of the same texts, a draft say, agrees with this one, field by field.

        Example:
            >>> from osintkp import load_seeds
            >>> seeds = load_seeds()
            >>> seeds.compare(seeds.select(kind=("shipment", "treaty"))).precision
            1.0
        """
        from osintkp.agreement import agreement

        return agreement(self.claims, draft.claims)

    def __or__(self, other: Corpus) -> Corpus:
        """
        Return both together; a source that both have keeps its text where one of them has it.

        Raises:
            InvalidValueError: One id means two things (``duplicate-id``).
        """
        if not isinstance(other, Corpus):
            return NotImplemented
        for mine, theirs in ((self.sources, other.sources), (self.claims, other.claims)):
            for thing in theirs:
                if mine.get(thing.id) not in (None, thing):
                    fix = "give one of them another id"
                    raise InvalidValueError("duplicate-id", "one id means two things", thing.id, fix)
        bare = {source.id for source in self.sources if source.text is None}
        sources = {source.id: source for source in self.sources}
        sources |= {each.id: each for each in other.sources if each.id in bare or each.id not in sources}
        claims = {claim.id: claim for claim in self.claims}
        claims |= {each.id: each for each in other.claims if each.source in bare or each.id not in claims}
        problems = tuple(dict.fromkeys((*self.problems, *other.problems)))
        return Corpus(claims=Claims(claims.values(), sources.values()), problems=problems)

    def check(
        self, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | PathText | None = None,
        also: Iterable[checks.Own] = (), severities: Mapping[str, Severity | str] | None = None,
        at_least: Severity | str | None = None, jobs: int = 1, progress: Progress = False,
    ) -> Findings:  # fmt: skip
        """
        Return what the checks find.

        Narrow it down with ``.at_least("warning")``, ``.of("QTY")`` or ``.about("s1/containers")``; ``osintkp.explain(name)``
        tells what a check looks for.

        Args:
            select: Codes, names or families of the checks to run; empty for all.
            ignore: Those to leave out.
            using: Reference data in place of what travels with the library, or a file or folder of one's own that is
                added to it.
            also: Checks of one's own: functions of a group with a docstring, that give findings.
            severities: The severity of a check's findings above ``info`` by code, name or family, or of those of one
                verdict: ``{"single-origin": "info", "figures-conflict:undecided": "error"}``.
            at_least: The least severity to tell of; what cannot reach it is not looked into. None for all.
            jobs: In how many processes; the findings are the same. Under an interpreter that starts them anew, as outside
                Linux, a script needs ``if __name__ == "__main__":``.
            progress: Whether to show a bar, which needs tqdm (``osintkp[progress]``); or a function that is given what takes
                its time and gives it in turn, like ``tqdm`` itself.

        Raises:
            MissingExtraError: A bar is asked for and tqdm is not installed.
            UnknownCheckError: A name means no check.
            InvalidValueError: There is no such severity (``unknown-word``), or ``jobs`` is below 1 (``out-of-range``).
            CodingError: The reference data are unsound.

        Example:
            >>> from osintkp import load_seeds
            >>> def counted_in_thousands(group):
            ...     '''A figure has three noughts at its end: nobody counted.'''
            ...     amount = group.claims[0].amount
            ...     if amount is not None and amount.best and amount.best % 1000 == 0:
            ...         yield group.finding("undecided", f"{amount} is a round figure")
            >>> len(load_seeds().check(select="counted-in-thousands", also=[counted_in_thousands]))
            12
        """
        known = using if isinstance(using, Facts) else facts.load_facts(using) if using else facts.shipped()
        return checks.run(
            self.claims,
            known,
            select,
            ignore,
            also=also,
            severities=severities,
            at_least=at_least,
            jobs=jobs,
            progress=progress,
        )

    def figures(self, **conditions: Unpack[Conditions]) -> Figures:
        """
        Return every figure among the claims that meet some conditions (as for :meth:`select`), side by side.

        ``.band`` is what they share, ``.series`` how each origin's count went on, ``.origins`` who stands behind them,
        ``.plot()`` a picture.

        Example:
            >>> from osintkp import load_seeds
            >>> len(load_seeds().figures(kind="shipment", unit="container"))
            4
        """
        from osintkp.figures import Figures

        return Figures(self.claims, selection(self.claims, **conditions))

    def origins(self, **conditions: Unpack[Conditions]) -> Origins:
        """Return the origins behind the claims that meet some conditions (as for :meth:`select`)."""
        return Origins(self.claims, selection(self.claims, **conditions))

    def flows(self, **conditions: Unpack[Conditions]) -> Flows:
        """Return who passes what to whom among the claims that meet some conditions (as for :meth:`select`)."""
        from osintkp.flows import Flows

        return Flows(selection(self.claims, **conditions))

    def timeline(self, **conditions: Unpack[Conditions]) -> Timeline:
        """Return the claims that meet some conditions (as for :meth:`select`) in order of time."""
        from osintkp.timeline import Timeline

        return Timeline(selection(self.claims, **conditions))

    def show(self, source: str | None = None, *, findings: Findings | None = None) -> Shown:
        """
        Return an article with its quoted words marked, and its claims and findings beside them, for a notebook.

        Args:
            source: Its id; None where the corpus has one source.
            findings: What is told of them; None for all that :meth:`check` finds.

        Raises:
            UnknownIdError: There is no such source.
            InvalidValueError: None is named and there are several, or none (``which-source``).

        Example:
            >>> from osintkp import Findings, read
            >>> draft = read("Chad received 40 trucks from France.", id="wire")
            >>> print(draft.show(findings=Findings([])))
            wire
              wire/shipment-1: own voice (stated) · shipment · FR > TD · 40 truck · vehicles/truck
                  [0, 35] Chad received 40 trucks from France
        """
        from osintkp.showing.article import Shown

        if source is None and len(self.sources) != 1:
            fix = (
                f"name one of {', '.join(self.sources.ids()[:6]) or 'the sources of a corpus that has some'}"
            )
            raise InvalidValueError(
                "which-source", "one article is shown at a time", source, fix, field="source"
            )
        shown = next(iter(self.sources)) if source is None else self.sources[source]
        told = self.check() if findings is None else findings
        claims = tuple(selection(self.claims, source=shown.id))
        ids = {claim.id for claim in claims}
        return Shown(
            source=shown,
            claims=claims,
            findings=tuple(each for each in told if ids.intersection(each.claims)),
        )

    def reanchor(self, source: str, text: str, *, on: date | str | None = None) -> tuple[Corpus, Reanchored]:
        """
        Return the corpus with the quotes of a source at their places in a new text of it, and the log of every move.

        No quote is altered. One that is not in the new text, or could be in several places, keeps no place and is listed in
        ``log.open``; the notes of the source get a line with the old and the new sha256.

        Args:
            source: The id of the source whose article has changed.
            text: The article as it is now.
            on: The day on which this is done, for the log; None leaves it out.

        Raises:
            UnknownIdError: There is no such source.
            InvalidValueError: The text is empty (``article-blank``) or holds half a character (``text-surrogate``).

        Example:
            >>> from osintkp import read
            >>> corpus = read("Chad received 40 trucks from France.", id="wire")
            >>> corpus, log = corpus.reanchor("wire", "Chad has received 40 trucks.")
            >>> [move.how.value for move in log.open]
            ['missing']
        """
        from osintkp.reanchoring import reanchored

        claims, log = reanchored(self.claims, source, text, on)
        return attrs.evolve(self, claims=claims), log

    def report(
        self,
        path: PathText,
        *,
        title: str | None = None,
        findings: Findings | None = None,
        pictures: bool = True,
    ) -> None:
        """
        Write one page with everything that was found, in a file that needs no network.

        With ``osintkp[plots]`` the page has pictures too; every table is there without.

        Args:
            path: The file to write, or a folder that gets one named ``osintkp.html``.
            title: Of the page; None for one that names the sources.
            findings: What the page tells of; None for all that :meth:`check` finds.
            pictures: Whether it has pictures where the packages that draw them are installed.
        """
        from osintkp.writing import inside, write_whole

        page = self.page(title=title, findings=findings, pictures=pictures)
        write_whole({inside(path, "osintkp.html"): page.encode()})

    def page(
        self, *, title: str | None = None, findings: Findings | None = None, pictures: bool = True
    ) -> str:
        """
        Return the page that :meth:`report` writes; arguments as there.

        Example:
            >>> from osintkp import load_seeds
            >>> len(load_seeds().page().encode()) < 1_000_000
            True
        """
        from osintkp.showing.pictures import pictures as drawings
        from osintkp.showing.report import report

        told = self.check() if findings is None else findings
        name = "one source says" if len(self.sources) == 1 else f"{len(self.sources)} sources say"
        drawn = drawings(self.claims) if pictures else None
        return report(
            self.claims, told, title=title or f"What {name}", pictures=drawn, problems=self.problems
        )

    def save(self, path: PathText, *, texts: bool = False) -> None:
        """
        Write the corpus so that :func:`load` reads an equal one; a file is written whole or not at all.

        Args:
            path: A ``.toml`` or ``.json`` file for one source, a ``.jsonl`` file, or a folder of one TOML each source.
            texts: Whether the texts are written too.

        Raises:
            InvalidValueError: A load would not give the corpus back from there, as where a file for one source would hold
                more (``one-source``), or the folder holds other codings (``folder-taken``).
            WritingError: A file could not be written; it says whether the new content is in place.
        """
        from osintkp.coding.saving import save_claims

        save_claims(self.claims, path_of(path), texts=texts)

    def to_parquet(self, path: PathText, *, flat: bool = False) -> None:
        """
        Write the corpus for packages that read Parquet: to one file, or to a store, which need not fit memory when it is opened.

        A store is a folder with texts and all, which :func:`osintkp.open` opens; a file has the columns of :meth:`to_arrow` and
        loads back with ``form="parquet"``. Both are written whole or not at all.

        Args:
            path: A name that ends in ``.parquet`` or ``.pq``, or that a file has, is a file's; any other is a store's.
            flat: Whether to have single values only, as for :meth:`to_arrow`; that is always one file, in a folder one named
                ``osintkp.parquet``.

        Raises:
            InvalidValueError: The folder holds something else than a store (``folder-taken``), or no coding can say a claim as
                it is (``not-codable``).
            MissingExtraError: pyarrow is not installed, or duckdb, which a store needs.
            WritingError: A file could not be written; it says whether the new content is in place.
        """
        target = path_of(path)
        if flat or is_regular(target) or target.suffix.lower() in (".parquet", ".pq"):
            super().to_parquet(target, flat=flat)
            return
        from osintkp.store.writing import write_store

        write_store(self.claims, target)

    def export(
        self, form: str, path: PathText | None = None, *, findings: Findings | None = None
    ) -> tuple[str, ...]:
        """
        Write the corpus in another form and return what that form could not carry, a line each.

        Args:
            form: Its name, like ``csv`` or ``stix21``; ``osintkp.exports.names()`` has all of them.
            path: The file to write, or a folder that gets one named ``osintkp``; None means the folder one is in.
            findings: What a form that tells of findings is to tell; None for all that :meth:`check` finds.

        Raises:
            InvalidValueError: There is no such form (``unknown-export``).
            WritingError: The file could not be written; it says whether the new content is in place.
        """
        from osintkp import exports
        from osintkp.writing import inside, write_whole

        text, losses = self.rendered(form, findings)
        target = inside(path or ".", f"osintkp{exports.export_named(form).ending}")
        write_whole({target: text.encode()})
        return losses

    def rendered(self, form: str, findings: Findings | None = None) -> tuple[str, tuple[str, ...]]:
        """
        Return the corpus in another form as a text, and what that form could not carry; arguments as for :meth:`export`.

        Example:
            >>> from osintkp import load_seeds
            >>> load_seeds().rendered("findings")[0].splitlines()[1]
            '  "schema": "osintkp/findings/1",'
        """
        from osintkp import exports

        package = exports.Package(
            claims=self.claims,
            check=lambda: self.check() if findings is None else findings,
            rules=_rules,
            coded=_coded,
        )
        return exports.export_named(form).render(package)

    def _frame(self) -> Frame:
        from osintkp.claim_table import frame_of

        return frame_of(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def __repr__(self) -> str:
        counts = {"source": len(self.sources), "claim": len(self.claims), "problem": len(self.problems)}
        words = (f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
        return f"<Corpus: {', '.join(words)}>"

    def _repr_html_(self) -> str:
        from osintkp.cards import counted, listing, whole
        from osintkp.markup import Html

        per = Counter(claim.source for claim in self.claims)
        rows = (
            (each.id, each.title, each.publisher, whole(each.published), each.reliability, per[each.id])
            for each in self.sources
        )
        title = f"{counted(len(self.sources), 'source')}, {counted(len(self.claims), 'claim')}"
        head = ("source", "title", "publisher", "published", "reliability", "claims")
        return listing(title, head, rows, Html(self.claims._repr_html_()))

    def __str__(self) -> str:
        from osintkp.columns import text_table

        rows = [
            (claim.id, claim.speaker, _how(claim), claim.sentence().partition(" · ")[2])
            for claim in self.claims
        ]
        return text_table(("claim", "speaker", "modality", "what"), rows, width=80)


def _rules() -> dict[str, Rule]:
    from osintkp.exports import Rule

    return {check.name: Rule(code=check.code, name=check.name, page=check.page) for check in checks.chosen()}


def _coded(thing: Source | Claim) -> dict[str, Any]:
    from osintkp.coding.saving import claim_data, source_data

    return source_data(thing) if isinstance(thing, Source) else claim_data(thing)


def _how(claim: Claim) -> str:
    return claim.stance.value if claim.stance is Stance.DENIES else claim.modality.value


def _plural(kind: str) -> str:
    if kind.endswith("y"):
        return f"{kind[:-1]}ies"
    return f"{kind}es" if kind.endswith(("s", "x", "ch")) else f"{kind}s"

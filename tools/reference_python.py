"""The reference pages on Python names: what is public, and the classes that its answers are made of."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from reference_text import summary, table

import osintkp

Section = tuple[str, str, tuple[str, ...]]

SECTIONS: dict[str, Section] = {
    "loading": (
        "Load and read",
        "The ways in: codings, articles, reference data.",
        ("load", "load_seeds", "from_arrow", "open", "store.gather", "read", "read_archive", "ArchiveReport", "find", "Found", "schema", "load_facts", "explain"),
    ),
    "keeping": (
        "Keep and verify",
        "Whether what was saved is what it was; how to do it stands in [keep and verify](../howto/keep-and-verify.md).",
        ("verify", "Verification", "verifying.VerifiedFile", "verifying.FileState", "coding.sealing.seal"),
    ),
    "corpus": (
        "The corpus",
        "What everything else is asked of. A corpus never changes: each question gives another.",
        ("Corpus", "stored.StoredCorpus", "stored.OnDemand", "claims.Claims", "claims.Table", "selecting.Conditions"),
    ),
    "scale": (
        "At scale",
        "Checking and reading what does not fit memory, on what moves its parts. `scale.read` is `read_archive`.",
        ("scale.check", "scale.Written", "scale.Scheduler", "scale.in_turn", "scale.in_processes", "scale.in_dask", "scale.step_over", "scale.on_cluster"),
    ),
    "claims": (
        "Claims and what they are made of",
        "Who says what, in which words, how surely.",
        (
            "Claim", "ClaimLink", "claim.LikelihoodWord", "Suppression", "Draft", "Source", "Span", "Link", "Amount", "When",
        ),
    ),
    "records": (
        "Records",
        "What is said to have happened. Their fields as a coding writes them stand in [record types](records.md).",
        (
            "Shipment", "TroopDeployment", "Treaty", "Meeting", "WeaponsTest", "Limit", "Loss", "Seizure", "Statement",
            "records.Record",
        ),
    ),
    "answers": (
        "Answers",
        "What the questions to a corpus give.",
        (
            "figures.Figures", "figures.Figure", "series.Series", "series.Step", "series.Point", "series.Change",
            "origins.Origins", "origins.Origin", "origins.Estimator", "timeline.Timeline", "changes.Changes", "agreement.Agreement", "agreement.Pair",
            "agreement.Difference", "reanchoring.Reanchored", "reanchoring.Move", "reanchoring.How",
            "showing.article.Shown", "lineage.edges.Edge", "lineage.edges.How", "lineage.nodes.Node", "lineage.nodes.Step", "units.arithmetic.Band",
        ),
    ),
    "findings": (
        "Checks and findings",
        "What the checks conclude. The checks themselves stand in [checks](checks.md).",
        (
            "Findings", "Finding", "findings.Cited", "Check", "group.Group", "group.Grouping", "group.Round", "group.by_topic", "group.by_each", "group.by_link", "group.one_by_one", "Facts", "facts.tables.Reference",
            "facts.tables.ReferenceLimit", "facts.tables.Embargo", "facts.tables.ReferenceTreaty",
            "facts.tables.ReferenceOffice", "facts.tables.ReferencePlace", "units.assumed.Assumption",
        ),
    ),
    "mentions": (
        "Mentions",
        "What `find` sees in a text.",
        tuple(f"reading.mentions.{name}Mention" for name in ("Amount", "Date", "Actor", "Place", "Item", "Cue")),
    ),
    "scales": (
        "Scales",
        "Closed lists of words. Their meanings stand in the [glossary](../glossary.md#scales).",
        (
            *(
                f"vocabulary.scales.{name}"
                for name in (
                    "Answer", "Reliability", "Credibility", "Stance", "Modality", "Part", "Measure", "LinkKind", "SpanStatus",
                    "Severity", "Verdict",
                )
            ),
            "dates.edtf.Precision",
            "units.Comparator",
        ),
    ),
    "errors": (
        "Problems and errors",
        "What went wrong, where, with which value, and what would be right.",
        (
            "Problem", "CodingError", "OsintkpError", "errors.InvalidValueError", "errors.AmountError", "errors.UnitError",
            "errors.DateError", "errors.DimensionError", "errors.UnknownIdError", "errors.UnknownCheckError",
            "errors.ResourceError", "errors.MissingExtraError", "errors.WritingError",
        ),
    ),
}  # fmt: skip


def python_pages(mark: str) -> dict[str, str]:
    """
    Return the pages on Python names by their file names; Sphinx puts the docstrings in.

    Args:
        mark: The line that says that a page is built.
    """
    return {"python.md": index_page(mark)} | {
        f"python-{name}.md": page(mark, *section) for name, section in SECTIONS.items()
    }


def index_page(mark: str) -> str:
    """Return the page that lists every name with the first sentence of its docstring."""
    lines = ["# Names in Python", "", mark, "", *_INDEX]
    for name, (heading, about, names) in SECTIONS.items():
        rows = ((f"`{path}`", summary(found(path))) for path in names)
        lines += ["", f"## {heading}", "", about, "", f"[In full](python-{name}.md).", ""]
        lines += table(("name", "what"), rows)
    lines += ["", ":::{toctree}", ":hidden:", "", *(f"python-{name}" for name in SECTIONS), ":::"]
    return "\n".join([*lines, ""])


_INDEX = """
A name without a dot is imported from `osintkp`, and stays what it is: before it goes away it warns for a year.
A name with dots stands in that module; you meet such objects as answers, and rarely import them.
On the site each name leads to its page; in Python `help(osintkp.Corpus)` shows the same words.
""".strip().splitlines()


def page(mark: str, heading: str, about: str, names: tuple[str, ...]) -> str:
    """Return a page with a directive for each name."""
    lines = [f"# {heading}", "", mark, "", about]
    for path in names:
        lines += ["", "```{eval-rst}", *directive(path), "```"]
    return "\n".join([*lines, ""])


def directive(path: str) -> Iterator[str]:
    """Give the lines by which Sphinx documents a name."""
    thing = found(path)
    kind = (
        "function"
        if not isinstance(thing, type)
        else "exception"
        if issubclass(thing, Exception)
        else "class"
    )
    yield f".. auto{kind}:: osintkp.{path}"


def found(path: str) -> object:
    """Return what a dotted name below the package means."""
    home, _, name = path.rpartition(".")
    return getattr(import_module(f"osintkp.{home}") if home else osintkp, name)

"""
Typed, unit-aware claims from open-source reporting: tied to their words, queried, checked against each other.

Begin with a corpus and ask it what does not fit::

    >>> import osintkp
    >>> corpus = osintkp.load_seeds()  # four sources that come with the library
    >>> print(corpus.check(select="ratio-disagrees")[0].working[0])
    9,000 container / 6,700 container = 1.343 (1.099 to 1.642)

Then ``osintkp.load("folder")`` for codings of your own, ``osintkp.read(text)`` for a draft of an article,
``help(osintkp.Corpus)`` for everything that can be asked, ``osintkp.explain("figures-conflict")`` for a check.

Importing the package imports nothing else; a name is fetched from its module when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osintkp.archives import ArchiveReport, read_archive
    from osintkp.checks import Check, explain
    from osintkp.claim import Claim, ClaimLink, Suppression
    from osintkp.coding.schema import schema
    from osintkp.corpus import Corpus
    from osintkp.dates import When
    from osintkp.drafts import Draft
    from osintkp.errors import OsintkpError
    from osintkp.evidence import Link, Source, Span
    from osintkp.facts import Facts, load_facts
    from osintkp.findings import Finding, Findings
    from osintkp.opening import from_arrow, load, load_seeds, open, read  # noqa: A004  as in gzip.open
    from osintkp.problems import CodingError, Problem
    from osintkp.reading.finding import Found, find
    from osintkp.records.limit import Limit
    from osintkp.records.loss import Loss
    from osintkp.records.meeting import Meeting
    from osintkp.records.seizure import Seizure
    from osintkp.records.shipment import Shipment
    from osintkp.records.statement import Statement
    from osintkp.records.treaty import Treaty
    from osintkp.records.troop_deployment import TroopDeployment
    from osintkp.records.weapons_test import WeaponsTest
    from osintkp.resource_limits import ResourceLimits
    from osintkp.units import Amount
    from osintkp.verifying import Verification, verify

_HOME = {
    "Amount": "units", "ArchiveReport": "archives", "Check": "checks", "Claim": "claim", "ClaimLink": "claim", "CodingError": "problems", "Corpus": "corpus",
    "Draft": "drafts", "Facts": "facts", "Finding": "findings", "Findings": "findings", "Found": "reading.finding", "Limit": "records.limit", "Link": "evidence",
    "Loss": "records.loss", "Meeting": "records.meeting", "OsintkpError": "errors", "Problem": "problems", "ResourceLimits": "resource_limits",
    "Seizure": "records.seizure", "Shipment": "records.shipment", "Source": "evidence", "Span": "evidence",
    "Statement": "records.statement", "Treaty": "records.treaty", "TroopDeployment": "records.troop_deployment",
    "Suppression": "claim", "WeaponsTest": "records.weapons_test", "When": "dates", "explain": "checks", "find": "reading.finding",
    "from_arrow": "opening", "load": "opening", "load_facts": "facts", "load_seeds": "opening", "open": "opening", "read": "opening", "read_archive": "archives", "schema": "coding.schema",
    "verify": "verifying", "Verification": "verifying",
}  # fmt: skip

__version__ = "26.1.0"
__all__ = [  # noqa: RUF022  in the order of the flow
    "load", "load_seeds", "load_facts", "from_arrow", "open", "read", "read_archive", "find", "schema", "explain", "verify", "Corpus", "Claim", "Draft", "ClaimLink", "Suppression", "Source", "Span", "Link", "Amount", "When",
    "Shipment", "TroopDeployment", "Treaty", "Meeting", "WeaponsTest", "Limit", "Loss", "Seizure", "Statement",
    "Found", "Check", "Finding", "Findings", "Facts", "Problem", "ResourceLimits", "CodingError", "ArchiveReport", "Verification", "OsintkpError",
]  # fmt: skip


if not TYPE_CHECKING:  # pragma: no branch  a checker is to know the names, and no others

    def __getattr__(name: str) -> Any:
        home = _HOME.get(name)
        if home is None:
            from osintkp.deprecations import current

            new = current(name)
            if new is None:
                raise AttributeError(f"module 'osintkp' has no attribute {name!r}")
            return globals().get(new) or __getattr__(new)
        from osintkp.pausing import collection_paused

        with collection_paused():
            return getattr(import_module(f"osintkp.{home}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

"""Draft claims from articles, for review."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
UNSURE = 0.6  # a field that was read less surely than this is shown in colour


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    paths = parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a text, page or folder of them; - for standard input"
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
        "--progress",
        action=argparse.BooleanOptionalAction,
        help="show a bar (as a person looks on; needs osintkp[cli] or osintkp[progress])",
    )
    takes_target(parser, "codings to correct, .toml, .json, .jsonl or a folder,")


def run(given: argparse.Namespace) -> int:
    """Draft claims; a file ending in .toml, .json or .jsonl, or a folder, gets them as codings to correct."""
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


def _drafted(given: argparse.Namespace) -> Corpus:
    import osintkp

    if given.paths == [STANDARD_INPUT]:
        from osintkp.coding.files import decoded

        raw = sys.stdin.buffer.read()
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

"""Each extra alone in an environment of its own: it brings what it says, and what it is for works with nothing more."""

from __future__ import annotations

import tomllib
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from environments import ROOT, environment, printed

DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
EXTRAS = sorted(set(DECLARED) - {"dev", "fuzz", "mutation"})
START = "import osintkp\nfrom pathlib import Path\ncorpus = osintkp.load_seeds()\n"
USES = {
    "cli": "from osintkp.command import parser\nimport rich\nassert '--print-completion' in parser().format_help()",
    "fast": (
        "import msgspec\ncorpus.save('s.jsonl')\nassert osintkp.load('s.jsonl') == corpus\n"
        "from osintkp.facets.body import body\nassert body(10**6).index.__module__ == 'osintkp.facets.packed'"
    ),
    "frames": (
        "assert corpus.to_arrow().num_rows == len(corpus)\ncorpus.to_parquet('x.parquet')\n"
        "assert osintkp.load('x.parquet', form='parquet') == corpus"
    ),
    "html": (
        "from osintkp.reading.pages.texts import article\n"
        "found = article('<article><h1>Aid</h1><p>Ten trucks reached Gao on Monday.</p></article>', 'html', by='trafilatura')\n"
        "assert 'trucks' in found.text and found.by == 'trafilatura'"
    ),
    "pandas": "assert len(corpus.to_pandas()) == len(corpus)",
    "plots": (
        "corpus.timeline().plot().save('t.svg')\ncorpus.figures(unit='container').plot().save('f.png')\n"
        "assert Path('t.svg').read_text().startswith('<svg') and Path('f.png').read_bytes()[:4] == b'\\x89PNG'"
    ),
    "polars": "assert corpus.to_polars().height == len(corpus)",
    "progress": (
        "Path('a.txt').write_text('Ten trucks.')\nimport io, contextlib\n"
        "with contextlib.redirect_stderr(io.StringIO()) as bar: osintkp.load('a.txt', read=True, progress=True)\n"
        "assert '1/1' in bar.getvalue()"
    ),
    "prov": "assert 'prefix' in corpus.rendered('prov')[0]",
    "warc": (
        "page = b'HTTP/1.1 200 OK\\r\\nContent-Type: text/plain\\r\\n\\r\\nTen trucks reached Gao.'\n"
        "head = b'WARC/1.0\\r\\nWARC-Type: response\\r\\nWARC-Target-URI: http://x.example/\\r\\nContent-Length: %d\\r\\n\\r\\n' % len(page)\n"
        "Path('c.warc').write_bytes(head + page + b'\\r\\n\\r\\n')\n"
        "assert osintkp.read_archive('c.warc', 'out', jobs=1).articles == 1"
    ),
    "dask": "import distributed\nfrom osintkp.scale import in_dask\nassert callable(in_dask(None))",
    "store": (
        "corpus.to_parquet('s')\nwith osintkp.open('s') as stored:\n"
        "    assert stored.load() == corpus and stored.select(kind='loss') == corpus.select(kind='loss')"
    ),
}


@pytest.fixture(scope="module")
def environments(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Future[Path]]:
    """Make all environments, two at a time: to wait for the index and to write files overlap."""
    folder = tmp_path_factory.mktemp("extras")
    pool = ThreadPoolExecutor(2)
    made = {name: pool.submit(environment, folder / name, f"{wheel}[{name}]") for name in EXTRAS}
    pool.shutdown(wait=False)
    return made


def test_every_extra_has_something_that_it_is_for() -> None:
    assert EXTRAS == sorted(USES)


@pytest.mark.parametrize("name", EXTRAS)
def test_an_extra_alone_does_what_it_is_for(
    name: str, environments: dict[str, Future[Path]], tmp_path: Path
) -> None:
    python = environments[name].result()

    assert "done\n" == printed(python, "-c", f"{START}{USES[name]}\nprint('done')", folder=tmp_path)

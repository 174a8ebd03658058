"""Run one target under atheris: ``python fuzz NAME [options of libFuzzer] FOLDERS``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

HERE = Path(__file__).parent
LIGHT = ("osintkp.command", "osintkp.plots", "osintkp.sharded", "osintkp.store", "osintkp.__main__")


def main() -> None:
    """Instrument the library, then hand bytes to the target for as long as is asked."""
    name, *options = sys.argv[1:]
    sys.path.append(str(HERE.parent / "tests"))
    with atheris.instrument_imports(include=["osintkp", "tomllib"]):
        import osintkp

        for module in walk_packages(osintkp.__path__, "osintkp."):
            if not module.name.startswith(LIGHT):
                import_module(module.name)
        import tomllib  # noqa: F401  for it to be instrumented
    check = import_module(name).check
    words = HERE / "words" / f"{name}.dict"
    told = [f"-dict={words}"] if words.exists() else []
    atheris.Setup([sys.argv[0], *told, *options], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

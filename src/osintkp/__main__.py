"""``python -m osintkp``: the command line."""

from osintkp.command import run

if __name__ == "__main__":
    run()

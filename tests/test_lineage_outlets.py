"""Sources under the names by which chains know them."""

from __future__ import annotations

import attrs
import pytest

from builders import claim, corpus
from osintkp import Claim, Link, Source
from osintkp.lineage import Node
from osintkp.lineage.outlets import Outlets, own_voice


def told(name: str, *actors: str) -> Claim:
    return attrs.evolve(claim(name, "loss"), attribution=tuple(Link(actor=actor) for actor in actors))


def outlets(publisher: str | None, *named: str) -> Outlets:
    return Outlets.among(corpus(told("a/1"), told("b/1", *named), a={"publisher": publisher}).claims)


@pytest.mark.parametrize(
    ("publisher", "actor"),
    [
        ("Reuters", "reuters"),
        ("reuters", "reuters"),
        (" KR ", "KR"),
        ("Sudan War Monitor", "sudan-war-monitor"),
        ("The Port Sudan Gazette", "the-port-sudan-gazette"),
        ("Agence France-Presse", "afp"),
        ("THE NEW YORK TIMES", "new-york-times"),
    ],
)
def test_a_publisher_whom_a_chain_names_stands_for_its_source(publisher: str, actor: str) -> None:
    found = outlets(publisher, actor)

    assert Node.actor(actor) == found.of("a") == found.named(actor) == found.named("a")


def test_a_source_without_a_publisher_is_known_by_its_id() -> None:
    found = outlets(None, "reuters")

    assert Node.source("a") == found.of("a") == found.named("a")
    assert None is found.named("reuters")
    assert Node.source("gone") == found.of("gone")


def test_a_publisher_whom_no_chain_names_leaves_the_source_its_id() -> None:
    assert Node.source("a") == outlets("Reuters", "afp", "no-such-actor").of("a")
    assert Node.source("a") == outlets("Reuters", "unknown").of("a")


def test_a_name_of_two_actors_is_nobodys() -> None:
    from osintkp.lineage.outlets import _names

    assert {"guardian": "guardian"}.items() <= _names({"guardian"}).items()
    assert {} == _names({"no-such-actor"})


@pytest.mark.parametrize(
    ("publisher", "actor"),
    [
        ("UNHCR", "unhcr"),
        ("un-panel-of-experts-libya", "un-panel-of-experts-libya"),
        ("SIPRI", "sipri"),
        ("KR", "KR"),
    ],
)
def test_a_body_that_acts_or_looks_speaks_in_its_own_voice(publisher: str, actor: str) -> None:
    assert actor == own_voice(Source(id="a", publisher=publisher))


@pytest.mark.parametrize("publisher", ["Reuters", "bbc", "Radio Dabanga", "The Odd Paper", None])
def test_news_media_and_the_unknown_do_not(publisher: str | None) -> None:
    assert own_voice(Source(id="a", publisher=publisher)) is None
    assert own_voice(None) is None

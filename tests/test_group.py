"""Groups: who is held against whom."""

from __future__ import annotations

from builders import claim, corpus
from osintkp.facts import Facts
from osintkp.group import by_link, by_topic, finding, one_by_one
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

CLAIMS = corpus(
    claim("b/part", sender="AE", amount="5 truck", links={"part_of": "a/whole"}),
    claim("a/whole", sender="AE", amount="9 truck"),
    claim("a/lost", sender="TD", amount="9 truck", links={"part_of": "gone/whole"}),
).claims


def test_a_topic_groups_claims_in_the_order_of_their_ids_and_leaves_single_ones_out() -> None:
    groups = list(by_topic(lambda one: one.record.of("sender"))(CLAIMS, Facts()))

    assert [("AE", ["a/whole", "b/part"])] == [
        (group.key, [one.id for one in group.claims]) for group in groups
    ]
    assert 2 == len(list(by_topic(lambda one: one.record.of("sender"), least=1)(CLAIMS, Facts())))
    assert [] == list(by_topic(lambda _: None)(CLAIMS, Facts()))


def test_a_link_groups_its_target_and_those_that_link_to_it() -> None:
    groups = list(by_link(LinkKind.PART_OF)(CLAIMS, Facts()))

    assert [("a/whole", ["a/whole", "b/part"])] == [
        (group.key, [one.id for one in group.claims]) for group in groups
    ]
    assert [] == list(by_link(LinkKind.REPEATS)(CLAIMS, Facts()))


def test_one_by_one_gives_the_claims_that_are_of_concern() -> None:
    groups = list(one_by_one(lambda one: one.source == "b")(CLAIMS, Facts()))

    assert ["b/part"] == [group.key for group in groups]


def test_a_group_reads_sources_links_and_origins_beyond_its_claims() -> None:
    (group,) = by_link(LinkKind.PART_OF)(CLAIMS, Facts())
    part = group.claims[1]

    assert "b" == group.source(part).id
    assert ["a/whole"] == [one.id for one in group.linked(part, LinkKind.PART_OF)]
    assert () == group.linked(CLAIMS["a/lost"], LinkKind.PART_OF)
    assert "b" == group.origin(part).id
    assert [("a/whole", "b/part")] == [(one.id, other.id) for one, other in group.pairs()]


def test_a_finding_is_informative_unless_it_says_otherwise() -> None:
    found = finding(Verdict.AGREEMENT, "both hold", (CLAIMS["a/whole"],))

    assert (Severity.INFO, ("a/whole",), (), ()) == (
        found.severity,
        found.claims,
        found.working,
        found.assumptions,
    )

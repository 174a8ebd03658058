"""The groupings that several checks have: the engine forms the groups of each once."""

from osintkp.checks._treaties import topic as treaty
from osintkp.group import by_topic
from osintkp.triage import topic

BY_FIGURE = by_topic(topic)
BY_SOURCE = by_topic(lambda claim: claim.source, least=1)
BY_TREATY = by_topic(treaty, least=1)

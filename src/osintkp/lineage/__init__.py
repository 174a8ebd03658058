"""Who had it from whom: the graph of attribution chains, repetitions and rewritten sources, its circles, shared factors."""

from osintkp.lineage.circles import Circle, circles
from osintkp.lineage.edges import Edge, How, edges
from osintkp.lineage.nodes import Node

__all__ = ["Circle", "Edge", "How", "Node", "circles", "edges"]

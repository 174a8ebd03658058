"""Sentences cut into phrases, verbs and clauses: who stands on which side of a verb, and how surely it is told."""

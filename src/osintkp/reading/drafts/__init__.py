"""From what was read to a claim."""

"""Figures with what they count, found by a grammar of their own."""

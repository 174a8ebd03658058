"""Typed, unit-aware claims from open-source reporting."""

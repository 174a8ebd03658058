"""Coding files to and from claims: TOML for people, JSON Lines for bulk, the same shapes in both."""

"""Who, where and what: actors, places and goods by name."""

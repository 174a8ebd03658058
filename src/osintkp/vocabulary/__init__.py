"""The words of the field: scales, actors, items and places, each from a table with citations."""

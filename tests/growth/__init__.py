"""Time and memory grow with the length of a text and the number of claims, whatever they say."""

"""How a page is laid out: blocks, sentences, direct speech, and the text that a file holds."""

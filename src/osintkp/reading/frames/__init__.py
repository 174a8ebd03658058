"""What clauses say to have happened: verbs and nouns set against tables of frames."""

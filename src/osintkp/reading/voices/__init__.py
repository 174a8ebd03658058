"""Who tells what a clause tells, how surely, and whether it is denied."""

"""Faults: what every writer of the package leaves when a call fails, a process is killed or others write too."""

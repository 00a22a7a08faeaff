"""Reading a folder: what is found is ingested, read in parallel, written, and then related.

Enter what a user names and an open ledger; leaves a `RunSummary`. What is refused, and how,
`counterclaim.run.reading` says.
"""

from counterclaim.run.reading import Done, OwnFiles, Progress, RunSummary, default_workers, read_inputs

__all__ = ["Done", "OwnFiles", "Progress", "RunSummary", "default_workers", "read_inputs"]

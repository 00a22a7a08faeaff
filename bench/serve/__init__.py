"""A large ledger of invented reports, and ten users who read it side by side: `python -m bench.serve`."""

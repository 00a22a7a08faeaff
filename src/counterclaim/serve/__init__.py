"""The workbench: pages and an API on a ledger, for a browser on the same machine or in the same house.

Enters the path of a ledger; leaves an ASGI application (`counterclaim.serve.app.build_app`). All that it writes are a
person's decisions. Refused: a ledger that is not there, and host names that it was not given.
"""

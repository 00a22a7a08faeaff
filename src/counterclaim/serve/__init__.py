"""The workbench: pages and an API on a ledger, for a browser on the same machine or in the same house.

Enters the path of a ledger; leaves an ASGI application (`counterclaim.serve.app.build_app`). It only
reads. Refused: a ledger that is not there, and host names that it was not given.
"""

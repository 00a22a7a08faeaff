"""A ledger → answers for assistants, over the Model Context Protocol. Reading only.

Enters the path of a ledger; leaves a server whose tools search and show. Every answer carries the words it rests on,
with document and offsets, so that an assistant can quote and a reader can check. Refused: a machine without the
protocol's library, which comes with `pip install counterclaim[mcp]`.
"""

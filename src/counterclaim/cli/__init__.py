"""The command line: one file a command, each a thin wrapper over a plain function of the package.

What enters is the words of a command line; what leaves is text for people or JSON lines, on standard output;
complaints, advice and progress go to standard error. Nothing heavy loads before a command runs, so `counterclaim
--help` answers at once.

Exit status: 0 done, 1 the answer is no (`check` found a mismatch, `read` could read nothing), 2 the command cannot be
carried out as given, 130 interrupted, 141 the reader of the output went away.
"""

from counterclaim.cli.group import Commands

main = Commands(
    {
        "read": "Read reports into the ledger.",
        "claims": "List who claims what, with filters.",
        "disputes": "List the questions on which claims stand against each other.",
        "show": "Show a claim in its article, or an article, entity or dispute.",
        "timeline": "Draw who said who held a place, day by day.",
        "entities": "List the people, bodies and places, with all their names.",
        "review": "List what is most worth a look; accept, reject and correct claims.",
        "export": "Write the ledger out in the format of another tool.",
        "report": "Write one HTML file with disputes, days, articles, map and timeline.",
        "serve": "Show the ledger in a browser, and answer programs: pages and a JSON API.",
        "mcp": "Answer an assistant's questions from the ledger (Model Context Protocol).",
        "check": "Prove that every span's text is what the ledger says.",
        "demo": "Read the bundled demo corpus and show what the ledger makes of it.",
    }
)

__all__ = ["main"]

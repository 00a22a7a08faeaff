"""The command-line reference, out of the commands' own help: `python -m counterclaim.cli.reference > docs/cli.md`."""

from collections.abc import Iterator

import click

from counterclaim.cli import main

OPENING = """# Command line

Made from the commands' own `--help` by `python -m counterclaim.cli.reference`; a test compares the two.

Exit status: 0 done; 1 the answer is no (`check` found a mismatch, `read` could read nothing); 2 the command cannot be
carried out as given; 130 interrupted. Complaints and progress go to standard error, so that standard output can be
piped. `NO_COLOR` is honoured; `COUNTERCLAIM_LEDGER` names the ledger where `--ledger` does not.
"""
WIDTH = 96


def reference() -> str:
    """The whole page, Markdown."""
    group = click.Context(
        main, info_name="counterclaim", terminal_width=WIDTH, max_content_width=WIDTH, **main.context_settings
    )
    parts = [OPENING, _section("counterclaim", main.get_help(group))]
    for name in main.list_commands(group):
        command = main.get_command(group, name)
        if command:
            parts += _sections(command, name, group)
    return "\n".join(parts)


def _sections(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    """A command and those below it."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH)
    yield _section(context.command_path, command.get_help(context))
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from _sections(command.commands[below], below, context)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)

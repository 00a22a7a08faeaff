"""The group of commands: loads a command's file when it is asked for; turns errors into words and an exit status."""

import errno
import json
import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NoReturn

import click

from counterclaim import __version__
from counterclaim.cli.terminal import complain
from counterclaim.errors import CounterclaimError, InputError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CANNOT, INTERRUPTED, READER_GONE = 2, 130, 141

HELP = """Keep the record of who claims what, in which words, and who says otherwise.

Start with `counterclaim demo`, or with `counterclaim read FOLDER` and then `counterclaim disputes`.
"""


class Commands(click.Group):
    """Commands by name; each lies in the module of its name in this package, as the object `command`."""

    def __init__(self, about: Mapping[str, str]) -> None:
        super().__init__(name="counterclaim", help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
        self.about = dict(about)
        click.version_option(__version__, prog_name="counterclaim", help="Show the version and stop.")(self)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which one uses them."""
        return list(self.about)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load that one command's file."""
        if cmd_name not in self.about:
            return None
        command = import_module(f"counterclaim.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a misspelt command is told what it is close to."""
        if args and args[0] not in self.about and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.about, n=2, cutoff=0.5)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.about.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader of the output that went away ends it quietly (click itself would exit with 1)."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            quiet_stdout()
            ctx.exit(READER_GONE)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            quiet_stdout()
            raise InputError(
                f"The output cannot be written: {error.strerror}", "Make room, or send it elsewhere"
            ) from error
        return result

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run, and leave with an exit status; no traceback for what a user can mend."""
        extra["standalone_mode"] = False
        words = list(sys.argv[1:] if args is None else args)
        try:
            status = super().main(args=words, prog_name=prog_name or "counterclaim", **extra)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except CounterclaimError as error:
            tell(error, as_json="--json" in words)
            sys.exit(CANNOT)
        except (KeyboardInterrupt, click.Abort):
            complain("Interrupted. What was written before stays; run the same command again to go on.")
            sys.exit(INTERRUPTED)
        sys.exit(status if isinstance(status, int) else 0)


def tell(error: CounterclaimError, *, as_json: bool) -> None:
    """What happened and what to do about it, on standard error."""
    if as_json:
        shape = {"error": {"kind": type(error).__name__, "message": error.message, "advice": error.advice}}
        complain(json.dumps(shape, ensure_ascii=False))
    else:
        complain(f"Error: {error.message}.\n{error.advice.rstrip('.')}.".replace("?.", "?"))


def quiet_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not complain of the broken pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return

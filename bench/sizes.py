"""Fails where a module or a function is larger than the house allows (see CONTRIBUTING.md)."""

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "bench", "training")
MODULE_LINES, FUNCTION_LINES, PARAMETERS, MEDIAN_LINES = 400, 80, 8, 12


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def main() -> int:
    """Print each breach and return the exit status."""
    breaches: list[str] = []
    lengths: list[int] = []
    for path in sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT)
        if (lines := text.count("\n")) > MODULE_LINES:
            breaches.append(f"{name}: {lines} lines (at most {MODULE_LINES})")
        for function in functions(ast.parse(text)):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            lengths.append(length)
            if length > FUNCTION_LINES:
                breaches.append(f"{name}:{function.lineno} {function.name}: {length} lines (at most {FUNCTION_LINES})")
            arguments = function.args
            count = len(arguments.args) + len(arguments.posonlyargs) + len(arguments.kwonlyargs)
            if count > PARAMETERS and "cli" not in name.parts:
                breaches.append(f"{name}:{function.lineno} {function.name}: {count} parameters (at most {PARAMETERS})")
    if (median := statistics.median(lengths)) > MEDIAN_LINES:
        breaches.append(f"half of the functions are longer than {median} lines (at most {MEDIAN_LINES})")
    print("\n".join(breaches) or f"{len(lengths)} functions, median {median} lines: all within the house's sizes")
    return bool(breaches)


if __name__ == "__main__":
    sys.exit(main())

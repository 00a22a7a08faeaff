"""Workers start from one process that has loaded what they share, and read no differently for it."""

import subprocess
import sys

import pytest

_LOADED = """
import os, sys
import counterclaim.run.preloaded
from counterclaim.run.workers import _Worker
print(len(os.listdir("/proc/self/task")), _Worker.parser is not None, "onnxruntime" in sys.modules)
"""
_NOTHING_INSTALLED = """
import counterclaim.syntax.pipeline as pipeline
pipeline.MODELS = ("no_such_pipeline", "nor_such_a_one")
import counterclaim.run.preloaded
from counterclaim.run.workers import _Worker, build_reader, read, start
start(lambda: build_reader(None))
print(_Worker.parser, _Worker.refusal.fatal, _Worker.refusal.reason)
"""


def printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each worker loads for itself")
def test_what_is_forked_has_its_parser_and_a_single_thread() -> None:
    """A thread does not live on in a fork: a worker that waited for one would hang the run for ever."""
    assert printed(_LOADED) == "1 True False"


def test_a_missing_parser_is_told_by_the_worker() -> None:
    """If the process from which workers are forked died of it, the run would end without a word of advice."""
    assert printed(_NOTHING_INSTALLED) == "None True no English spaCy pipeline is installed"

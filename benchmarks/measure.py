"""Whole commands, measured: CPU and wall seconds and peak memory, as the operating system accounts for them."""

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Medians over the counted runs of one command."""

    cpu: float
    """Seconds of processor time, user and system, with all child processes."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Peak resident memory of the largest process, in MB."""


def measure_pair(
    first: Sequence[str], second: Sequence[str], *, folders: tuple[Path, Path], runs: int
) -> tuple[Figures, Figures]:
    """Return both commands' figures, run in turn (A B A B …) so that a drifting machine touches both alike."""
    one, two = [], []
    for number in range(runs + 1):
        a, b = _run(first, folders[0]), _run(second, folders[1])
        if number:  # the first pair warms the caches
            one.append(a)
            two.append(b)
    return _median(one), _median(two)


def measure(command: Sequence[str], *, folder: Path, runs: int) -> Figures:
    """Return one command's figures after a warm-up."""
    _run(command, folder)
    return _median([_run(command, folder) for _ in range(runs)])


def _run(command: Sequence[str], folder: Path) -> Figures:
    begun = time.perf_counter()
    # As on a user's machine, Python may keep its compiled files: the warm-up run writes them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr:
        process.stderr.close()
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {message.decode()[-800:]}")
    return Figures(cpu=usage.ru_utime + usage.ru_stime, wall=wall, memory=usage.ru_maxrss / 1024)


def _median(runs: Sequence[Figures]) -> Figures:
    return Figures(
        cpu=statistics.median(run.cpu for run in runs),
        wall=statistics.median(run.wall for run in runs),
        memory=statistics.median(run.memory for run in runs),
    )

"""Whole commands, measured: CPU and wall seconds and peak memory, as the operating system accounts for them."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Medians over the counted runs of one command."""

    cpu: float
    """Seconds of processor time, user and system, with all its child processes."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Peak resident memory of the largest process, in MB."""


def measure_in_turn(commands: Sequence[Sequence[str]], *, folders: Sequence[Path], runs: int) -> tuple[Figures, ...]:
    """Return each command's figures, run in turn (A B A B …) so that a drifting machine touches all alike."""
    told: list[list[Figures]] = [[] for _ in commands]
    for number in range(runs + 1):
        for place, (command, folder) in enumerate(zip(commands, folders, strict=True)):
            figures = _run(command, folder)
            if number:  # the first round warms the caches
                told[place].append(figures)
    return tuple(map(_median, told))


def measure(command: Sequence[str], *, folder: Path, runs: int) -> Figures:
    """Return one command's figures after a warm-up."""
    _run(command, folder)
    return _median([_run(command, folder) for _ in range(runs)])


def _run(command: Sequence[str], folder: Path) -> Figures:
    launch = [sys.executable, "-S", "-E", str(Path(__file__).with_name("launch.py")), *command]
    told = json.loads(subprocess.run(launch, cwd=folder, capture_output=True, check=True).stdout)
    if told["code"] != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {told['code']}: {told['message']}")
    return Figures(cpu=told["cpu"], wall=told["wall"], memory=told["memory"])


def _median(runs: Sequence[Figures]) -> Figures:
    return Figures(
        cpu=statistics.median(run.cpu for run in runs),
        wall=statistics.median(run.wall for run in runs),
        memory=statistics.median(run.memory for run in runs),
    )

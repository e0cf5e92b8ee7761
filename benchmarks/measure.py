"""Whole commands, measured: CPU and wall seconds and peak memory, as the operating system accounts for them."""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any


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
    """Return the figures of whole commands, run in turn."""
    return in_turn([partial(whole, *pair) for pair in zip(commands, folders, strict=True)], runs)


def in_turn(measures: Sequence[Callable[[], Figures]], runs: int) -> tuple[Figures, ...]:
    """Return the medians of measures, taken in turn (A B A B …) so that a drifting machine touches all alike."""
    taken: list[list[Figures]] = [[] for _ in measures]
    for number in range(runs + 1):
        for place, measured in enumerate(measures):
            figures = measured()
            if number:  # the first round warms the caches
                taken[place].append(figures)
    return tuple(map(_median, taken))


def measure(command: Sequence[str], *, folder: Path, runs: int) -> Figures:
    """Return one command's figures after a warm-up."""
    return in_turn([partial(whole, command, folder)], runs)[0]


def whole(command: Sequence[str], folder: Path) -> Figures:
    """Return what one run of a command costs, from its start to its end."""
    launch = [sys.executable, "-S", "-E", str(Path(__file__).with_name("launch.py")), *command]
    told = _told(launch, folder)
    if told["code"] != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {told['code']}: {told['message']}")
    return Figures(cpu=told["cpu"], wall=told["wall"], memory=told["memory"])


def part(command: Sequence[str], folder: Path) -> Figures:
    """Return what a command says a part of its own run cost."""
    return Figures(**_told(command, folder))


def _told(command: Sequence[str], folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout)
    return told


def _median(runs: Sequence[Figures]) -> Figures:
    return Figures(
        cpu=statistics.median(run.cpu for run in runs),
        wall=statistics.median(run.wall for run in runs),
        memory=statistics.median(run.memory for run in runs),
    )

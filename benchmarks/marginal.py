"""What one more file of a format costs in a build that has made one already, as JSON."""

import json
import resource
import sys
import time
from pathlib import Path

from builder.build.executors import settled
from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import make
from builder.build.targets import Target


def main() -> None:
    """Make a file in English, then the same in another language, and print what the second took.

    Reading and translating the lessons is done by then, as it is for every further file of a build.
    """
    root, part, language, name = Path(sys.argv[1]), *sys.argv[2:5]
    loaded, _ = load(root)
    if loaded is None:
        raise SystemExit("the workspace cannot be read")
    course = loaded.workspace.courses[0].id
    targets = tuple(Target(course, part, tag, name) for tag in ("en", language))
    jobs = {job.target.language: job for job in prepare(loaded, targets, Findings())}
    with settled():  # as every build does
        make(jobs["en"])
        cpu, wall = time.process_time(), time.perf_counter()
        made = make(jobs[language])
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    if made.data is None:
        raise SystemExit("the file was not made")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"cpu": cpu, "wall": wall, "memory": memory}, sys.stdout)


if __name__ == "__main__":
    main()

"""Run one command and print what it cost, as JSON; small itself, since a child starts with its parent's memory."""

import json
import os
import resource
import subprocess
import sys
import time

# As on a user's machine, Python may keep its compiled files: the warm-up run writes them.
environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
begun = time.perf_counter()
done = subprocess.run(sys.argv[1:], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wall = time.perf_counter() - begun
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
json.dump(
    {
        "code": done.returncode,
        "message": done.stderr.decode(errors="replace")[-800:],
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": wall,
        "memory": usage.ru_maxrss / 1024,
    },
    sys.stdout,
)

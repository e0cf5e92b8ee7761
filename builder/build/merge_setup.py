"""Git told to merge the files of languages by our driver: a line a kind of file, and a name in the clone's settings."""

import subprocess
from pathlib import Path

from builder import files
from builder.build.merge_driver import ATTRIBUTES, COMMAND, NAME
from builder.build.targets import WrongUse

_FILE = ".gitattributes"


def install_driver(root: Path) -> list[str]:
    """Set git up for a workspace and return what was done, in lines; raises `WrongUse` outside a clone."""
    done = []
    settings = ((f"merge.{NAME}.driver", COMMAND), (f"merge.{NAME}.name", "translations, entry by entry"))
    for name, value in settings:
        _git(root, "config", "--local", name, value)
        done.append(f"git config {name}: {value}")
    old = (files.read_if_present(root / _FILE) or b"").decode("utf-8", "surrogateescape")
    missing = [line for line in ATTRIBUTES if line not in old.split("\n")]
    if missing:
        start = old if not old or old.endswith("\n") else f"{old}\n"
        files.write(root / _FILE, (start + "\n".join(missing) + "\n").encode("utf-8", "surrogateescape"))
    done.append(f"{_FILE}: " + (f"{len(missing)} lines added; commit it" if missing else "has its lines"))
    return done


def _git(root: Path, *arguments: str) -> None:
    try:
        subprocess.run(("git", *arguments), cwd=root, check=True, capture_output=True)
    except FileNotFoundError as problem:
        raise WrongUse("git is not installed") from problem
    except subprocess.CalledProcessError as problem:
        reason = problem.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise WrongUse(f"git says: {reason or 'no'}; is this workspace in a clone?") from problem

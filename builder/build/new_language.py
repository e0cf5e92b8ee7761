"""`course new language`: one more language for a workspace, with the catalogues that its translator needs."""

import re
from pathlib import Path

from builder import files
from builder.build.findings import has_errors
from builder.build.language_files import is_translated, save
from builder.build.load import Loaded, load
from builder.build.scaffold import Created
from builder.build.targets import WrongUse, check_language
from builder.build.translate import update
from builder.languages.scripts import DERIVED

_LIST = re.compile(r"(?m)^languages:[ \t]*\[([^\]\n]*)\]")
_DERIVE = re.compile(r"(?m)^derive:[ \t]*$")
_TERMS = "term,use,form,other_forms,note\n"


def new_language(root: Path, tag: str, *, today: str) -> Created:
    """Add a language to ``workspace.yaml`` and write its catalogues; one made from another needs none.

    Raises `WrongUse` for a language that is there, and where the list cannot be extended; the file keeps its comments.
    """
    check_language(tag)
    loaded, found = load(root)
    if loaded is None or has_errors(found):
        raise WrongUse("the workspace has errors: `course check` lists them")
    manifest = loaded.workspace.manifest
    if tag in manifest.languages:
        raise WrongUse(f"{tag} is one of the workspace's languages already")
    base = DERIVED.get(tag)
    derived = base if base in manifest.languages else None
    follower = _follower(loaded, tag)
    pair = (tag, derived) if derived else (follower, tag) if follower else None
    files.write(root / files.MANIFEST_NAME, _extended(root, tag, pair).encode())
    paths: list[Path] = []
    notes = [f"{pair[0]} is made from {pair[1]} at build"] if pair else []
    if derived is None:
        written = update(root, (tag,), drafts_by=None, today=today)
        paths += [Path(path) for path, _deed in written.changes]
        terms = Path(f"locales/{tag}/terms.csv")
        if not (root / terms).exists() and save(root / terms, _TERMS):
            paths.append(terms)
        if has_errors(written.diagnostics):
            notes.append(f"mend what `course check` names, then run `course translate update {tag}`")
    own = (course.id for course in loaded.workspace.courses if "languages" in dict(course.keys))
    notes += [f"{name} lists its own languages: add {tag} there to build it" for name in own]
    return Created(
        paths=tuple(paths), changed=(Path(files.MANIFEST_NAME),), next_steps=("course check", "course status"),
        notes=tuple(notes),
    )  # fmt: skip


def _follower(loaded: Loaded, tag: str) -> str | None:
    """Return the language of the workspace that can be made from a new one, unless somebody has translated it."""
    manifest = loaded.workspace.manifest
    for derived, base in DERIVED.items():
        waits = base == tag and derived in manifest.languages and derived != manifest.source
        if waits and derived not in dict(manifest.derive) and not is_translated(loaded.root, derived):
            return derived
    return None


def _extended(root: Path, tag: str, pair: tuple[str, str] | None) -> str:
    """Return the manifest with one more language in its list, and what it is made from."""
    text = (root / files.MANIFEST_NAME).read_text("utf-8")
    found = _LIST.search(text)
    if found is None:
        raise WrongUse(f"add {tag} to `languages:` in {files.MANIFEST_NAME} by hand: it is no list in one line")
    text = f"{text[: found.end() - 1]}, {tag}{text[found.end() - 1 :]}"
    if pair is None:
        return text
    line = f"  {pair[0]}: {pair[1]}"
    derive = _DERIVE.search(text)
    if derive is not None:
        return f"{text[: derive.end()]}\n{line}{text[derive.end() :]}"
    return f"{text.rstrip()}\nderive:                            # made at build from another language\n{line}\n"

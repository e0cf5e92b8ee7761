"""What people do to a translated workspace; each step changes the branch that it is given."""

from collections.abc import Callable
from dataclasses import replace

from builder.languages.table import find_language
from builder.localize.canonical import canonical_catalogue
from builder.localize.digest import message_digest
from builder.localize.english_guard import refusals
from builder.localize.exchange.apply import apply_texts
from builder.localize.exchange.collect import outgoing
from builder.localize.exchange.files import read_returned, write_texts
from builder.localize.language_update import update_texts
from builder.localize.ledger import Entry, enter, enter_drafts
from builder.localize.minor import declare, declared_in, edit_of, english_digest
from builder.localize.po import read_catalogue, write_catalogue
from builder.localize.resegment import resegment
from builder.localize.review import remember_signed
from builder.source import SourceFile
from tests.localize.foreign_saves import FOREIGN_SAVES
from tests.localize.histories import Branch, History
from tests.localize.history_proof import everything_in
from tests.localize.rows import DAY, macedonian

_TYPOS = (("wound", "wuond"), ("person", "persn"), ("calm", "clam"), ("help", "hepl"), ("first", "frist"))


def update(history: History, branch: Branch) -> None:
    """Run `course translate update`."""
    templates = branch.templates()
    editions = dict.fromkeys((*templates, *branch.texts.catalogues), f"course {branch.edition}")
    branch.texts, _ = update_texts(
        branch.texts, templates, language=macedonian(), editions=editions, declared=declared_in(branch.source)
    )


def edit_english(history: History, branch: Branch) -> None:
    """Change, add or take away a text, or take an edit back."""
    rows = branch.lessons[_module(history, branch)]
    deed = history.chance.choice(("change", "typo", "add", "remove", "replace"))
    if deed == "add" or not rows:
        rows.insert(history.chance.randint(0, len(rows)), history.row())
        return
    at = history.chance.randrange(len(rows))
    row = rows[at]
    if deed == "remove":
        del rows[at]
    elif deed == "replace":
        rows[at] = replace(row, text=history.row().text)
    elif deed == "typo":
        right, wrong = history.chance.choice(_TYPOS)
        text = row.text.replace(wrong, right) if wrong in row.text else row.text.replace(right, wrong)
        rows[at] = replace(row, text=text)
    else:
        words = row.text.split(" ")
        words.insert(history.chance.randint(1, len(words)), history.chance.choice(("quickly", "again", "very")))
        rows[at] = replace(row, text=" ".join(words))


def move(history: History, branch: Branch) -> None:
    """Move a text or rename, split up or take away a module."""
    name = _module(history, branch)
    rows = branch.lessons[name]
    deed = history.chance.choice(("text", "text", "rename", "lesson", "remove", "target"))
    if deed == "rename":
        branch.lessons[f"m{history.chance.randint(1, 3)}"] = branch.lessons.pop(name)
    elif deed == "lesson":
        branch.lessons[name] = [replace(row, place=row.place.replace("01-a", "03-b")) for row in rows]
    elif deed == "target":
        old, new = history.chance.sample(("(ref:guide)", "(ref:other/guide)", "(ref:first/a)"), 2)
        for listed in branch.lessons.values():
            listed[:] = [replace(row, text=row.text.replace(old, new)) for row in listed]
    elif deed == "remove" and len(branch.lessons) > 1:
        del branch.lessons[name]
    elif rows:
        row = rows.pop(history.chance.randrange(len(rows)))
        branch.lessons[_module(history, branch)].append(row)


def cut(history: History, branch: Branch) -> None:
    """Split a text after its first sentence or join two, then carry the translations over, or leave it to a merge."""
    name = _module(history, branch)
    rows = branch.lessons[name]
    at = history.chance.randrange(len(rows)) if rows else 0
    if rows and ". " in rows[at].text and history.chance.random() < 0.6:
        first, rest = rows[at].text.split(". ", 1)
        rows[at : at + 1] = [replace(rows[at], text=f"{first}."), replace(rows[at], text=rest)]
    elif at + 1 < len(rows):
        rows[at : at + 2] = [replace(rows[at], text=f"{rows[at].text} {rows[at + 1].text}")]
    if history.chance.random() < 0.8:
        update(history, branch)
        branch.texts, _ = resegment(branch.texts, branch.templates())


def translate(history: History, branch: Branch) -> None:
    """Fill in several entries, finish stale ones, leave some half done, write notes."""
    for name, at in history.active(branch):
        message = branch.texts.catalogues[name].messages[at]
        deed = history.chance.random()
        if deed < 0.5 and (not message.translated or message.fuzzy):
            text = (history.new_text(message.msgid),)
            history.put(branch, name, at, replace(message, msgstr=text, flags=(), previous=None))
        elif deed < 0.6:
            text = (history.new_text(message.msgid),)
            history.put(branch, name, at, replace(message, msgstr=text))
        elif deed < 0.65 and message.fuzzy:
            history.put(branch, name, at, replace(message, flags=(), previous=None))
        elif deed < 0.7:
            note = history.new_text("A note.").replace("\n", " ")
            history.put(branch, name, at, replace(message, comments=(*message.comments, note)))


def review(history: History, branch: Branch) -> None:
    """Sign some finished texts."""
    lines, signed = [], []
    for name, at in history.active(branch):
        message = branch.texts.catalogues[name].messages[at]
        if message.translated and not message.fuzzy and history.chance.random() < 0.5:
            history.witness.signed.add(message_digest(message))
            lines.append(Entry(digest=message_digest(message), state="reviewed", by="Ana", date=DAY))
            signed.append(message)
    memory = remember_signed(branch.texts.memory, signed, by="Ana", date=DAY)
    branch.texts = replace(branch.texts, ledger=enter(branch.texts.ledger, lines), memory=memory)


def draft(history: History, branch: Branch) -> None:
    """Enter as a machine's what the ledger does not know."""
    ledger = branch.texts.ledger
    for catalogue in branch.texts.catalogues.values():
        ledger = enter_drafts(ledger, catalogue, by="machine", date=DAY)
    branch.texts = replace(branch.texts, ledger=ledger)


def sign_english(history: History, branch: Branch) -> None:
    """Sign the source texts."""
    keys = {message.key for listed in branch.templates().values() for message in listed}
    history.witness.signed.update(map(english_digest, keys))
    history.witness.pairs.update({english_digest(key): (key, key[1]) for key in keys})
    lines = (Entry(digest=english_digest(key), state="reviewed", by="Ben", date=DAY) for key in keys)
    branch.source = enter(branch.source, lines)


def declare_minor(history: History, branch: Branch) -> None:
    """Declare all edits harmless that may be declared so."""
    update(history, branch)
    edits = {edit for one in branch.texts.catalogues.values() for edit in map(edit_of, one.messages) if edit}
    harmless = sorted(
        (edit for edit in edits if not refusals(edit.old[1], edit.new[1])),
        key=lambda edit: (edit.old[1], edit.new[1], edit.old[0] or "", edit.new[0] or ""),
    )
    for edit in harmless:
        history.witness.harmless.add((edit.old, edit.new))
        history.witness.pairs[english_digest(edit.new)] = edit.new, edit.new[1]
    branch.source = declare(branch.source, harmless, by="Eva", date=DAY)
    update(history, branch)


def next_edition(history: History, branch: Branch) -> None:
    """Publish: the next update sends what nobody uses to the memory."""
    branch.edition += 1
    update(history, branch)


def foreign_save(history: History, branch: Branch) -> None:
    """Open and save the catalogues in another program."""
    save = history.chance.choice(FOREIGN_SAVES)
    catalogues = {}
    for name, catalogue in branch.texts.catalogues.items():
        path = f"locales/mk/{name}.po"
        catalogues[name], found = read_catalogue(SourceFile(path, save(write_catalogue(catalogue))))
        assert not found
    branch.texts = replace(branch.texts, catalogues=catalogues)


def lay_out(history: History, branch: Branch) -> None:
    """Run `course translate fmt`."""
    catalogues = {name: canonical_catalogue(one, macedonian()) for name, one in branch.texts.catalogues.items()}
    branch.texts = replace(branch.texts, catalogues=catalogues)


def export(history: History, branch: Branch) -> None:
    """Send the texts out as a file of some form, and let a translator work on it in her own program."""
    form = history.chance.choice(("xliff", "xliff21", "tmx", "csv"))
    texts = outgoing(branch.texts)
    data = write_texts(texts, form, source=find_language("en"), language=macedonian(), title="")  # type: ignore[arg-type]
    assert isinstance(data, bytes)
    returned, found = read_returned(data, path=f"mk.{form}", source="en", languages=["mk"])
    assert returned is not None, found
    branch.away, branch.sent = (), {}
    for one in returned.texts:
        if history.chance.random() < 0.5:
            new = history.new_text(one.english or "A stale text.")
            branch.sent[new] = one.translation
            one = replace(one, translation=new, finished=history.chance.random() < 0.5)
        branch.away += (one,)


def take_in(history: History, branch: Branch) -> None:
    """Import what translators send back, however much has changed meanwhile."""
    before = everything_in(branch.texts)
    branch.texts, _, _ = apply_texts(branch.texts, branch.away, language="mk")
    history.witness.saved.difference_update(branch.sent.values())
    history.witness.saved.update(branch.sent.keys() - before)  # another working copy may have taken it in before
    branch.away, branch.sent = (), {}


FIRST: tuple[Callable[[History, Branch], None], ...] = (update, translate, translate, review)
STEPS: tuple[Callable[[History, Branch], None], ...] = (
    update, update, edit_english, edit_english, edit_english, move, cut, cut, translate, translate, translate, review,
    draft,
    sign_english, declare_minor, next_edition, foreign_save, lay_out,
    export, take_in, take_in,
)  # fmt: skip


def _module(history: History, branch: Branch) -> str:
    return history.chance.choice(sorted(branch.lessons))

"""What each released version of the bank asked: so that changed wording is noticed and can be shown beside the new."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pushpull.bank import Bank, name_of
from pushpull.problem import Problem
from pushpull.schema.entries import Practice
from pushpull.schema.json_files import Release, Wordings, ordinal


def released(bank: Bank) -> dict[str, Any]:
    """Return what `bank` asks: `{version, practices: {id: {number, rev, question, anchors}}}`, in bank order."""
    keys = {"number", "rev", "question", "anchors"}
    practices = {practice.id: practice.model_dump(include=keys) for practice in bank.practices}
    return {"version": bank.model.version, "practices": practices}


def write_release(bank: Bank, root: Path) -> Path:
    """Write what `bank` asks to `releases/<version>.json` below `root` and return that path.

    Raises: FileExistsError if that version has been released with other wording.
    """
    path = root / "releases" / f"{bank.model.version}.json"
    text = json.dumps(released(bank), ensure_ascii=False, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        version = bank.model.version
        raise FileExistsError(
            f"a release must never change, but {version} has asked something else: raise `version` in model.yml"
        )
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def earlier(bank: Bank, practice: Practice) -> list[dict[str, Any]]:
    """Return the released wordings of `practice` before its present rev: `{rev, question, anchors}`, oldest first."""
    found = dict[int, Wordings]()
    for release in bank.releases.values():
        entry = release.practices.get(practice.id)
        if entry and entry.rev < practice.rev:
            found[entry.rev] = entry
    return [found[rev].model_dump(include={"rev", "question", "anchors"}) for rev in sorted(found)]


@dataclass(frozen=True)
class Change:
    """What one version changed: ids of practices that are new, were asked in other words, or have ended."""

    version: str
    added: list[str]
    reworded: list[str]
    ended: list[str]


def changes(bank: Bank) -> list[Change]:
    """Return what each version of `bank` changed beside the one before it, newest first, up to what it asks now."""
    versions = {version: {id_: asked.rev for id_, asked in r.practices.items()} for version, r in bank.releases.items()}
    versions[bank.model.version] = {practice.id: practice.rev for practice in bank.practices}
    found, before = list[Change](), dict[str, int]()
    for version, revs in versions.items():
        added = [id_ for id_ in revs if id_ not in before]
        reworded = [id_ for id_, rev in revs.items() if rev > before.get(id_, rev)]
        found.append(Change(version, added, reworded, [id_ for id_ in before if id_ not in revs]))
        before = revs
    return found[::-1]


def has_changed(bank: Bank) -> bool:
    """Return whether there is anything to say of changes: another version, or something that has ended."""
    return len(changes(bank)) > 1 or bool(bank.retired.practices or bank.retired.plays)


def changed_wording_has_a_higher_rev(bank: Bank) -> Iterator[Problem]:
    """A question or anchor that differs from the last release has a higher rev, so that old answers are looked at."""
    asked = _last_asked(bank)
    for path, practice in bank.files(Practice):
        if practice.id not in asked:
            continue
        release, before = asked[practice.id]
        version = name_of(release)
        same = (before.question, before.anchors) == (practice.question, practice.anchors)
        least = before.rev if same or practice.reworded_since == version else before.rev + 1
        if practice.rev < least:
            must = f"`rev` must be at least {least}, since release {version} asked {'this' if same else 'otherwise'}"
            cure = (
                "raise it" if same else f'raise it, or write `reworded_since: "{version}"` if the meaning is the same'
            )
            yield bank.problem(path, ("rev",), must, f"found {practice.rev}", cure)
        if before.number not in (None, practice.number):
            must = f"`number` must stay what it was in release {version}, {before.number}"
            yield bank.problem(path, ("number",), must, f"found {practice.number}", "restore it")


def rewording_names_a_release(bank: Bank) -> Iterator[Problem]:
    """`reworded_since` names a release that asked this practice, in other words than now."""
    for path, practice in bank.files(Practice):
        since = practice.reworded_since
        release = bank.releases.get(since) if since else None
        before = release.practices.get(practice.id) if release else None
        if since and (before is None or (before.question, before.anchors) == (practice.question, practice.anchors)):
            must = "`reworded_since` must name a release that asked this in other words"
            found = f"release {since} asks it as it stands" if before else f"{since} has not asked it"
            yield bank.problem(path, ("reworded_since",), must, found, "name that release, or take the line out")


def released_practices_live_on_or_retire(bank: Bank) -> Iterator[Problem]:
    """A practice that was ever released is in use or in retired.yml; a release is in a file named by its version."""
    for path, release in bank.files(Release):
        if name_of(path) != release.version:
            must, found = f'`version` must be the file\'s name, "{name_of(path)}"', f'found "{release.version}"'
            yield bank.problem(path, ("version",), must, found, "restore the file")
    if bank.unread("retired.yml"):
        return
    kept = bank.ids("practices") | {entry.id for entry in bank.retired.practices}
    for practice, (path, _) in _last_asked(bank).items():
        if practice not in kept:
            at = ("practices", practice)
            must, found = "a released practice must be in use or in retired.yml", f'"{practice}" is in neither'
            yield bank.problem(path, at, must, found, "add a line to retired.yml")


def _last_asked(bank: Bank) -> dict[str, tuple[str, Wordings]]:
    """Return, for each practice ever released, the path of the last release that has it and what that asked."""
    ordered = sorted(bank.files(Release), key=lambda item: ordinal(item[1].version))
    return {practice: (path, asked) for path, release in ordered for practice, asked in release.practices.items()}

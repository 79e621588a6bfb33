"""Entries of models/manifest.toml: each model's fragment, put in the place of its old entry in the whole."""

import re
import tomllib
from pathlib import Path


def write(model: Path, entry: str) -> None:
    """Writes manifest.d/<id>.toml beside the file `model`; replaces the entry in manifest.toml, if there is one."""
    fragment = model.parent / "manifest.d" / f"{identifier(entry)}.toml"
    fragment.parent.mkdir(parents=True, exist_ok=True)
    fragment.write_text(entry, encoding="utf-8")
    whole = model.parent / "manifest.toml"
    if whole.exists():
        whole.write_text(replaced(whole.read_text(encoding="utf-8"), entry), encoding="utf-8")


def replaced(whole: str, entry: str) -> str:
    """`whole` with the entry of the same id replaced, or with `entry` at its end; others stay byte for byte."""
    head, *entries = re.split(r"^(?=\[\[model\]\])", whole, flags=re.MULTILINE)
    for place, text in enumerate(entries):
        if identifier(text) == identifier(entry):
            entries[place] = entry if place == len(entries) - 1 else entry + "\n"
            return head + "".join(entries)
    return whole.rstrip("\n") + "\n\n" + entry


def identifier(entry: str) -> str:
    """The id that an entry's TOML text states."""
    return tomllib.loads(entry)["model"][0]["id"]

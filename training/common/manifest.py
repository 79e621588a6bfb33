"""Entries of models/manifest.toml, the one place that says what each model file is."""

import re
import tomllib
from pathlib import Path

HEAD = "version = 1\n"


def write(model: Path, entry: str) -> None:
    """Puts `entry` (TOML text) in the place of the model's old entry in the manifest beside the file `model`."""
    path = model.parent / "manifest.toml"
    whole = path.read_text(encoding="utf-8") if path.exists() else HEAD
    path.write_text(replaced(whole, entry), encoding="utf-8")


def read(model: Path, name: str) -> dict:
    """The entry with the id `name` in the manifest beside the file `model`; KeyError if there is none."""
    whole = tomllib.loads((model.parent / "manifest.toml").read_text(encoding="utf-8"))
    return {item["id"]: item for item in whole["model"]}[name]


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

"""Training log: one JSON object a line, flushed at once so that a killed run keeps its record."""

import json
import time
from pathlib import Path


class JsonlLog:
    def __init__(self, path: Path, echo: bool = True):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a", encoding="utf-8")
        self._start = time.monotonic()
        self._echo = echo

    def write(self, event: str, **fields) -> None:
        """Appends `event` with the seconds since the log was opened; floats keep five digits."""
        row = {"event": event, "seconds": round(time.monotonic() - self._start, 1)}
        row |= {k: float(f"{v:.5g}") if isinstance(v, float) else v for k, v in fields.items()}
        line = json.dumps(row)
        self._file.write(line + "\n")
        self._file.flush()
        if self._echo:
            print(line, flush=True)

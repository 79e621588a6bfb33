"""Run trainings one after the other, in the order of a file, and go on where they stopped.

    chrt -i 0 nice -n 19 python -m training.jobs FILE --state DIR

A line of FILE is a name and a shell command; `#` starts a comment. The output of a job is appended to
DIR/NAME/output.txt; `finished` there marks a job that ended well, `failed` (its exit status) one that did not, which
is passed over until the mark is removed. FILE is read again every few seconds: a job put in above the running one
stops that one (SIGTERM) and goes first. A stopped job runs from its command again, so commands should resume.
The end comes when no job is left. Only one such process works on a DIR.
"""

import argparse
import fcntl
import os
import signal
import subprocess
import time
from pathlib import Path


def read(text):
    """[(name, command)] of the file's text."""
    rows = [line.split("#", 1)[0].strip().split(None, 1) for line in text.splitlines()]
    return [tuple(row) for row in rows if len(row) == 2]


def first_open(jobs, state):
    """The first (name, command) without a mark in the folder `state`, or None."""
    for name, command in jobs:
        if not any((state / name / mark).exists() for mark in ("finished", "failed")):
            return name, command
    return None


class Job:
    """One running command, a process group of its own so that all of it can be stopped."""

    def __init__(self, name, command, state):
        self.name, self.folder = name, state / name
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "output.txt").open("ab") as output:
            self.process = subprocess.Popen(
                ["bash", "-c", command], stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True
            )

    def ended(self):
        """Whether the command is over; leaves its mark then."""
        status = self.process.poll()
        if status is not None:
            mark = self.folder / ("failed" if status else "finished")
            mark.write_text(f"{status}\n", encoding="utf-8")
        return status is not None

    def stop(self):
        """Ends the command without a mark, also one that was paused (SIGSTOP)."""
        os.killpg(self.process.pid, signal.SIGTERM)
        os.killpg(self.process.pid, signal.SIGCONT)
        self.process.wait()


def work(file, state, pause=5.0):
    """Runs every job of `file`."""
    running = None
    try:
        while True:
            if running is not None and running.ended():
                running = None
            wanted = first_open(read(file.read_text(encoding="utf-8")), state)
            if running is not None and (wanted is None or wanted[0] != running.name):
                running.stop()
                running = None
            if wanted is None:
                return
            if running is None:
                print(f"{time.strftime('%H:%M:%S')} {wanted[0]}", flush=True)
                running = Job(*wanted, state)
            time.sleep(pause)
    finally:
        if running is not None:
            running.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--state", type=Path, required=True)
    options = parser.parse_args()
    options.state.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: exit(1))
    with (options.state / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        work(options.file, options.state)


if __name__ == "__main__":
    main()

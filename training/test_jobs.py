"""Fast checks: python -m unittest training.test_jobs"""

import os
import signal
import tempfile
import threading
import time
import unittest
from pathlib import Path

from training import jobs


class Jobs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state, self.file = Path(folder.name), Path(folder.name) / "jobs.txt"

    def test_comments_and_blank_lines_are_no_jobs(self):
        self.assertEqual(jobs.read("# all\n\none echo 1 2 # why\ntwo\n"), [("one", "echo 1 2")])

    def test_a_failed_job_is_passed_over_and_a_finished_one_not_repeated(self):
        self.file.write_text(f"one exit 3\ntwo echo x >>{self.state}/said\n")
        for _ in range(2):
            jobs.work(self.file, self.state, pause=0.02)
        self.assertEqual((self.state / "one" / "failed").read_text().strip(), "3")
        self.assertEqual((self.state / "said").read_text(), "x\n")

    def test_a_paused_job_can_be_stopped(self):
        job = jobs.Job("paused", "sleep 30", self.state)
        os.killpg(job.process.pid, signal.SIGSTOP)
        job.stop()
        self.assertEqual(job.process.returncode, -signal.SIGTERM)
        self.assertFalse((self.state / "paused" / "failed").exists())

    def test_a_job_put_in_above_goes_first(self):
        long = f"long test -e {self.state}/quick/finished || sleep 30"
        self.file.write_text(long + "\n")
        worker = threading.Thread(target=jobs.work, args=(self.file, self.state, 0.02))
        worker.start()
        while not (self.state / "long").exists():
            time.sleep(0.01)
        self.file.write_text("quick true\n" + long + "\n")
        worker.join(10)
        self.assertFalse(worker.is_alive())
        self.assertTrue((self.state / "long" / "finished").exists())


if __name__ == "__main__":
    unittest.main()

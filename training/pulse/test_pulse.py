"""Fast checks: python -m unittest training.pulse.test_pulse"""

import json
import unittest

import numpy as np

from training.pulse import golden, reference


class Pulse(unittest.TestCase):
    def test_a_steady_pulse_is_found_by_both_methods(self):
        times, looks = golden.colours(golden.CASES["steady"])
        even = reference.resample(times, looks)
        for method in (reference.pos, reference.chrom):
            rate, clear = reference.rate_of(method(even, 30.0)[:300], 30.0)
            self.assertAlmostEqual(rate, 66, delta=1)
            self.assertGreater(clear, 3)

    def test_a_change_of_light_alone_leaves_nothing(self):
        light = 1 + 0.1 * np.sin(np.arange(300) / 5)
        self.assertLess(abs(reference.pos(golden.SKIN * light[:, None], 30.0)).max(), 1e-9)

    def test_the_golden_file_is_what_the_reference_says(self):
        kept = json.loads(golden.OUT.read_text(encoding="utf-8"))
        self.assertEqual(kept.keys(), golden.CASES.keys())
        for name, case in golden.CASES.items():
            found = golden.answers(case)
            for field in ("pos", "chrom", "pos_windows", "chrom_windows"):
                np.testing.assert_allclose(kept[name][field], found[field], atol=2e-6, err_msg=f"{name} {field}")


if __name__ == "__main__":
    unittest.main()

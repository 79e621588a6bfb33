"""Fast checks that need no data: python -m unittest training.voice.test_voice"""

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from training.common import onnx_tools
from training.voice import augment, data, export, golden, metrics, model, prepare, reference, train, validate

SMALL = "--widths 4 4 4 4 --width 8 --batch 6 --draws 12 --epochs 1".split()


def tone(frequency, seconds=1.0, size=0.3):
    times = np.arange(int(seconds * reference.RATE)) / reference.RATE
    return size * sum(np.sin(2 * np.pi * k * frequency * times) / k for k in range(1, 6))


class Features(unittest.TestCase):
    def test_pitch_of_known_tones(self):
        for frequency in (80.0, 133.3, 220.0, 410.0, 600.0):
            found = reference.features(tone(frequency))
            self.assertEqual(found.shape[1], reference.CHANNELS)
            self.assertTrue((found[5:-5, 40] > 0.99).all())
            np.testing.assert_allclose(200 * 2 ** found[5:-5, 41], frequency, rtol=0.01)

    def test_differences_are_those_of_their_definition(self):
        samples = np.random.default_rng(0).normal(size=3000)
        found, _ = reference.differences(samples, 4, 6)
        for row, frame in enumerate((4, 5)):
            start = 160 * frame + 200 - 389
            direct = np.array([((samples[start : start + 512] - samples[start + j : start + j + 512]) ** 2).sum() for j in range(267)])
            normal = np.concatenate([[1.0], [j * direct[j] / direct[1 : j + 1].sum() for j in range(1, 267)]])
            np.testing.assert_allclose(found[row], normal, rtol=1e-9, atol=1e-9)

    def test_gain_does_not_matter(self):
        loud, quiet = (reference.features(tone(150, size=size)) for size in (0.5, 0.02))
        np.testing.assert_allclose(loud, quiet, atol=2e-3)

    def test_silence_around_is_cut_and_a_margin_kept(self):
        padded = np.concatenate([np.zeros(16000), tone(150), np.zeros(16000)])
        found = len(reference.features(padded))
        self.assertTrue(98 <= found <= 98 + 2 * reference.MARGIN + 4, found)

    def test_noise_is_not_voiced(self):
        self.assertLess(reference.features(0.1 * golden.noise(16000))[:, 40].mean(), 0.1)

    def test_every_band_has_a_weight(self):
        self.assertTrue((reference.TRIANGLES.sum(axis=1) > 0.5).all())

    def test_golden_sounds_are_described(self):
        found = golden.cases()
        self.assertEqual(found["short"]["frames"], 23)
        self.assertLess(found["between silences"]["frames"], found["glide"]["frames"])

    def test_features_are_those_of_the_stored_file(self):
        stored = json.loads((Path(__file__).parent / "features.golden.json").read_text(encoding="utf-8"))
        for name, case in golden.cases().items():
            self.assertEqual(case["frames"], stored["cases"][name]["frames"])
            for row, values in case["rows"].items():
                np.testing.assert_allclose(values, stored["cases"][name]["rows"][row], atol=stored["tolerance"])


class Clips(unittest.TestCase):
    def test_folds_keep_speakers_together_and_mix_corpora(self):
        speakers = [f"ravdess{n:02}" for n in range(1, 22)] + list("ABCDEFG")
        found = data.folds(speakers)
        for fold in range(data.FOLDS):
            names = [name for name in speakers if found[name] == fold]
            self.assertEqual((len(names), sum(name in "ABCDEFG" for name in names)), (4, 1))

    def test_labels_of_both_corpora(self):
        self.assertEqual(data.LABELS[data.label("happy")], data.LABELS[data.label("happiness")])
        self.assertEqual([data.arousal(data.label(name)) for name in ("anger", "calm", "disgust")], [1, 0, -1])
        self.assertEqual(int(data.allowed("polish").sum()), 6)


class Augmentation(unittest.TestCase):
    def test_a_ratio_of_levels_is_kept(self):
        random = np.random.default_rng(0)
        speech, other = random.normal(size=16000), random.normal(size=16000)
        added = augment.mixed(speech, other, 10.0) - speech
        self.assertAlmostEqual(20 * np.log10(augment.level(speech) / augment.level(added)), 10.0, places=1)

    def test_faster_is_higher_and_shorter(self):
        sound = augment.change_speed(tone(200).astype(np.float32), 1.25)
        self.assertEqual(len(sound), 12800)
        np.testing.assert_allclose(np.median(200 * 2 ** reference.features(sound)[:, 41]), 250, rtol=0.01)

    def test_augmentation_is_finite(self):
        random = np.random.default_rng(1)
        voices = [tone(f).astype(np.float32) for f in (120, 180, 240)]
        for _ in range(12):
            for sound in (augment.augmented(voices[0], voices, random)[0], augment.non_speech(voices, random)):
                self.assertEqual(sound.dtype, np.float32)
                self.assertTrue(np.isfinite(sound).all())
                self.assertTrue(np.isfinite(reference.features(sound)).all())


class Network(unittest.TestCase):
    def test_filling_does_not_count(self):
        torch.manual_seed(0)
        net = model.VoiceNet(model.Shape((4, 4, 4, 4), 8)).eval()
        segment = torch.randn(1, 160, 43)
        known = torch.arange(160)[None] < 80
        changed = segment.clone()
        changed[:, 120:] = 5.0
        for first, second in zip(net(segment, known), net(changed, known)):
            torch.testing.assert_close(first, second)

    def test_the_shipped_shape_is_small_enough_in_8_bits(self):
        self.assertLess(sum(p.numel() for p in model.VoiceNet().parameters()), 330_000)

    def test_export_in_8_bits_answers_alike(self):
        torch.manual_seed(0)
        net, random = model.VoiceNet(model.Shape((4, 4, 4, 4), 8)).eval(), np.random.default_rng(0)
        segments = [random.normal(size=(count, 43)).astype(np.float32) for count in (100, 130)]
        with tempfile.TemporaryDirectory() as folder:
            whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
            export.write(net, whole)
            self.assertLess(export.check(net, whole), 1e-3)
            export.shrink(whole, small, segments)
            answers = onnx_tools.session(small).run(None, {"features": segments[0][None]})
            self.assertEqual([answer.shape for answer in answers], [(1, 8), (1, 1), (1, 1)])


class Training(unittest.TestCase):
    def options(self, folder, *given):
        return train.arguments(["--data", folder, "--features", folder, "--out", folder, *SMALL, *given])

    def clips(self):
        made = lambda speaker, language, emotion: data.Clip(Path("x"), speaker, language, "male", emotion)
        return [made("ravdess01", "english", 5), made("ravdess02", "english", 1), made("A", "polish", 0), made("B", "polish", 4)]

    def stored(self, folder):
        random = np.random.default_rng(0)
        segment = lambda clip, fold, ratio: (random.normal(size=(60, 43)).astype(np.float32), clip, fold, ratio)
        for variant, ratio in ((0, np.inf), (1, 4.0)):
            prepare.store(Path(folder) / f"english-{variant}-0.npz", [segment(0, 0, ratio), segment(1, 1, ratio)])
            prepare.store(Path(folder) / f"polish-{variant}-0.npz", [segment(2, 0, ratio), segment(3, 1, ratio)])
        prepare.store(Path(folder) / "nonspeech-0-0.npz", [segment(-1, fold, -np.inf) for fold in (0, 1)])

    def test_held_out_speakers_are_not_drawn(self):
        with tempfile.TemporaryDirectory() as folder:
            self.stored(folder)
            batches = train.Batches(train.Segments(folder), self.clips(), self.options(folder, "--fold", "1"))
            drawn = np.concatenate(list(batches.pools.values()))
            self.assertEqual(set(batches.segments.fold[drawn]), {0})
            self.assertGreater(batches.speech[batches.pools["english clean"]].min(), 0.99)
            self.assertLess(batches.speech[batches.pools["non_speech"]].max(), 0.01)

    def test_an_epoch_teaches_and_a_run_is_restored(self):
        with tempfile.TemporaryDirectory() as folder:
            self.stored(folder)
            options = self.options(folder, "--fold", "1")
            run, segments = train.Training(options), train.Segments(folder)
            self.assertTrue(np.isfinite(run.run_epoch(train.Batches(segments, self.clips(), options))))
            run.save(Path(folder) / "last.pt")
            again = train.Training(options)
            again.load(Path(folder) / "last.pt")
            self.assertEqual(again.epoch, 1)
            found = train.held_out(run.ema.model, segments, 1)
            self.assertEqual((found["emotions"].shape, found["non_speech_speech"].shape), ((2, 8), (1,)))

    def test_teachers_count_half(self):
        with tempfile.TemporaryDirectory() as folder:
            self.stored(folder)
            options = self.options(folder)
            run = train.Training(options)
            run.save(Path(folder) / "last.pt")
            student = train.Training(self.options(folder, "--teacher", f"{folder}/last.pt"))
            features, known, targets = train.Batches(train.Segments(folder), self.clips(), options).draw(np.random.default_rng(0))
            found = student.distilled(features, known, targets)["emotion"]
            torch.testing.assert_close(found.sum(1), torch.ones(len(found)))
            self.assertTrue((found[targets["emotion"] == 1] >= 0.5).all())

    def test_emotions_that_a_corpus_lacks_are_masked(self):
        random = torch.randn(1, 8)
        targets = {
            "emotion": torch.eye(8)[[0]], "allowed": torch.from_numpy(data.allowed("polish"))[None], "arousal": torch.tensor([-1.0]),
            "speech": torch.tensor([1.0]), "weight": torch.tensor([1.0]),
        }
        changed = random.clone()
        changed[0, data.LABELS.index("disgust")] += 5
        losses = [train.loss_of((x, torch.zeros(1, 1), torch.zeros(1, 1)), targets, self.options(".")).item() for x in (random, changed)]
        self.assertAlmostEqual(*losses, places=5)


class Measures(unittest.TestCase):
    def test_high_arousal_leaves_disgust_out(self):
        probability = np.zeros((1, 8))
        probability[0, [data.label("anger"), data.label("sad"), data.label("disgust")]] = 0.3, 0.1, 0.6
        self.assertAlmostEqual(metrics.high_arousal(probability)[0], 0.75)

    def test_temperature_is_fitted_on_other_speakers(self):
        random = np.random.default_rng(0)
        clips = [data.Clip(Path("x"), f"ravdess{n % 4:02}", "english", "male", n % 8) for n in range(400)]
        logits = 2.0 * np.eye(8)[[clip.emotion for clip in clips]] + random.normal(size=(400, 8))
        answers = {"emotions": logits, "arousal": random.normal(size=400)}
        probability, chance = validate.crossed(answers, clips, answers, clips)
        np.testing.assert_allclose(probability.sum(axis=1), 1.0)
        self.assertTrue(((chance > 0) & (chance < 1)).all())
        left = validate.rows(answers, np.flatnonzero(validate.halves(clips) == 1))
        fitted = validate.calibration(left, [clip for clip in clips if int(clip.speaker[-1]) % 2])
        used = validate.halves(clips) == 0
        np.testing.assert_allclose(validate.read(validate.rows(answers, used), fitted, ["english"] * 200)[0], probability[used])

    def test_arousal_is_the_mean_of_both_log_odds(self):
        logits = np.full((1, 8), -50.0)
        logits[0, [data.label("anger"), data.label("sad")]] = 1.0, 0.0
        self.assertAlmostEqual(metrics.combined_arousal(logits, np.array([3.0]), 0.5)[0], 2.5, places=4)

    def test_valence_is_spread_until_errors_fit(self):
        probability = np.tile(np.eye(8)[[data.label("happy")]] * 0.5 + np.eye(8)[[data.label("sad")]] * 0.5, (100, 1))
        fair = np.array([data.label("happy"), data.label("sad")] * 50)
        self.assertAlmostEqual(metrics.spread(probability, fair), 1.0)
        sure = np.eye(8)[[data.label("happy")] * 100] * 0.9 + np.eye(8)[[data.label("sad")] * 100] * 0.1
        self.assertGreater(metrics.spread(sure, fair), 1.3)


if __name__ == "__main__":
    unittest.main()

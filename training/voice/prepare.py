"""Write features of all clips, clean and augmented.

    python -m training.voice.prepare --data DIR --out DIR [--english 5] [--polish 3] [--non-speech 1400] [--jobs 2]

`--data` is the folder of `data.clips`. Each part of the work is a file of its own, and files that are there already
are left alone, so that the command goes on after an interruption. A file holds `features` (float16 [all frames, 43]),
`ends` (int64 [segments], end of each segment among the frames), `clip` (int64 [segments], place in `data.clips`, -1 where
there is no speech), `fold` (int64 [segments]) and `ratio` (float32 [segments], signal-to-noise ratio in dB, infinity without
noise). Babble comes from speakers of the same fold, so that a held-out speaker occurs in no training segment.
"""

import argparse
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from training.voice import augment, data, reference

SHARDS = 8  # segments of work for a variant of a corpus


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--english", type=int, default=5, help="variants of each clip of RAVDESS")
    parser.add_argument("--polish", type=int, default=3, help="variants of each clip of nEMO")
    parser.add_argument("--non-speech", type=int, default=1400, help="negative segments")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    return parser.parse_args()


def plan(options):
    """[(file name, language or None, variant, shard)]; variant 0 is the clip as it is."""
    found = []
    for language, variants in (("english", options.english), ("polish", options.polish)):
        for variant in range(variants + 1):
            found += [(f"{language}-{variant}-{shard}.npz", language, variant, shard) for shard in range(SHARDS)]
    return found + [(f"nonspeech-0-{shard}.npz", None, 0, shard) for shard in range(SHARDS)]


def store(path, segments):
    """`segments`: (features, clip, fold, ratio) each."""
    features, clip, fold, ratio = zip(*segments)
    ends = np.cumsum([len(segment) for segment in features])
    parts = {"features": np.concatenate(features).astype(np.float16), "ends": ends, "clip": np.array(clip), "fold": np.array(fold)}
    unfinished = path.with_suffix(".tmp.npz")
    np.savez(unfinished, **parts, ratio=np.array(ratio, np.float32))
    unfinished.replace(path)


def make(job, options):
    """Writes one file of the plan."""
    name, language, variant, shard = job
    clips = data.clips(options.data)
    fold_of = data.folds({clip.speaker for clip in clips})
    seed = [variant, shard, 0 if language is None else 1 + (language == "polish")]
    random, segments = np.random.default_rng(seed), []
    by_fold = {fold: [clip for clip in clips if fold_of[clip.speaker] == fold] for fold in range(data.FOLDS)}

    def others(fold):
        chosen = random.choice(len(by_fold[fold]), int(random.integers(3, 6)), replace=False)
        return [data.samples(by_fold[fold][index].path) for index in chosen]

    if language is None:
        for segment in range(shard, options.non_speech, SHARDS):
            fold = segment % data.FOLDS
            segments.append((reference.features(augment.non_speech(others(fold), random)), -1, fold, -np.inf))
    else:
        for place in [p for p, clip in enumerate(clips) if clip.language == language][shard::SHARDS]:
            sound, fold, ratio = data.samples(clips[place].path), fold_of[clips[place].speaker], np.inf
            if variant:
                sound, ratio = augment.augmented(sound, others(fold), random)
            segments.append((reference.features(sound), place, fold, ratio))
    store(options.out / name, segments)
    return name


def main():
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    left = [job for job in plan(options) if not (options.out / job[0]).exists()]
    with ProcessPoolExecutor(options.jobs) as workers:
        for name in workers.map(make, left, [options] * len(left)):
            print(name, flush=True)


if __name__ == "__main__":
    main()

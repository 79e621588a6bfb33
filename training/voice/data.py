"""Acted speech of two corpora as clips with a speaker and an emotion.

RAVDESS (Livingstone and Russo 2018): English, actors 1 to 21 here (odd numbers are men), eight emotions, two
intensities. nEMO (Christop 2024): Polish, seven speakers here, six emotions. Both as folders of Opus files of 16 kHz with
a table beside them: `ravdess.csv` (file, seconds, actor, emotion, intensity, ...) and `nemo.csv` (file, speaker, gender,
age, emotion).
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

from training.voice.reference import RATE

LABELS = ("neutral", "calm", "happiness", "sadness", "anger", "fear", "disgust", "surprise")
SPELLINGS = {"happy": "happiness", "sad": "sadness", "surprised": "surprise", "angry": "anger", "fearful": "fear"}
# High and low arousal in the circumplex model (Russell 1980); disgust is in neither set.
HIGH = ("happiness", "anger", "fear", "surprise")
LOW = ("neutral", "calm", "sadness")
# Mean pleasure ratings of Russell and Mehrabian (1977), as crates/attune-voice/src/tone.rs has them. Calm is 0: sad Polish speech
# is mostly taken for calm, so that it says nothing of valence (0.56 instead of 0.32 is then the correlation there).
VALENCE = {
    "neutral": 0.0, "calm": 0.0, "happiness": 0.81, "sadness": -0.63,
    "anger": -0.51, "fear": -0.64, "disgust": -0.60, "surprise": 0.40,
}
NEMO_LABELS = ("neutral", "happiness", "sadness", "anger", "fear", "surprise")
FOLDS = 7


@dataclass(frozen=True)
class Clip:
    path: Path
    speaker: str
    language: str
    sex: str
    emotion: int  # place in `LABELS`


def clips(directory):
    """All clips of both corpora, in the order of their tables, RAVDESS first."""
    directory, found = Path(directory), []
    for row in rows(directory / "ravdess.csv"):
        sex = "male" if int(row["actor"]) % 2 else "female"
        found.append(Clip(directory / "ravdess" / row["file"], "ravdess" + row["actor"], "english", sex, label(row["emotion"])))
    for row in rows(directory / "nemo.csv"):
        found.append(Clip(directory / "nemo" / row["file"], row["speaker"], "polish", row["gender"], label(row["emotion"])))
    return found


def rows(path):
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def label(name):
    """Place in `LABELS` of an emotion as the tables spell it."""
    return LABELS.index(SPELLINGS.get(name, name))


def allowed(language):
    """Bool [8]: the emotions that occur in a corpus; the others are masked out in loss and evaluation."""
    return np.array([language != "polish" or name in NEMO_LABELS for name in LABELS])


def arousal(emotion):
    """1 for high, 0 for low arousal, -1 for neither."""
    name = LABELS[emotion]
    return 1 if name in HIGH else 0 if name in LOW else -1


def folds(speakers):
    """{speaker: fold 0..6}: RAVDESS actors of both sexes and one nEMO speaker in each fold."""
    english = sorted(name for name in speakers if name.startswith("ravdess"))
    polish = sorted(name for name in speakers if not name.startswith("ravdess"))
    return {name: place % FOLDS for group in (english, polish) for place, name in enumerate(group)}


def samples(path):
    """Float32 [n] at 16 kHz, mono, of a sound file."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    sound = sound.mean(axis=1)
    return sound if rate == RATE else resample_poly(sound, RATE, rate).astype(np.float32)

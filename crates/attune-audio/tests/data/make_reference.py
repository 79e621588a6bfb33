"""Writes librosa.json: what librosa says about signals that tests/reference.rs builds in the same way.

    python make_reference.py        with librosa 0.11 and resampy 0.4 from PyPI
"""

import functools
import json
from pathlib import Path

import librosa
import numpy as np
import resampy
import scipy.signal

RATE = 22_050
SECONDS = 12


def noise(seed: int, count: int) -> np.ndarray:
    """The noise of src/synth/random.rs."""
    state, out = seed, np.empty(count)
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out[i] = (state >> 11) / 2**52 - 1
    return out


def tone(t: np.ndarray, hz: float) -> np.ndarray:
    """A tone with four overtones."""
    return sum(np.sin(2 * np.pi * hz * k * t) / k for k in range(1, 6))


def chord(t: np.ndarray, semitones: list[int], cents: float) -> np.ndarray:
    """Tones above C4, all off by so many hundredths of a semitone."""
    c4 = 440 * 2 ** (-9 / 12)
    return sum(tone(t, c4 * 2 ** ((s + cents / 100) / 12)) for s in semitones)


def pulses(t: np.ndarray, bpm: float, decay: float) -> np.ndarray:
    """An envelope that jumps to 1 on every beat and dies away."""
    return np.exp(-np.mod(t, 60 / bpm) / decay)


def signals(rate: int) -> dict[str, np.ndarray]:
    """Every signal, as 32-bit floats."""
    t = np.arange(SECONDS * rate) / rate
    hiss = noise(1, len(t))
    # Between pure tones there is nothing but rounding, which no two implementations share.
    floor = 1e-3 * hiss
    made = {
        "noise": 0.3 * hiss,
        "major": 0.05 * chord(t, [0, 4, 7], 0) + floor,
        "minor_sharp": 0.05 * chord(t, [9, 12, 16], 23) + floor,
        "sweep": 0.4 * np.sin(2 * np.pi * 100 * (30 ** (t / SECONDS) - 1) * SECONDS / np.log(30)) + floor,
        "beats": 0.5 * pulses(t, 128, 0.03) * hiss + 0.1 * np.sin(2 * np.pi * 55 * t),
        "band": 0.04 * chord(t, [2, 5, 9], 0) * pulses(t, 96, 0.25)
        + 0.2 * pulses(t, 192, 0.02) * hiss
        + 0.3 * pulses(t, 96, 0.08) * np.sin(2 * np.pi * 60 * t),
        "quiet": 1e-3 * (0.5 * hiss + np.sin(2 * np.pi * 330 * t)),
    }
    return {name: y.astype(np.float32) for name, y in made.items()}


def at_rate(y: np.ndarray, rate: int) -> np.ndarray:
    """As librosa up to 0.6 loaded files: with the "kaiser_best" of resampy up to 0.2, which later ones changed."""
    window = functools.partial(scipy.signal.windows.kaiser, beta=14.769656459379492)
    return resampy.resample(
        y, rate, RATE, filter="sinc_window", num_zeros=64, precision=9, rolloff=0.9475937167399596, window=window
    )


def features(y: np.ndarray) -> dict[str, float | list[float]]:
    """Means over time of what librosa computes."""
    magnitude = np.abs(librosa.stft(y, n_fft=2048, hop_length=512))
    envelope = librosa.onset.onset_strength(y=y, sr=RATE)
    onsets = librosa.onset.onset_detect(onset_envelope=envelope, sr=RATE)
    cqt = librosa.feature.chroma_cqt(y=y, sr=RATE, bins_per_octave=12, n_octaves=7)
    rows = {
        "chroma_cqt": cqt,
        "chroma_stft": librosa.feature.chroma_stft(y=y, sr=RATE),
        "mfcc": librosa.feature.mfcc(y=y, sr=RATE, n_mfcc=20),
        "contrast": librosa.feature.spectral_contrast(y=y, sr=RATE),
        "centroid": librosa.feature.spectral_centroid(y=y, sr=RATE),
        "bandwidth": librosa.feature.spectral_bandwidth(y=y, sr=RATE),
        "rolloff": librosa.feature.spectral_rolloff(y=y, sr=RATE),
        "flatness": librosa.feature.spectral_flatness(y=y),
        "zero_crossings": librosa.feature.zero_crossing_rate(y),
        "rms": librosa.feature.rms(y=y),
        # What librosa up to 0.6 gave for "rmse".
        "root_mean_power": np.sqrt(np.mean(magnitude**2, axis=0, keepdims=True)),
    }
    means = {name: np.mean(row, axis=1).tolist() for name, row in rows.items()}
    flat = {name: mean if len(mean) > 1 else mean[0] for name, mean in means.items()}
    flat["tuning"] = float(librosa.estimate_tuning(y=y, sr=RATE))
    flat["tempo"] = float(librosa.feature.tempo(onset_envelope=envelope, sr=RATE)[0])
    flat["onset_rate"] = len(onsets) * RATE / 512 / len(envelope)
    return flat


def rounded(value: float | list[float]) -> float | list[float]:
    """Seven digits are more than any tolerance asks for."""
    return [rounded(v) for v in value] if isinstance(value, list) else float(f"{value:.7g}")


def main() -> None:
    found = {name: features(y) for name, y in signals(RATE).items()}
    for rate in (44_100, 48_000):
        for name in ("noise", "band"):
            y = np.round(np.clip(signals(rate)[name], -1, 1) * 32767) / 32768
            found[f"{name}@{rate}"] = features(at_rate(y, rate).astype(np.float32))
    found = {name: {key: rounded(v) for key, v in row.items()} for name, row in found.items()}
    text = json.dumps({"librosa": librosa.__version__, "signals": found}, indent=1)
    Path(__file__).with_name("librosa.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

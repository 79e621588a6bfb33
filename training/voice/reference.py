"""Features of a segment of speech, for other implementations to match.

Input: samples x[n] in -1..1, mono, 16,000 a second. All arithmetic is in double precision; numbers in parentheses are
the constants below. The result is float32 [frames, 43].

1. Frames. Frame t covers x[160 t] to x[160 t + 399] (HOP, FRAME); frames = 1 + (samples - 400) // 160, at least 400
   samples. No padding.
2. Spectrum. Periodic Hann window w[n] = 0.5 - 0.5 cos(2 pi n / 400), discrete Fourier transform of 512 points (the
   frame first, then zeros), power P[k] = |X[k]|^2 for k = 0..256.
3. Bands. 40 triangles between 60 and 7,600 Hz, with 42 corners evenly spaced in m(f) = 2595 log10(1 + f / 700).
   Band b has weight max(0, min((f - c[b]) / (c[b+1] - c[b]), (c[b+2] - f) / (c[b+2] - c[b+1]))) at f = 31.25 k. E[t,b]
   is the weighted sum of powers. L[t,b] = 10 log10(E[t,b] + 1e-9); the level of a frame is l[t] = 10 log10(sum of
   E[t,b] over b + 1e-9).
4. Active frames. The loudest level is the 95th percentile of l (linear interpolation between order statistics, as
   numpy does: at place 0.95 (n - 1) of the sorted levels, counted from 0); a frame is active if l[t] > loudest - 35. The segment is cut to the frames from 10 before the first
   active one to 10 after the last, as far as there are frames; what follows sees these frames alone. The reference
   level is r = 10 log10(mean over active frames of 10^(l/10)).
5. Channels 0..39: (max(L - r, -60) + 30) / 15. They do not depend on the gain of the microphone.
6. Pitch by YIN (de Cheveigné and Kawahara 2002). Frame t starts at s = 160 t + 200 - 389 (samples outside are 0).
   d(j) = sum over i = 0..511 of (x[s+i] - x[s+i+j])^2 for j = 0..266. d'(0) = 1, d'(j) = j d(j) / (d(1) + ... + d(j)), or 1
   where that sum is below 1e-9. From j = 24 on, the first j with d'(j) < 0.15 is followed down to the first local minimum (while d'(j+1) < d'(j)
   and j < 266); if there is none, the first j of the least d' from 24 to 266. Parabola: for 24 < j < 266 and
   q = d'(j-1) - 2 d'(j) + d'(j+1) > 1e-12, p = j + clamp(0.5 (d'(j-1) - d'(j+1)) / q, -0.5, 0.5), else p = j. The
   aperiodicity is a = min(d'(j), 1), the frequency f = 16000 / p.
7. Channel 40 is how voiced the frame is, v = clamp((0.45 - a) / 0.35, 0, 1); channel 41 is v log2(f / 200); channel
   42 is v (log2(f / 200) - c), where c is the v-weighted mean of log2(f / 200) over the segment (0 if the weights sum to
   less than 1).

    python -m training.voice.reference FILE     (prints what `describe` says of a sound file)
"""

import argparse
import json
from pathlib import Path

import numpy as np

RATE = 16000
FRAME, HOP, POINTS = 400, 160, 512
BANDS, LOWEST, HIGHEST = 40, 60.0, 7600.0
TINY = 1e-9
ACTIVE = 35.0  # dB below the loudest
MARGIN = 10  # frames kept around what is active
FLOOR, CENTRE, UNIT = -60.0, 30.0, 15.0
SPAN, SHORTEST, LONGEST = 512, 24, 266  # samples: window and periods of the pitch
DIP = 0.15
CHANNELS = BANDS + 3


def mel(frequency):
    """Mel scale in the form of O'Shaughnessy (1987)."""
    return 2595.0 * np.log10(1.0 + np.asarray(frequency) / 700.0)


def triangles():
    """Float64 [40, 257]: the weight of each power in each band."""
    corners = 700.0 * (10.0 ** (np.linspace(mel(LOWEST), mel(HIGHEST), BANDS + 2) / 2595.0) - 1.0)
    places = np.arange(POINTS // 2 + 1) * RATE / POINTS
    left, middle, right = corners[:-2, None], corners[1:-1, None], corners[2:, None]
    return np.maximum(0.0, np.minimum((places - left) / (middle - left), (right - places) / (right - middle)))


TRIANGLES = triangles()
WINDOW = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / FRAME)


def energies(samples):
    """Float64 [frames, 40]: energy of each band (steps 1 to 3)."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, FRAME)[::HOP]
    power = np.abs(np.fft.rfft(frames * WINDOW, POINTS)) ** 2
    return power @ TRIANGLES.T


def cut(levels):
    """(first, end) of the frames that are kept, and which of those are active (step 4)."""
    active = levels > np.percentile(levels, 95) - ACTIVE
    places = np.flatnonzero(active)
    first, end = max(places[0] - MARGIN, 0), min(places[-1] + MARGIN + 1, len(levels))
    return first, end, active[first:end]


def differences(samples, first, end):
    """Float64 [frames, 267]: d'(j) of the frames from `first` to before `end` (step 6)."""
    reach = SPAN + LONGEST
    padded = np.pad(samples, (reach, reach))
    starts = HOP * np.arange(first, end) + FRAME // 2 - reach // 2 + reach
    segments = padded[starts[:, None] + np.arange(reach)]
    # The sum of squared differences is two energies less twice a correlation.
    spectra = np.conj(np.fft.rfft(segments[:, :SPAN], 2048)) * np.fft.rfft(segments, 2048)
    correlation = np.fft.irfft(spectra, 2048)[:, : LONGEST + 1]
    sums = np.pad(np.cumsum(segments**2, axis=1), ((0, 0), (1, 0)))
    lags = np.arange(LONGEST + 1)
    plain = np.maximum(sums[:, [SPAN]] + sums[:, lags + SPAN] - sums[:, lags] - 2 * correlation, 0.0)
    plain[:, 0] = 0.0
    total = np.cumsum(plain, axis=1)
    return np.where(total < TINY, 1.0, lags * plain / np.maximum(total, TINY)), lags


def pitch(samples, first, end):
    """(frequency in Hz float64 [frames], aperiodicity float64 [frames]) of the frames `first` to before `end`."""
    normal, _ = differences(samples, first, end)
    found = np.array([period(row) for row in normal])
    rows, places = np.arange(len(normal)), found
    before, here, after = (normal[rows, (places + step).clip(0, LONGEST)] for step in (-1, 0, 1))
    bend = before - 2 * here + after
    inside = (places > SHORTEST) & (places < LONGEST) & (bend > 1e-12)
    shift = np.where(inside, 0.5 * (before - after) / np.where(inside, bend, 1.0), 0.0).clip(-0.5, 0.5)
    return RATE / (places + shift), np.minimum(here, 1.0)


def period(row):
    """The period in samples that one frame's d' [267] points at."""
    below = np.flatnonzero(row[SHORTEST:] < DIP)
    if not len(below):
        return SHORTEST + int(np.argmin(row[SHORTEST:]))
    place = SHORTEST + int(below[0])
    while place < LONGEST and row[place + 1] < row[place]:
        place += 1
    return place


def features(samples):
    """Float32 [frames, 43] of samples float [n] in -1..1 at 16 kHz (all steps)."""
    samples = np.asarray(samples, np.float64)
    bands = energies(samples)
    levels = 10 * np.log10(bands.sum(axis=1) + TINY)
    first, end, active = cut(levels)
    level = 10 * np.log10(np.mean(10 ** (levels[first:end][active] / 10)))
    scaled = (np.maximum(10 * np.log10(bands[first:end] + TINY) - level, FLOOR) + CENTRE) / UNIT
    frequency, aperiodicity = pitch(samples, first, end)
    voiced = ((0.45 - aperiodicity) / 0.35).clip(0, 1)
    height = np.log2(frequency / 200.0)
    centre = (voiced * height).sum() / voiced.sum() if voiced.sum() >= 1 else 0.0
    tone = np.stack([voiced, voiced * height, voiced * (height - centre)], axis=1)
    return np.concatenate([scaled, tone], axis=1).astype(np.float32)


def describe(samples):
    """What an implementation can compare: the number of frames, some of them in full, and sums of all channels."""
    found = features(samples)
    rows = sorted({0, len(found) // 3, len(found) // 2, len(found) - 1})
    return {
        "samples": len(samples),
        "frames": len(found),
        "rows": {str(row): [round(float(v), 5) for v in found[row]] for row in rows},
        "sums": [round(float(v), 3) for v in found.sum(axis=0, dtype=np.float64)],
    }


def main():
    from training.voice import data

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    print(json.dumps(describe(data.samples(parser.parse_args().file)), indent=1))


if __name__ == "__main__":
    main()

"""Waveform augmentation: speed, reverberation, noise, music, microphone response, codec. Samples are float32 [n] at 16 kHz.

All randomness comes from the numpy generator that is passed in. Music is synthesised here (chords, bass, drums and a lead with
vibrato and formants), so that no recording is needed.
"""

import io

import numpy as np
import soundfile
from scipy.signal import butter, fftconvolve, lfilter, resample_poly, sosfilt

from training.voice.reference import RATE

NOTE = 440.0


def level(sound):
    """Root mean square over the loudest half of the 25 ms frames, so that pauses do not count."""
    frames = sound[: len(sound) // 400 * 400].reshape(-1, 400)
    powers = np.sort((frames.astype(np.float64) ** 2).mean(axis=1))
    return float(np.sqrt(powers[len(powers) // 2 :].mean() + 1e-12))


def mixed(speech, other, decibels):
    """`speech` with `other` (cut or repeated to its length) `decibels` below it."""
    other = np.resize(other, len(speech))
    return speech + other * (level(speech) / level(other) * 10 ** (-decibels / 20))


def change_speed(sound, factor):
    """Resamples by `factor` (rounded to hundredths): duration, pitch and formants change together."""
    return resample_poly(sound, 100, round(100 * factor)).astype(np.float32)


def room(sound, random):
    """Reverberation: noise that decays by 60 dB in 0.1 to 0.7 s after a direct sound, some early reflections among it."""
    decay, distance = random.uniform(0.1, 0.7), random.uniform(0.05, 0.6)
    times = np.arange(int(decay * RATE)) / RATE
    tail = random.normal(size=len(times)) * 10 ** (-3 * times / decay)
    response = distance * tail / np.sqrt((tail**2).sum())
    for place in random.integers(20, 600, 4):
        response[place] += random.uniform(-0.3, 0.3)
    response[0] += 1.0
    return fftconvolve(sound, response)[: len(sound)].astype(np.float32)


def noise(count, random):
    """Noise of a random slope (0 to -9 dB an octave), at times swelling, with hum or clicks."""
    spectrum = np.fft.rfft(random.normal(size=count))
    places = np.maximum(np.fft.rfftfreq(count, 1 / RATE), 40.0)
    sound = np.fft.irfft(spectrum * places ** -random.uniform(0.0, 1.5), count)
    sound /= np.sqrt((sound**2).mean())
    times = np.arange(count) / RATE
    if random.random() < 0.3:
        sound *= 1 + 0.8 * np.sin(2 * np.pi * random.uniform(0.2, 4) * times)
    if random.random() < 0.2:
        base = random.choice([50, 60, 100, 120])
        sound += sum(random.uniform(0, 1) * np.sin(2 * np.pi * base * k * times) for k in range(1, 8))
    if random.random() < 0.2:
        for place in random.integers(0, max(count - 800, 1), max(int(count / RATE * 4), 1)):
            sound[place : place + 800] += 8 * random.normal(size=len(sound[place : place + 800])) * np.exp(-np.arange(len(sound[place : place + 800])) / 120)
    return sound.astype(np.float32)


def babble(voices, count, random):
    """Sum of several speakers; `voices` are samples of other clips."""
    return sum(np.roll(np.resize(voice / level(voice), count), int(random.integers(count))) for voice in voices)


def tone(frequency, count, random, harmonics):
    """A note with a falling series of harmonics and a soft start."""
    times = np.arange(count) / RATE
    phase = 2 * np.pi * frequency * times
    slope = random.uniform(0.8, 2.0)
    waves = sum(np.sin(k * phase) / k**slope for k in range(1, harmonics + 1) if k * frequency < 7000)
    return waves * np.minimum(times / random.uniform(0.005, 0.1), 1) * np.exp(-times * random.uniform(0.2, 4))


def music(count, random):
    """Chords in a key with bass, drums and a lead, at 60 to 150 beats a minute; parts are left out at random."""
    beat = int(60 / random.uniform(60, 150) * RATE)
    root, third = NOTE * 2 ** (random.integers(-24, -12) / 12), random.choice([3, 4])
    sound = np.zeros(count + 4 * beat)
    steps = random.choice([[0, 5, 7, 0], [0, 9, 5, 7], [0, 7, 9, 5], [0, 3, 10, 5]])
    parts = random.random(4) < (0.85, 0.7, 0.7, 0.5)
    harmonics = int(random.integers(2, 14))
    for place, start in enumerate(range(0, count, 2 * beat)):
        base = root * 2 ** (steps[place % 4] / 12)
        chord = [base * 2 ** (step / 12) for step in (0, third, 7, 12)]
        length = len(sound[start : start + 2 * beat])
        if parts[0]:
            sound[start : start + length] += sum(tone(f, length, random, harmonics) for f in chord)
        if parts[1]:
            sound[start : start + length] += 1.5 * tone(base / 2, length, random, 3)
    if parts[2]:
        for place, start in enumerate(range(0, count, beat // 2)):
            hit = sound[start : start + beat // 2]
            times = np.arange(len(hit)) / RATE
            low = np.sin(2 * np.pi * 60 * times) * np.exp(-times * 25) * (place % 4 == 0)
            hit += random.uniform(0.5, 3) * low + random.uniform(0.1, 1) * random.normal(size=len(hit)) * np.exp(-times * 60)
    if parts[3]:
        sound += 2 * lead(len(sound), root * 2, beat, random)
    return (sound[:count] / (np.sqrt((sound[:count] ** 2).mean()) + 1e-9)).astype(np.float32) if parts.any() else music(count, random)


def lead(count, root, beat, random):
    """A monophonic melody with vibrato, glides and two resonances, similar to singing: hard negatives."""
    scale = np.array([0, 2, 4, 5, 7, 9, 11, 12])
    heights = np.repeat(random.choice(scale, count // beat + 1), beat)[:count].astype(float)
    heights = lfilter([0.002], [1, -0.998], heights)
    times = np.arange(count) / RATE
    frequency = root * 2 ** ((heights + random.uniform(0, 0.6) * np.sin(2 * np.pi * 5.5 * times)) / 12)
    phase = np.cumsum(frequency) / RATE
    saw = 2 * (phase % 1) - 1
    for centre in (random.uniform(300, 900), random.uniform(1000, 2400)):
        saw = saw + 2 * sosfilt(butter(2, [centre * 0.85, centre * 1.15], "bandpass", fs=RATE, output="sos"), saw)
    return saw * (np.repeat(random.random(count // beat + 1) < 0.8, beat)[:count])


def microphone(sound, random):
    """First-order spectral tilt and high pass; 15 % telephone band (150..320 to 3200..3800 Hz), 10 % clipping."""
    sound = lfilter([1, random.uniform(-0.7, 0.3)], [1], sound)
    sound = sosfilt(butter(1, random.uniform(40, 200), "highpass", fs=RATE, output="sos"), sound)
    if random.random() < 0.15:
        sound = sosfilt(butter(4, [random.uniform(150, 320), random.uniform(3200, 3800)], "bandpass", fs=RATE, output="sos"), sound)
    if random.random() < 0.1:
        limit = np.abs(sound).max() * random.uniform(0.3, 0.8)
        sound = sound.clip(-limit, limit)
    return sound.astype(np.float32)


def codec(sound, random):
    """Opus round trip at a low bit rate (libsndfile compression level 0.7 to 1)."""
    file = io.BytesIO()
    peak = max(float(np.abs(sound).max()), 1e-6)
    soundfile.write(file, sound / peak * 0.5, RATE, format="OGG", subtype="OPUS", compression_level=random.uniform(0.7, 1.0))
    file.seek(0)
    return (soundfile.read(file, dtype="float32")[0] * peak * 2)[: len(sound)]


def augmented(speech, others, random):
    """(samples, signal-to-noise ratio in dB, infinity without additive noise).

    `others` are samples of other clips, for babble. The ratio is uniform from -3 to 25 dB.
    """
    sound = change_speed(speech, random.uniform(0.88, 1.14)) if random.random() < 0.7 else speech
    ratio = np.inf
    if random.random() < 0.4:
        sound = room(sound, random)
    kind = random.random()
    if kind < 0.75:
        ratio = random.uniform(-3, 25)
        count = len(sound)
        other = noise(count, random) if kind < 0.4 else music(count, random) if kind < 0.65 else babble(others, count, random)
        sound = mixed(sound, other, ratio)
    if random.random() < 0.6:
        sound = microphone(sound, random)
    if random.random() < 0.25:
        sound = codec(sound, random)
    return sound.astype(np.float32), ratio


def non_speech(others, random):
    """Negative samples of 2 to 6 s for the speech output: noise, music or babble of several speakers."""
    count, kind = int(random.uniform(2, 6) * RATE), random.random()
    sound = noise(count, random) if kind < 0.3 else music(count, random) if kind < 0.85 else babble(others, count, random)
    if random.random() < 0.3:
        sound = mixed(sound, noise(count, random), random.uniform(0, 20))
    sound = room(sound, random) if random.random() < 0.4 else sound
    return microphone(sound, random) if random.random() < 0.4 else sound.astype(np.float32)

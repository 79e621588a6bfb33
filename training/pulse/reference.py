"""The pulse from mean colours of skin, as the crate `attune-pulse` must compute it.

A trace is [samples, 3]: mean red, green and blue at even distances. POS is Wang et al. 2017, CHROM de Haan and
Jeanne 2013; both overlap-add windows of 1.6 s.
"""

import numpy as np
from scipy import signal

RATE = 30.0  # samples a second after resampling
SUB_WINDOW = 1.6  # seconds
WINDOW, STEP = 10, 1  # seconds
LOW, HIGH, TOP = 0.7, 3.0, 3.5  # Hz: where a rate may lie, and how far noise is counted


def resample(times, colours, rate=RATE):
    """[samples, 3] at even distances from the first time on, by straight lines between the looks."""
    times = np.asarray(times) - times[0]
    grid = np.arange(int(np.floor(times[-1] * rate + 1e-9)) + 1) / rate
    return np.stack([np.interp(grid, times, colours[:, channel]) for channel in range(3)], axis=1)


def band_pass(trace, rate, low, high, order):
    """Butterworth, forwards and backwards."""
    nyquist = rate / 2
    numerator, denominator = signal.butter(order, [low / nyquist, min(high / nyquist, 0.99)], "band")
    return signal.filtfilt(numerator, denominator, trace)


def normalised(part):
    return part / part.mean(axis=0)


def pos(trace, rate):
    """The plane orthogonal to skin: [samples]."""
    length = int(np.ceil(SUB_WINDOW * rate))
    pulse = np.zeros(len(trace))
    for start in range(len(trace) - length + 1):
        red, green, blue = normalised(trace[start : start + length]).T
        first, second = green - blue, green + blue - 2 * red
        sum_ = first + first.std() / (second.std() + 1e-12) * second
        pulse[start : start + length] += sum_ - sum_.mean()
    return pulse


def chrom(trace, rate):
    """The chrominance method: [samples]."""
    length = int(np.ceil(SUB_WINDOW * rate))
    length += length % 2
    taper = np.hanning(length)
    pulse = np.zeros(len(trace))
    for start in range(0, len(trace) - length + 1, length // 2):
        red, green, blue = normalised(trace[start : start + length]).T
        first, second = 3 * red - 2 * green, 1.5 * red + green - 1.5 * blue
        first, second = first - first.mean(), second - second.mean()
        if length > 21:  # what filtfilt pads with, at either end
            first, second = (band_pass(x, rate, 0.7, 2.5, 3) for x in (first, second))
        difference = first - first.std() / (second.std() + 1e-12) * second
        pulse[start : start + length] += (difference - difference.mean()) * taper
    return pulse


def rate_of(part, rate):
    """(beats a minute, dB of signal to noise) of a stretch of a pulse signal."""
    filtered = band_pass(part - part.mean(), rate, LOW, TOP, 3)
    tapered = (filtered - filtered.mean()) * np.hanning(len(filtered))
    size = max(8192, 1 << int(np.ceil(np.log2(4 * len(tapered)))))
    power = np.abs(np.fft.rfft(tapered, size)) ** 2
    frequencies = np.fft.rfftfreq(size, 1 / rate)
    counted = (frequencies >= LOW) & (frequencies <= TOP)
    power, frequencies = power[counted], frequencies[counted]
    peak = int(np.argmax(power * (frequencies <= HIGH)))
    found = frequencies[peak]
    if 0 < peak < len(power) - 1:
        before, at, after = np.log(power[peak - 1 : peak + 2] + 1e-30)
        curvature = before - 2 * at + after
        found += (0.5 * (before - after) / curvature if curvature else 0.0) * (frequencies[1] - frequencies[0])
    near = (abs(frequencies - found) <= 0.1) | (abs(frequencies - 2 * found) <= 0.1)
    return 60 * found, 10 * np.log10(power[near].sum() / (power[~near].sum() + 1e-30))


def windows(signal_, rate=RATE):
    """[(beats a minute, dB)] of each window of a pulse signal."""
    length, step = int(WINDOW * rate), int(STEP * rate)
    return [rate_of(signal_[start : start + length], rate) for start in range(0, len(signal_) - length + 1, step)]

"""Writes half{1,2}.{mp3,flac,ogg,m4a,itunes.m4a,alac.m4a,opus}: a second and a bit of a sound, cut in two in the middle of its waves.

    python make_halves.py       with PyAV, NumPy, soundfile and mutagen from PyPI

The left channel is 0.4 sin(2 pi 440 t) + 0.2 sin(2 pi 997 t), the right one 0.5 sin(2 pi 660 t), at 44.1 kHz; the first half
has 30,011 frames, the second 26,007. Opus, which knows no such rate, has the same frames at 48 kHz, so that all is a little higher
there. ffmpeg notes AAC's delay in an edit list; "itunes" has Apple's tag instead.
"""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soundfile
from mutagen.mp4 import MP4, MP4FreeForm

RATE = 44_100
CUTS = (0, 30_011, 56_018)
FILES = (
    ("mp3", "mp3", "libmp3lame", RATE),
    ("flac", "flac", "flac", RATE),
    ("m4a", "ipod", "aac", RATE),
    ("alac.m4a", "ipod", "alac", RATE),
    ("opus", "ogg", "libopus", 48_000),
)


def sound():
    t = np.arange(CUTS[-1]) / RATE
    left = 0.4 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 997 * t)
    return np.stack([left, 0.5 * np.sin(2 * np.pi * 660 * t)])


def write(path, container, coder, rate, y):
    pcm = np.round(y * 32767).astype(np.int16)
    with av.open(str(path), "w", format=container) as out:
        stream = out.add_stream(coder, rate=rate, layout="stereo")
        stream.bit_rate = 192_000
        frame = av.AudioFrame.from_ndarray(pcm.T.reshape(1, -1).copy(), format="s16", layout="stereo")
        frame.sample_rate = rate
        frame.pts = 0
        frame.time_base = Fraction(1, rate)
        resampler = av.AudioResampler(stream.format, "stereo", rate, frame_size=stream.frame_size)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(part))
        out.mux(stream.encode(None))


def tag_as_itunes(plain, path, frames):
    """Apple's note of the delay in place of the edit list, whose box gets a name that means nothing."""
    path.write_bytes(plain.read_bytes().replace(b"edts", b"free", 1))
    file = MP4(str(path))
    padding = -(1024 + frames) % 1024
    text = f" 00000000 {1024:08X} {padding:08X} {frames:016X}" + " 00000000" * 8
    file["----:com.apple.iTunes:iTunSMPB"] = MP4FreeForm(text.encode())
    file.save()


def main():
    folder = Path(__file__).parent
    y = sound()
    for number in (1, 2):
        part = y[:, CUTS[number - 1] : CUTS[number]]
        soundfile.write(folder / f"half{number}.ogg", part.T, RATE, format="OGG", subtype="VORBIS")
        for name, container, coder, rate in FILES:
            write(folder / f"half{number}.{name}", container, coder, rate, part)
        plain = folder / f"half{number}.m4a"
        tag_as_itunes(plain, folder / f"half{number}.itunes.m4a", part.shape[1])


if __name__ == "__main__":
    main()

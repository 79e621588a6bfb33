"""Writes band.{mp3,flac,ogg,m4a,alac.m4a,opus}: five seconds (one of ALAC) of the signal "band" of make_reference.py, coded.

    python make_files.py        with PyAV and soundfile from PyPI
"""

from pathlib import Path

import av
import numpy as np
import soundfile
from make_reference import signals

RATE = 44_100
SECONDS = 5
# Name, container, coder, rate, options. Without an index the MP3 can be put behind itself to make it longer.
FILES = (
    ("band.mp3", "mp3", "libmp3lame", RATE, {"write_xing": "0", "id3v2_version": "0"}),
    ("band.flac", "flac", "flac", RATE, {}),
    ("band.m4a", "ipod", "aac", RATE, {}),
    ("band.alac.m4a", "ipod", "alac", RATE, {}),
    ("band.opus", "ogg", "libopus", 48_000, {}),
)


def main() -> None:
    folder = Path(__file__).parent
    y = signals(RATE)["band"][: SECONDS * RATE]
    soundfile.write(folder / "band.ogg", np.stack([y, y], axis=1), RATE, format="OGG", subtype="VORBIS")
    for name, container, coder, rate, options in FILES:
        seconds = 1 if coder == "alac" else SECONDS
        y = signals(rate)["band"][: seconds * rate]
        stereo = (np.clip(np.stack([y, y]), -1, 1) * 32767).round().astype(np.int16)
        with av.open(str(folder / name), "w", format=container, options=options) as out:
            stream = out.add_stream(coder, rate=rate, layout="stereo")
            stream.bit_rate = 128_000
            frame = av.AudioFrame.from_ndarray(stereo.T.reshape(1, -1).copy(), format="s16", layout="stereo")
            frame.sample_rate = rate
            resampler = av.AudioResampler(stream.format, "stereo", rate, frame_size=stream.frame_size)
            for part in [*resampler.resample(frame), *resampler.resample(None)]:
                out.mux(stream.encode(part))
            out.mux(stream.encode(None))


if __name__ == "__main__":
    main()

"""Contact sheets: many small pictures with a caption each, to look at by eye.

They show pictures of the data, which are not ours to pass on: write them outside the repository.
"""

from pathlib import Path

from PIL import Image, ImageDraw

CAPTION = 14


def write(path: Path, tiles: list[tuple[Image.Image, str]], side: int = 120, columns: int = 10) -> None:
    """Saves `tiles` (picture, caption) row by row, each fitted into a square of `side` pixels."""
    rows = max(-(-len(tiles) // columns), 1)
    sheet = Image.new("RGB", (columns * side, rows * (side + CAPTION)), "white")
    pen = ImageDraw.Draw(sheet)
    for place, (picture, caption) in enumerate(tiles):
        x, y = place % columns * side, place // columns * (side + CAPTION)
        scale = side / max(picture.size)
        size = tuple(max(1, round(edge * scale)) for edge in picture.size)
        sheet.paste(picture.convert("RGB").resize(size), (x, y))
        pen.text((x + 2, y + side + 1), caption, fill="black")
    sheet.save(path)

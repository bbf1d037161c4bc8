"""A picture with a palette shows the same pixels."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures.palette_png import SIGNATURE, with_palette

Row = list[tuple[int, int, int]]
WIDE = 5
PIXEL = st.tuples(*[st.integers(0, 255)] * 3)
ROWS = st.lists(st.lists(PIXEL, min_size=WIDE, max_size=WIDE), min_size=1, max_size=6)


def part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(rows: list[Row], kind: int) -> bytes:
    """A picture of these pixels, each row with the filter `kind`."""
    data, above = b"", bytes(WIDE * 3)
    for row in rows:
        raw = bytes(value for pixel in row for value in pixel)
        left, corner = bytes(3) + raw[:-3], bytes(3) + above[:-3]
        guesses = [
            (0, a, b, (a + b) // 2, min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2])[kind]
            for a, b, c in zip(left, above, corner, strict=True)
        ]
        data += bytes([kind]) + bytes((x - guess) & 255 for x, guess in zip(raw, guesses, strict=True))
        above = raw
    head = struct.pack(">IIBBBBB", WIDE, len(rows), 8, 2, 0, 0, 0)
    return SIGNATURE + part(b"IHDR", head) + part(b"IDAT", zlib.compress(data)) + part(b"IEND", b"")


def pixels(picture: bytes) -> list[Row]:
    """The pixels of a picture with a palette and without filters."""
    parts, at = {}, len(SIGNATURE)
    while at < len(picture):
        length = struct.unpack(">I", picture[at : at + 4])[0]
        parts[picture[at + 4 : at + 8]] = picture[at + 8 : at + 8 + length]
        at += length + 12
    colours = list(zip(*[iter(parts[b"PLTE"])] * 3, strict=True))
    data = zlib.decompress(parts[b"IDAT"])
    return [[colours[n] for n in data[at + 1 : at + 1 + WIDE]] for at in range(0, len(data), WIDE + 1)]


@pytest.mark.parametrize("kind", range(5))
@given(rows=ROWS)
def test_a_picture_of_few_colours_keeps_every_pixel_whatever_its_filter(kind: int, rows: list[Row]) -> None:
    assert pixels(with_palette(png(rows, kind))) == rows


def test_a_rare_colour_becomes_the_nearest_of_the_common_ones() -> None:
    black, white, grey = (0, 0, 0), (255, 255, 255), (40, 40, 40)
    rows = [[black, black, white, white, grey]]
    assert pixels(with_palette(png(rows, 0), colours=2)) == [[black, black, white, white, black]]

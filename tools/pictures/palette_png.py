"""Makes a picture of few colours smaller: a PNG in, one with a palette out."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PAETH = 4  # the filter that takes the nearest of three
CHANNELS = {2: 3, 6: 4}  # bytes of a pixel, by the colour type of what browsers take
Pixel = tuple[int, int, int]


def with_palette(png: bytes, colours: int = 64) -> bytes:
    """Return the same picture with its commonest `colours`; every other pixel takes the nearest of them."""
    parts = list(_parts(png))
    wide, high, _, kind = struct.unpack(">IIBB", parts[0][1][:10])
    size = CHANNELS[kind]
    rows = _rows(zlib.decompress(b"".join(data for name, data in parts if name == b"IDAT")), wide * size, size)
    pixels: list[list[Pixel]] = [
        list(zip(row[0::size], row[1::size], row[2::size], strict=True)) for row in map(bytes, rows)
    ]
    counted = Counter(pixel for row in pixels for pixel in row)
    palette = [pixel for pixel, _ in counted.most_common(colours)]
    at = {pixel: min(range(len(palette)), key=lambda n: _apart(palette[n], pixel)) for pixel in counted}
    data = b"".join(b"\0" + bytes(at[pixel] for pixel in row) for row in pixels)
    head = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    whole = [(b"IHDR", head), (b"PLTE", bytes(sum(palette, ()))), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b"")]
    return SIGNATURE + b"".join(map(_part, *zip(*whole, strict=True)))


def _apart(one: Pixel, other: Pixel) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(data: bytes, width: int, size: int) -> Iterator[bytearray]:
    """Return each row of bytes with its filter undone (PNG specification, section 9)."""
    above = bytearray(width)
    for start in range(0, len(data), width + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + width])
        for n in range(width) if kind else ():
            left = row[n - size] if n >= size else 0
            corner = above[n - size] if n >= size else 0
            row[n] = (row[n] + _guess(kind, left, above[n], corner)) & 255
        yield row
        above = row


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    if kind == PAETH:
        near = [(abs(above - corner), left), (abs(left - corner), above), (abs(left + above - 2 * corner), corner)]
        return min(near, key=lambda each: each[0])[1]
    return (0, left, above, (left + above) // 2)[kind]

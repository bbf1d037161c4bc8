"""The text of the pages of a PDF that Chromium printed, enough to recognise an empty page."""

import re
import zlib

PAGE = re.compile(rb"/Type /Page\b(?!s)")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
STREAM = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*<<([^>]*)>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"\b(?:Tj|TJ)\b")


def texts_on_pages(pdf: bytes) -> list[int]:
    """How many pieces of text each page shows, in order; 0 for a page without any."""
    streams = {
        int(number): zlib.decompressobj().decompress(data) if b"FlateDecode" in head else data
        for number, head, data in STREAM.findall(pdf)
        if b"Subtype" not in head
    }
    contents = [int(number) for number in CONTENTS.findall(pdf)]
    assert len(PAGE.findall(pdf)) == len(contents), "each page has one stream of contents"
    return [len(SHOWN.findall(streams[number])) for number in contents]

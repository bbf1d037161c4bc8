"""Makes assessment/source_hashes.txt from the texts of the sources, which the repository does not hold.

    PYTHONPATH=hooks python tools/hash_sources.py TEXT… --to assessment/source_hashes.txt

Each file is plain text. Run it again whenever a source is added; all texts must be given at once.
"""

import argparse
import secrets
from pathlib import Path

from pushpull.prose.shingles import write_sources


def main() -> None:
    """Write the file and say how many hashes it holds."""
    parser = argparse.ArgumentParser(description="Make the file of hashes by which shared runs of words are found.")
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXT", help="a source as plain text")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in options.texts]
    written = write_sources(texts, secrets.token_hex(8))
    options.to.write_text(written, encoding="utf-8", newline="\n")
    print(f"{written.count(chr(10)) - 1} hashes of {len(texts)} texts written to {options.to}.")


if __name__ == "__main__":
    main()

"""The recipe of sealed codes with the Python package `cryptography`: writes the vectors, and opens what we seal.

    .venv/bin/python tests/support/independent_seal.py tests/fixtures/sealed_codes.json

Run again, it keeps the keys and writes the same file. `--open FILE` opens codes that our module has sealed: JSON lines
with `privateKey`, `code` and `text`.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK, INFO = "ptp1t", b"push-to-pull/sealed-code/1"
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
TEXTS = ["a", "k7f2\nservice\n\n1HvGNUqwpstRV7_QMOxNVRVwcuacaaaaaaaaaaaaaaaaab_m2GJHE", "Zoë\n😀 " + "0" * 900]


def b64(data: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def bytes_of(text: str) -> bytes:
    """Return what base64url without padding holds."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def checksum(text: str) -> str:
    """Return CRC-24 of RFC 4880 over mark and text, five bits to a character."""
    register = 0xB704CE
    for byte in f"{MARK}\n{text}".encode():
        register ^= byte << 16
        for _ in range(8):
            register = (register << 1) ^ (0x1864CFB if register & 0x800000 else 0)
    return "".join(DIGITS[register >> shift & 31] for shift in (20, 15, 10, 5, 0))


def drawn(secret: bytes, own: bytes, public: bytes) -> tuple[AESGCM, bytes]:
    """Return the cipher and the nonce of one code."""
    out = HKDF(SHA256(), 44, own + public, INFO).derive(secret)
    return AESGCM(out[:32]), out[32:]


def seal(public: bytes, once: X25519PrivateKey, text: str) -> str:
    """Return the code of a text, sealed with a key pair for it alone."""
    own = once.public_key().public_bytes_raw()
    cipher, nonce = drawn(once.exchange(X25519PublicKey.from_public_bytes(public)), own, public)
    data = text.encode()
    size = len(b64(bytes(32 + len(data) + 16)))
    head = f"{MARK}{b64(public)[:8]}{size:04}"
    whole = head + b64(own + cipher.encrypt(nonce, data, head.encode()))
    return whole + checksum(whole)


def opened(private: X25519PrivateKey, code: str) -> str:
    """Return the text of a code; raise where it does not open."""
    whole, check = code[:-5], code[-5:]
    assert check == checksum(whole), "the checksum is wrong"
    box = bytes_of(whole[17:])
    cipher, nonce = drawn(
        private.exchange(X25519PublicKey.from_public_bytes(box[:32])), box[:32], private.public_key().public_bytes_raw()
    )
    data: bytes = cipher.decrypt(nonce, box[32:], whole[:17].encode())
    return data.decode()


def vectors() -> list[dict[str, str]]:
    """Return a code for each text, with keys that follow from its number: these are for tests alone."""
    found = []
    for number, text in enumerate(TEXTS):
        private, once = (
            X25519PrivateKey.from_private_bytes(hashlib.sha256(f"{name} {number}".encode()).digest())
            for name in ("round", "once")
        )
        public = private.public_key().public_bytes_raw()
        code = seal(public, once, text)
        assert opened(private, code) == text
        keys = {"publicKey": b64(public), "privateKey": b64(private.private_bytes_raw())}
        found.append({**keys, "text": text, "code": code})
    return found


if __name__ == "__main__":
    if sys.argv[1] == "--open":
        for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines():
            given = json.loads(line)
            private_key = X25519PrivateKey.from_private_bytes(bytes_of(given["privateKey"]))
            assert opened(private_key, given["code"]) == given["text"], given["code"]
            print("opened", given["code"][:24])
    else:
        Path(sys.argv[1]).write_text(f"{json.dumps(vectors(), indent=1)}\n", encoding="utf-8")

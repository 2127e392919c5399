"""Sealing what a parent entrusts to us, so that a copied database or backup tells nobody anything."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
SEALING = b"signpost/card/sealing"
HASHING = b"signpost/card/hashing"


class CannotUnseal(Exception):
    """Sealed bytes do not open: no key fits, or they, or what they belong to, were changed."""


class Sealer:
    """Seals and opens bytes (AES-256-GCM). The first key seals; every key opens, so keys can be changed.

    Each key is a long random text; the real keys, one for each use, are derived from it (HKDF-SHA256).
    """

    def __init__(self, keys: Sequence[str]) -> None:
        """Take the keys, newest first. Raises ValueError if there is none."""
        if not keys:
            raise ValueError("a sealer needs at least one key")
        self._sealing = [AESGCM(_derived(key, SEALING)) for key in keys]
        self._hashing = [_derived(key, HASHING) for key in keys]

    def seal(self, content: bytes, belongs_to: str) -> bytes:
        """Give a random nonce (12 bytes) and the sealed content, which opens only for `belongs_to`."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._sealing[0].encrypt(nonce, content, belongs_to.encode())

    def unseal(self, sealed: bytes, belongs_to: str) -> bytes:
        """Open what `seal` gave. Raises CannotUnseal."""
        nonce, content = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        for key in self._sealing if len(nonce) == NONCE_BYTES else []:
            try:
                return key.decrypt(nonce, content, belongs_to.encode())
            except InvalidTag:
                continue
        raise CannotUnseal

    def hashes(self, purpose: str, text: str) -> list[bytes]:
        """Give a keyed hash of `text` (HMAC-SHA256, 32 bytes) by each key, newest first.

        Without a key nobody can try out what a hash stands for. Two purposes never share a hash.
        """
        message = f"{purpose}\n{text}".encode()
        return [hmac.digest(key, message, hashlib.sha256) for key in self._hashing]


def _derived(key: str, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=use).derive(key.encode())

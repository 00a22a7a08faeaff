"""Who may write: what proves that a form came from a page of this server, and that somebody has signed in.

Enter cookies and what a form sends; leaves yes or no. Nothing is kept: what a cookie is worth follows from a key that
is made at each start and that every process of the server has. Refused: tokens that are too short to be safe.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from counterclaim.errors import InputError

FEWEST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Access:
    """Whether anything may be written, and the token that has to be given first; None where none is asked for."""

    writing: bool = False
    token: str | None = field(default=None, repr=False)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def form_proof(self, session: str) -> str:
        """What a form of this session must hold; no other site can read it, or find it out."""
        return self._signed("form", session)

    def proves(self, session: str, sent: str) -> bool:
        """Did the form come from a page that this server gave to this session?"""
        return bool(session) and hmac.compare_digest(self.form_proof(session).encode(), sent.encode())

    def knows(self, sent: str) -> bool:
        """Is it the token?"""
        return self.token is not None and hmac.compare_digest(self.token.encode(), sent.encode())

    def sign_in_proof(self, session: str) -> str:
        """What a browser of this session holds once the token was given."""
        return self._signed("signed in", session)

    def open_to(self, session: str, proof: str) -> bool:
        """May this session write?"""
        if not self.writing:
            return False
        if self.token is None:
            return True
        return bool(session) and hmac.compare_digest(self.sign_in_proof(session).encode(), proof.encode())

    def _signed(self, purpose: str, session: str) -> str:
        return hmac.new(self.key, f"{purpose}\0{session}".encode(), hashlib.sha256).hexdigest()


READING_ONLY = Access()


def access_at(*, loopback: bool, token: str | None) -> Access:
    """On this machine's own address everybody may write, unless a token is given; beyond it only who has the token.

    Raises:
        InputError: the token is too short.
    """
    if token is not None and len(token.strip()) < FEWEST_LETTERS:
        raise InputError(
            f"A token of fewer than {FEWEST_LETTERS} characters can be guessed",
            "Give a longer one, or none: one is made",
        )
    if token is None and not loopback:
        token = secrets.token_urlsafe(18)
    return Access(writing=True, token=token.strip() if token else None)

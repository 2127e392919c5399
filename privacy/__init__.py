"""Masks personal data in what parents write, before it is stored. Pure functions, standard library only."""

from privacy.masking import Masked, mask

__all__ = ["Masked", "mask"]

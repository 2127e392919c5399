"""What every test of the masking shares: a fixed day and the numbers a knowledge base would publish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from privacy import Masked, mask


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 21)


@pytest.fixture(scope="session")
def keep() -> frozenset[str]:
    return frozenset(
        {
            "01225 394382",
            "07530 263401",
            "0808 800 5000",
            "0300 061 0614",
            "01302 737210",
            "01642 527145",
            "85258",
            "18001 111",
            "send_partnershipservice@bathnes.gov.uk",
            "help@nspcc.org.uk",
            "send@justice.gov.uk",
            "sensection@stockton.gov.uk",
        }
    )


@pytest.fixture(scope="session")
def masked(keep: frozenset[str], today: date) -> Callable[[str], Masked]:
    return lambda text: mask(text, keep, today)

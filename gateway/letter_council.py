"""Whom a letter goes to: a council and its own SEND team, as the knowledge base has them."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from sqlalchemy.orm import Session, sessionmaker

from kb import queries, speech

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Addressee:
    """A council's name and its team's postal address, either may be empty; `where` says how to reach them."""

    name: str = ""
    address: str = ""
    where: str = ""


def addressee(kb: sessionmaker[Session], council_id: str) -> Addressee:
    """Give the council of this id; an empty one if it is not held or the knowledge base is away."""
    try:
        with kb() as session:
            council = queries.council(session, council_id)
            if council is None:
                return Addressee()
            team = queries.contact(session, "send-team", council.id)
    except Exception as error:
        # The page must work even so: the letter then has a gap where the council goes.
        logger.warning("council not read: %s", type(error).__name__)
        return Addressee()
    address = "\n".join([team.name, *team.address.split(", ")]) if team and team.address else ""
    return Addressee(council.name, address, speech.send_team(team, council))

"""Leaving nothing of what was erased in a database's own log."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

WAIT = 250  # milliseconds for others to end; a parent may be waiting for the deletion


def empty_log(engine: Engine) -> bool:
    """Write SQLite's log (the -wal file) back into the database and cut it to nothing.

    False if someone reading or writing was in the way: try again later. Other kinds of database look after
    their logs themselves.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        with engine.connect() as connection:
            # Not given back to the pool, where its shorter patience would hit other work.
            connection.detach()
            connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT}")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
    except OperationalError:
        return False
    return bool(busy == 0)

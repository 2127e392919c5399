"""Alembic's way in: migrations run on the connection that `storage.database.upgrade` hands over."""

from alembic import context

from casework.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

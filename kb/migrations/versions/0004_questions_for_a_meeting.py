"""Questions for a meeting, and what each rule says"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting",
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("ask", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("topic"),
    )
    op.create_table(
        "rule",
        sa.Column("reference_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("duty", sa.String(length=8), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reference_id"], ["reference.id"]),
        sa.PrimaryKeyConstraint("reference_id"),
    )


def downgrade() -> None:
    op.drop_table("rule")
    op.drop_table("meeting")

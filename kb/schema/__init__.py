"""The shape of every content file (pydantic). docs/how-to/edit-content.md shows each with an example."""

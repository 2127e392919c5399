"""Which language a message is in, and whether it says anything at all. Standard library only."""

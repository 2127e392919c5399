"""How Signpost is set up and started. Standard library only: it runs before anything is installed."""

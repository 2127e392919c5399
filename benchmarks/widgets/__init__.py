"""Our chat window beside two others, all talking to the same bot: `make bench-widgets` (needs npm)."""

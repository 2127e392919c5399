"""How well, how fast and how lean messages are understood: ours, stock Rasa and the nearest phrase side by side."""

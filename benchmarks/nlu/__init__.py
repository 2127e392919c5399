"""How well, fast and lean messages are understood: ours, stock Rasa, and the nearest phrase."""

"""How we understand: Rasa components, the channel parents' words come through, and the tracker store."""

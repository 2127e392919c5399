"""How parents reach us: conversations, masking at the door, the ledger, calling the bot, the plain page."""

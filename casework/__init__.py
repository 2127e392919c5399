"""What people do next: conversations and what became of each turn, and when the advice line is open."""

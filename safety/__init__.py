"""What we must never miss: fixed phrases that come before everything else. Standard library only."""

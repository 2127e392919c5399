"""Letters that parents send: pure functions from what they typed to text and Word. Keeps and logs nothing."""

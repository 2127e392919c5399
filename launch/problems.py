"""What stops a start: one sentence that says what to do."""


class CannotStart(Exception):
    """Set-up or start cannot go on. The message is for the person at the keyboard."""

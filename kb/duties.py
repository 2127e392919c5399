"""How strong a statement is, in words: law, a "should" of the Code or of guidance, or one place's own way."""

from __future__ import annotations

from kb.records import Reference, Rule

SHOULD = (
    'The word here is "should". It comes from the Code of Practice, which schools and councils must take '
    "into account. It is not a law of its own."
)
GUIDANCE = 'The word here is "should". It comes from guidance. It is not a law of its own.'
BELIEVED = "I could not check all of this against the law itself. Please confirm it with the advice line."


def rule_named(reference: Reference) -> str:
    """Name a rule by its document and paragraph."""
    return f"{reference.title}, {reference.paragraph}" if reference.paragraph else reference.title


def local_way(whose: str) -> str:
    """Say that something holds in one place only, and not by law."""
    return f"This is how {whose} says it does things. It is not the law."


def rule_told(rule: Rule) -> str:
    """Say what a rule says, where it stands and how strong it is; empty for plain information.

    A "should" is never told as a "must".
    """
    told = f"{rule.says.rstrip('.')} ({rule_named(rule.reference)})."
    if rule.duty == "must":
        parts = [f"The law says: {told}"]
    elif rule.duty == "should":
        parts = [told, SHOULD if rule.kind == "code" else GUIDANCE]
    else:
        return ""
    return " ".join([*parts, BELIEVED] if rule.reference.verified == "believed" else parts)

"""What a word means: every sense of it, this school's own sense first, and today's word for an old one."""

from __future__ import annotations

import re

from actions.base import Events, Need
from actions.handoff import hand_over
from actions.reply import Reply
from actions.turn import Turn
from kb import queries
from kb.records import Meaning, Term
from kb.speech import source_line

TOPIC = "glossary"
MOST_TERMS = 3


class ActionGlossary(Need):
    """The parent asks what words or abbreviations mean."""

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_glossary"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Explain each word asked about, at most three."""
        return explain_terms(turn, reply)


def explain_terms(turn: Turn, reply: Reply) -> Events:
    """Explain the words of the message that the glossary has; without any, hand over."""
    names = list(dict.fromkeys(turn.entities.get("term") or []))[:MOST_TERMS]
    terms = [term for name in names if (term := queries.term(reply.session, name))]
    if not terms:
        reply.say("I do not have that word in my list yet.")
        return hand_over("not_understood", reply)
    for term in terms:
        _explain(term, reply)
    return []


def old_word_asked(turn: Turn, reply: Reply) -> bool:
    """Explain an old word if the message begins by asking what it is ("whats an IEP"); tell if it does."""
    for name in dict.fromkeys(turn.entities.get("term") or []):
        term = queries.term(reply.session, name)
        asked = rf"\W*what(?:'?s| is| are| was) (?:an? |the )?{re.escape(term.term)}\b" if term else ""
        if term and term.now and re.match(asked, turn.text.replace("’", "'"), re.IGNORECASE):
            _explain(term, reply)
            return True
    return False


def offer_meanings(turn: Turn, reply: Reply) -> None:
    """Offer to explain an abbreviation of the message that means different things here (domain trap T-28)."""
    for name in dict.fromkeys(turn.entities.get("term") or []):
        term = queries.term(reply.session, name)
        used = term and re.search(rf"\b{re.escape(term.term)}\b", turn.text, re.IGNORECASE)
        if term and used and len([sense for sense in term.meanings if _can_be_meant(sense, reply)]) > 1:
            reply.say(
                f"{term.term} can mean more than one thing. If it does not fit here, ask me what it means."
            )
            title = f"What does {term.term} mean?"
            reply.buttons.append({"title": title, "payload": f'/glossary{{"term": "{term.id}"}}'})


def _explain(term: Term, reply: Reply) -> None:
    senses = sorted(term.meanings, key=lambda sense: not _is_here(sense, reply))
    lines = [f"{term.term}: {reply.filler.fill(senses[0].text)}"]
    lines += [f"It can also mean: {reply.filler.fill(sense.text)}" for sense in senses[1:]]
    if term.now:
        lines.append(f"This is an old word. Today people say: {term.now}.")
    lines.append(source_line(term.references))
    custom = reply.custom(
        topic=TOPIC,
        answer=f"{TOPIC}/{term.id}",
        duty="info",
        references=term.references,
    )
    reply.say("\n\n".join(lines), custom)


def _can_be_meant(sense: Meaning, reply: Reply) -> bool:
    return (sense.school is None and sense.council is None) or _is_here(sense, reply)


def _is_here(sense: Meaning, reply: Reply) -> bool:
    area = reply.area
    at_school = area.school is not None and sense.school == area.school.id
    in_council = area.council is not None and sense.council == area.council.id
    return at_school or in_council

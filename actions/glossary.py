"""What a word means: every sense of it, this school's own sense first, and today's word for an old one."""

from __future__ import annotations

from actions.base import Events, Need
from actions.handoff import hand_over
from actions.reply import Reply, answer_custom
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


def _explain(term: Term, reply: Reply) -> None:
    senses = sorted(term.meanings, key=lambda sense: not _is_here(sense, reply))
    lines = [f"{term.term}: {reply.filler.fill(senses[0].text)}"]
    lines += [f"It can also mean: {reply.filler.fill(sense.text)}" for sense in senses[1:]]
    if term.now:
        lines.append(f"This is an old word. Today people say: {term.now}.")
    lines.append(source_line(term.references))
    custom = answer_custom(
        topic=TOPIC,
        answer=f"{TOPIC}/{term.id}",
        area=reply.area,
        duty="info",
        references=term.references,
        release=queries.release(reply.session) or "",
    )
    reply.say("\n\n".join(lines), custom)


def _is_here(sense: Meaning, reply: Reply) -> bool:
    area = reply.area
    at_school = area.school is not None and sense.school == area.school.id
    in_council = area.council is not None and sense.council == area.council.id
    return at_school or in_council

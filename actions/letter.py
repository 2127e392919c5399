"""The way to the letter that asks for an EHC needs assessment: who may ask, the law's test, what to put in.

Names and other private things are typed on the letter page only, which keeps nothing; here we ask for none.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from actions.base import Events, Need
from actions.reply import Reply
from actions.turn import Turn
from actions.waiting import done, wait
from english.wording import bullets, join
from kb import queries
from kb.speech import source_line

TOPIC = "ehc_request_how"
BUTTON = {"title": "Help me write the letter", "payload": "/letter"}
WANTED = re.compile(
    r"\bhelp\b.{0,30}\b(write|writing|draft|word)"
    r"|\b(template|sample|example|model|draft)\b.{0,30}\b(letter|e-?mail|request)\b"
    r"|\b(letter|request)\b.{0,30}\b(template|example|sample|for me)\b"
    r"|\b(write|draft) (it|one|the letter|a letter) (for|with) me\b",
    re.IGNORECASE,
)
WHO = {
    "parent": "I am a parent or carer",
    "young_person": "I am 16 or over and ask for myself",
    "school": "I work at the school or college",
    "other": "Someone else",
}
# The four broad areas of need of the SEND Code of Practice, in a parent's words.
DIFFICULTIES = {
    "communication": "Talking, understanding or getting on with others",
    "cognition": "Learning, reading, writing or maths",
    "emotional": "Feelings, worries or behaviour",
    "sensory": "Seeing, hearing, moving or the senses",
}
ENOUGH = "done"
MAY_ASK = {
    "parent": "A parent can always ask. You do not need the school to agree.",
    "young_person": "From the end of compulsory school age until you are 25 you can ask for yourself. "
    "Someone can help you with it.",
    "school": "Someone acting for a school or college can ask. Please talk with the family first.",
    "other": "The law names three who can ask: the parent, the young person who is over compulsory school "
    "age, and someone acting for the school. If the child lives with you and you care for them, you may "
    "count as a parent. Anyone else can tell the council about a child, and the letter will say so.",
}
WORDS = {
    "who": {
        "young_person": r"\b(myself|i'?m? (am )?(1[6-9]|2[0-5])|young person|student)\b",
        "other": r"\b(nan|gran\w*|foster\w*|aunt\w*|uncle|social worker|health visitor)\b",
        "parent": r"\b(parent|mum|mam|mom|mother|dad|father|carer|guardian|step\w*)\b",
        "school": r"\b(school|college|teacher|senco|head)\b",
    },
    "difficulty": {
        "communication": r"\b(speech|talk\w*|language|communicat\w*|autis\w*|social\w*)\b",
        "cognition": r"\b(learn\w*|read\w*|writ\w*|spell\w*|maths?|dyslexi\w*|memory)\b",
        "emotional": r"\b(behaviou?r|anxi\w*|adhd|emotion\w*|mental|anger|angry|feel\w*|worr\w*)\b",
        "sensory": r"\b(hear\w*|deaf|see\w*|sight|vision|blind|sensory|noise|physical\w*|walk\w*|wheel\w*)\b",
    },
}
STOP = re.compile(r"\b(that'?s? (is )?all|none|done|no more)\b", re.IGNORECASE)


class ActionLetter(Need):
    """The parent wants help with the letter."""

    keeps_topic = True

    def name(self) -> str:
        """Rasa's name for this action."""
        return "action_letter"

    def meet(self, turn: Turn, reply: Reply) -> Events:
        """Take what a button says, and ask for what is missing."""
        told = {"who": turn.entity("who"), "difficulties": turn.entities.get("difficulty") or []}
        return _go_on(turn, told, reply)


def hear(turn: Turn, reply: Reply) -> Events:
    """Take what was typed in answer to our question."""
    if (turn.slots.get("waiting") or {}).get("step") == "who":
        return _go_on(turn, {"who": next(iter(_found("who", turn.text)), None), "difficulties": []}, reply)
    found = _found("difficulty", turn.text)
    enough = [ENOUGH] if found or STOP.search(turn.text) else []
    return _go_on(turn, {"who": None, "difficulties": [*found, *enough]}, reply)


def ask_on(turn: Turn, reply: Reply) -> Events:
    """Begin, or go on where we were."""
    return _go_on(turn, {"who": None, "difficulties": []}, reply)


def wants_letter(turn: Turn) -> bool:
    """Tell whether the parent asks for the letter itself, not only about asking."""
    return turn.intent == TOPIC and not turn.pressed and bool(WANTED.search(turn.text))


def _go_on(turn: Turn, told: dict[str, Any], reply: Reply) -> Events:
    state = turn.slots.get("waiting") or {}
    state = state if state.get("for") == "letter" else {}
    who = told["who"] or state.get("who")
    difficulties = list(dict.fromkeys([*state.get("difficulties", []), *told["difficulties"]]))
    if who not in WHO:
        _ask_who(reply)
        return wait("letter", step="who", difficulties=difficulties)
    if ENOUGH not in difficulties:
        _ask_difficulties(who, difficulties, reply, again=state.get("step") == "needs")
        return wait("letter", step="needs", who=who, difficulties=difficulties)
    _give_page(who, [name for name in difficulties if name in DIFFICULTIES], reply)
    return done()


def _found(kind: str, text: str) -> list[str]:
    return [name for name, words in WORDS[kind].items() if re.search(words, text, re.IGNORECASE)]


def _ask_who(reply: Reply) -> None:
    reply.buttons += [
        {"title": title, "payload": f'/letter{{"who": "{name}"}}'} for name, title in WHO.items()
    ]
    reply.say(
        "I can help you write the letter that asks for an EHC needs assessment. It takes a few minutes. "
        "You can ask me other things in between. Who is asking?",
        {"kind": "letter", "step": "who"},
    )


def _ask_difficulties(who: str, chosen: list[str], reply: Reply, again: bool) -> None:
    reply.buttons += [
        {"title": title, "payload": f'/letter{{"difficulty": "{name}"}}'}
        for name, title in DIFFICULTIES.items()
        if name not in chosen
    ]
    reply.buttons.append({"title": "That is all", "payload": f'/letter{{"difficulty": "{ENOUGH}"}}'})
    if again:
        noted = f"Noted: {join(DIFFICULTIES[name].lower() for name in chosen)}. " if chosen else ""
        reply.say(
            f'{noted}What else is hard? Press "That is all" when you are ready.',
            {"kind": "letter", "step": "needs"},
        )
        return
    parts = [
        MAY_ASK[who],
        "The council must assess if two things are so. The child or young person has, or may have, special "
        "educational needs. And it may be necessary to give special educational help through an EHC plan.",
        'What is hard? Press one or more, or write it. Press "That is all" when you are ready.',
    ]
    references = queries.references(reply.session, ["cfa-36-1", "cfa-36-8"])
    reply.say("\n\n".join([*parts, source_line(references)]), {"kind": "letter", "step": "needs"})


def _give_page(who: str, difficulties: list[str], reply: Reply) -> None:
    asked = {"who": who, "needs": ",".join(difficulties)}
    if reply.area.council:
        asked["council"] = reply.area.council.id
    inside = [
        "what is hard, at home and at school, with examples",
        "what has been tried and what came of it",
        "why more help may be needed than there is now",
        "any reports you have; it is fine to have none",
    ]
    text = (
        'Your letter is ready to fill in. Press "Write my letter". On that page you can put in:\n'
        f"{bullets(inside)}\n\n"
        "You do not need a diagnosis, and the council cannot make it a condition that the school has spent "
        "a set sum or tried for a set time. Send the letter to the council where you live, and keep a copy. "
        "The council must tell you within 6 weeks whether it will assess.\n\n"
        "What you type on that page is not kept by us. You can copy the letter, print it or download it."
    )
    references = queries.references(reply.session, ["cfa-36-1", "cfa-36-8", "reg-5"])
    custom = reply.custom(
        topic=TOPIC,
        answer=f"{TOPIC}/letter-page",
        duty="must",
        references=references,
    )
    custom["links"] = [{"title": "Write my letter", "href": f"/letter?{urlencode(asked)}"}]
    reply.say(f"{text}\n\n{source_line(references)}", custom)
    reply.buttons.append({"title": "Work out my dates", "payload": "/clock"})

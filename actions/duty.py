"""Must, should, or only a habit: "Does the school have to ...?" is answered by the duty of the fact."""

from __future__ import annotations

import re

from actions.area import Area
from english.wording import join, lower_first
from kb.duties import GUIDANCE, SHOULD, local_way, rule_named
from kb.records import Answer

ASKS = re.compile(
    r"\b((do|does|did|are|is|must|should|shouldn'?t|can|cant|can'?t|could) .{0,40}"
    r"\b(have to|has to|must|allowed|legal|obliged|required|supposed to|by law|duty|refuse|say no)"
    r"|(is|are) (it|that|this|they) (even |actually )?(legal|allowed|lawful|against the law|illegal)"
    r"|(legally|by law|legal duty|statutory duty|against the law|legal requirement|legal right)"
    r"|must (the |my |our |his |her |their )?(school|council|la|teacher|senco|head|they|he|she"
    r"|governors|college|nursery)"
    r"|should (the |my |our )?(school|council|la|teacher|senco|head|they)"
    r"|(have|has) to (by law|legally))\b",
    re.IGNORECASE,
)


def asks_duty(text: str) -> bool:
    """Tell whether the parent asks what somebody must do, or may not do."""
    return bool(ASKS.search(text))


def duty_sentence(answer: Answer, area: Area) -> str:
    """Say how strong the answer's own duty is; empty for plain information, which has none.

    Only rules of an Act or of regulations are named as the law, never the Code or guidance beside them.
    A "should" of the Code is never told as a "must" (section 77 of the Children and Families Act 2014 makes
    schools and councils take the Code into account), nor one of other guidance as the Code's.
    """
    if answer.duty == "must":
        rules = list(dict.fromkeys(rule_named(r) for r in answer.references if r.law))[:2]
        where = f" ({join(rules)})" if rules else ""
        return f'In short: where I say "must" here, it is the law{where}.'
    if answer.duty == "should":
        return f"In short: {lower_first(SHOULD if any(r.code for r in answer.references) else GUIDANCE)}"
    if answer.duty == "local":
        school = area.school.name if answer.school and area.school else None
        whose = school or (area.council.short if area.council else "this place")
        return f"In short: {lower_first(local_way(whose))}"
    return ""

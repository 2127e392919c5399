"""What a letter says differently for each kind of person who may write it.

Who may ask is section 36(1) of the Children and Families Act 2014 (the Act): a parent, a young person over
compulsory school age, or a person acting for a school or post-16 institution. Anyone else may bring a child
to the council's attention (SEND Code of Practice, paragraph 9.9), which is not a request under the section.
The test is section 36(8): "has or may have" special educational needs, and an EHC plan "may be necessary".
Time limits: regulations 5 (6 weeks) and 13 (20 weeks) of the SEND Regulations 2014, S.I. 2014/1530.
"""

from __future__ import annotations

from dataclasses import dataclass

OWN, OTHERS = "[your name]", "[the child's or young person's name]"
ACT = "the Children and Families Act 2014"
SECTION = f"section 36(1) of {ACT}"
REGULATIONS = "the Special Educational Needs and Disability Regulations 2014"
ASSESSMENT = "an EHC needs assessment (education, health and care needs assessment)"
RECEIVED = "Please tell me in writing that you have this letter, and the day you received it."
KEEPING = "I am keeping a copy of this letter."
IN_6_WEEKS = (
    "Please give your decision in writing within 6 weeks of receiving this request. "
    f"The time limit is in regulation 5 of {REGULATIONS}."
)
IN_20_WEEKS = (
    "If the assessment leads to an EHC plan, I understand that the final plan is due within 20 weeks of the "
    "day you received this request (regulation 13)."
)
BY_THIS_TEST = "This is the test in section 36(8) of the Act. Please decide by this test."


@dataclass(frozen=True)
class Voice:
    """The parts of a letter that depend on who writes; `{name}` and `{school}` stand for what was typed."""

    about: str
    name_gap: str
    birth_gap: str
    school_gap: str
    opening: tuple[str, ...]
    test: str
    asks: tuple[str, ...]


PARENT = Voice(
    about="Request for an EHC needs assessment",
    name_gap="[your child's name]",
    birth_gap="[your child's date of birth]",
    school_gap="[your child's school, nursery or college]",
    opening=(
        "I am writing as the parent of {name}.",
        f"This is a request under {SECTION}. Please carry out {ASSESSMENT} of {{name}}.",
    ),
    test="{name} has or may have special educational needs. It may be necessary for special educational "
    f"provision to be made for them under an EHC plan. {BY_THIS_TEST}",
    asks=(
        RECEIVED,
        IN_6_WEEKS,
        "If you decide not to assess, please give me your reasons, and tell me about my right to appeal "
        "and about mediation.",
        IN_20_WEEKS,
        KEEPING,
    ),
)
YOUNG_PERSON = Voice(
    about="Request for an EHC needs assessment",
    name_gap=OWN,
    birth_gap="[your date of birth]",
    school_gap="[your school or college, if you go to one]",
    opening=(
        "I am a young person: I am over compulsory school age and under 25. "
        "I am asking for an assessment of my own needs.",
        f"This is a request under {SECTION}. Please carry out {ASSESSMENT}.",
    ),
    test="I have or may have special educational needs. It may be necessary for special educational "
    f"provision to be made for me under an EHC plan. {BY_THIS_TEST}",
    asks=PARENT.asks,
)
SCHOOL = Voice(
    about="Request for an EHC needs assessment",
    name_gap=OTHERS,
    birth_gap="[their date of birth]",
    school_gap="[the name of the school or college]",
    opening=(
        "I am writing on behalf of {school}.",
        f"This is a request under {SECTION}, by a person acting for a school or post-16 institution. "
        f"Please carry out {ASSESSMENT} of {{name}}.",
        "[Say here if the parent, or the young person, knows about this request and agrees.]",
    ),
    test=PARENT.test,
    asks=(
        RECEIVED,
        IN_6_WEEKS,
        "If you decide not to assess, please give your reasons to the parent or the young person, and to us, "
        "and tell them about their right to appeal and about mediation.",
        IN_20_WEEKS,
        KEEPING,
    ),
)
OTHER = Voice(
    about="A child or young person who may need an EHC needs assessment",
    name_gap=OTHERS,
    birth_gap="[their date of birth]",
    school_gap="[their school, nursery or college]",
    opening=(
        "I am bringing {name} to your attention. [Say here how you know them, such as foster carer or health "
        "visitor.]",
        f"I am not making a request under {SECTION}. Under that section a parent, a young person over "
        "compulsory school age, or a person acting for a school or post-16 institution may ask. Paragraph "
        "9.9 of the SEND Code of Practice says that others may bring a child or young person to you.",
        f"Please look at whether {ASSESSMENT} may be needed.",
        "[Say here if the parent, or the young person, knows about this letter and agrees.]",
    ),
    test="{name} has or may have special educational needs. It may be necessary for special educational "
    "provision to be made for them under an EHC plan. This is the test in section 36(8) of the Act.",
    asks=(
        RECEIVED,
        "Please tell the parent, or the young person, in writing what you decide to do.",
        KEEPING,
    ),
)
VOICES = {"parent": PARENT, "young_person": YOUNG_PERSON, "school": SCHOOL, "other": OTHER}

"""The words that tell a date of birth from another date."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BIRTH = _words("dob born birth birthday birthdays bday bdate")

NOT_BIRTH_AFTER = _words("since from at before after gave give giving by summer august spring autumn first")
"""A word of birth right after one of these does not mean a date: "since birth", "summer born"."""

NOT_BIRTH_BEFORE = _words(
    "to mother mothers mum parent parents father dad family trauma injury weight plan order rate"
)
"""A word of birth right before one of these does not mean a date: "birth to 25", "birth mother"."""

EVENTS = _words(
    """
    accident act admitted adopted agreed appealed applied arrived asked assessed attended awarded back
    backdated became began begin begins booked came cancelled census changed chapter chased clause closed
    closes closing complained completed court date dated day days deadline decided declined delivered
    deregistered diagnosed died discharged divorced due edition effect effective emailed ended ends enrolled
    exclude excluded exclusion expired expires failed fell finalised finalized finished force guidance
    happened head history holiday holidays incident inset inspected inspection introduced issued joined
    judgement judgment last law left lockdown lost married met moved next ofsted ombudsman opened opening
    opens operation order ordered para paragraph paragraphs passed permanently phoned placed point posted
    postponed published rang rearranged received referred refusal refused registered regs regulations
    rejected replied requested resigned retired return returned reviewed saw screened screening seen sent
    separated shut signed since spoke start started starts stopped submitted surgery suspended suspension
    temporarily term terms tested till timeline transfer transferred transition until updated version visit
    visited withdrawn won written wrote
    """
)
"""A date after one of these, in the same sentence, is the date of something that happened."""

PAPERS = _words(
    """
    amended annual appeal appeals application appointment assessment assessments certificate code complaint
    decision decisions diagnosis draft ehc ehcp ehcps email emails final form forms hearing letter letters
    mediation meeting meetings minutes notes panel plan plans policy proposal record records referral
    referrals register reply report reports request requests response review reviews section sections
    statement test tribunal
    """
)
"""Like EVENTS, unless the child stands between: "plan for my son Jake 04/05/2017"."""

CHILD = _words(
    """
    baby boy boys brother child childs daughter daughters girl girls grandchild granddaughter grandson kid
    kids lad named nephew niece pupil sister son sons stepdaughter stepson student toddler twin twins
    """
)

ABOUT = _words("for re regarding concerning about of my our")
"""Words before a name."""

SENDERS = _words("from by with at to in dr mr mrs ms miss prof professor")
"""Before a name: that person is not the child."""

NOT_NAMES = _words(
    """
    a adhd again an autism autistic autumn both camhs christmas college council easter ep everyone finally
    help her him it january me needs nhs nursery please primary reception school secondary senco september
    spring summer the them today us year
    """
)

PLACED = _words(
    "on from until till by since before after to as between of during around about wc commencing starting"
)
"""A date right after one of these is when something happens: "on the 4th of May 2019"."""

FILLERS = _words(
    """
    approx approximately early fri friday late mon monday or roughly sat saturday sun sunday that the this
    thu thur thurs thursday tue tues tuesday wed wednesday weds
    """
)
"""Words that may stand between one of PLACED and the date."""

COUNTED = _words(
    """
    age aged ages at band bands class classes for group groups in item level levels line module no number
    option options page pages part question questions ref reference reg room rooms rule see set sets stage
    this unit units v was week weeks were year years yr yrs
    """
)
"""Numbers right after one of these are not a date of birth: "years 9/10/11"."""

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
    accident act admitted adopted agreed applied appointment arrived assessed attended back became began
    begin begins booked came cancelled census changed chapter chased clause closed closes closing code
    complained complaint completed court date dated deadline decided declined delivered diagnosed diagnosis
    died discharged divorced due edition effect effective emailed ended ends enrolled exclude excluded
    exclusion expired expires finalised finalized finished force guidance happened hearing holiday holidays
    incident inset inspected inspection introduced issued joined last law left lockdown married mediation
    met minutes moved next notes ofsted ombudsman opened opening opens operation order para paragraph
    paragraphs permanently phoned placed point policy posted postponed published rang rearranged received
    record records referred refusal refused regs regulations rejected replied reply requested response
    return returned reviewed saw screened screening section sections seen sent separated signed since spoke
    start started starts stopped submitted surgery suspended suspension temporarily term terms test tested
    till transfer transferred transition until updated version visit visited written wrote
    """
)
"""A date after one of these, in the same sentence, is the date of something that happened."""

PAPERS = _words(
    """
    amended annual appeal appeals application assessment assessments certificate decision decisions draft
    ehc ehcp ehcps email emails final form forms letter letters meeting meetings panel plan plans proposal
    referral referrals report reports request requests review reviews statement tribunal
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

NOT_NAMES = _words(
    """
    a an autumn both camhs christmas college council easter ep her him it january me nhs nursery primary
    reception school secondary senco september spring summer the them today us year
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
    this unit units v week weeks year years yr yrs
    """
)
"""Numbers right after one of these are not a date of birth: "years 9/10/11"."""

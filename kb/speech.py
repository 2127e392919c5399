"""Facts as sentences: contacts, advice lines, Local Offers, with how sure we are of them."""

from __future__ import annotations

from collections.abc import Iterable

from english.wording import clock, join, page_of, spoken_date
from kb.records import (
    AdviceLine,
    Contact,
    Council,
    Hours,
    LocalOffer,
    Person,
    Reference,
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def opening_times(hours: Iterable[Hours]) -> str:
    """Write opening times: "Monday to Thursday, 10am to 3pm"."""
    return "; ".join(f"{_days(span.weekdays)}, {clock(span.opens)} to {clock(span.closes)}" for span in hours)


def advice_line_contact(line: AdviceLine, directory: Contact | None) -> str:
    """Say how to reach an area's advice service; where we have no checked number, where to find it."""
    name = line.name + (f" (also called {join(line.also_known_as)})" if line.also_known_as else "")
    if not line.phone:
        where = (
            f" You can find it in the list at {web(directory.website)}."
            if directory and directory.website
            else ""
        )
        return (
            f"{name} is the free, impartial SEND advice service for your area. "
            f"I do not have a number for it that has been checked, so I will not guess one.{where}"
        )
    ways = [f"phone {line.phone}" + (f" ({opening_times(line.hours)})" if line.hours else "")]
    ways += [f"text {line.text_phone}"] if line.text_phone else []
    ways += [f"e-mail {line.email}"] if line.email else []
    ways += [web(line.website)] if line.website else []
    return f"{name}: {join(ways, 'or')}.{_please_confirm(line.status, line.source, 'the service')}"


def advice_line_unknown(directory: Contact | None, elsewhere: bool = False) -> str:
    """Say what to do where we do not know the parent's area, or it is none of ours (`elsewhere`)."""
    where = (
        f" The list of all of them is at {web(directory.website)}." if directory and directory.website else ""
    )
    return (
        "Each council area has a free, impartial SEND advice service (often called SENDIASS). "
        + (
            "I do not hold the details of yours."
            if elsewhere
            else "Tell me your council or town and I will look for yours."
        )
        + where
    )


def local_offer_contact(offer: LocalOffer, council: Council) -> str:
    """Say where a council's Local Offer is."""
    where = f": {web(offer.website)}" if offer.website else ""
    confirm = _please_confirm(offer.status, offer.source, "the council")
    return f"The Local Offer of {council.short} is called {offer.name}{where}.{confirm}"


def local_offer_unknown() -> str:
    """Say how to find a Local Offer while we do not know the area."""
    return 'To find yours, search the web for your council\'s name and "Local Offer".'


def send_team(team: Contact | None, council: Council | None) -> str:
    """Say where the council's own SEND team is; where we hold nothing, how to find it."""
    if team:
        return contact_full(team)
    whose = f"the website of {council.name}" if council else "your council's website"
    return f"Look on {whose} for its SEND team; I do not hold an address for it that has been checked."


def contact_short(contact: Contact) -> str:
    """Give a service's name and the best way to reach it, for use inside a sentence."""
    reach = contact.phone or contact.text_phone or contact.email or web(contact.website) or contact.address
    return f"{contact.name} ({reach})" if reach and reach not in contact.name else contact.name


def contact_full(contact: Contact) -> str:
    """Say everything we may publish about a service."""
    ways = [f"phone {contact.phone}"] if contact.phone else []
    ways += [f"text {contact.text_phone}"] if contact.text_phone else []
    ways += [f"e-mail {contact.email}"] if contact.email else []
    ways += [contact.address] if contact.address else []
    ways += [web(contact.website)] if contact.website else []
    reach = f" Reach it by {join(ways, 'or')}." if ways else ""
    return f"{contact.name}: {contact.what}.{reach}{_please_confirm(contact.status, contact.source, 'them')}"


CONFIRM_WITH_SCHOOL = "People and plans may have changed. Please confirm with the school office."


def person_named(person: Person) -> str:
    """Give a role's title with its holder, for use inside a sentence."""
    return f"the {person.title}" + (f" ({join(person.names)})" if person.names else "")


SOURCES_LEAD = "Where this comes from: "


def source_line(references: Iterable[Reference]) -> str:
    """Name what an answer rests on, with the day it was last checked."""
    found = list(references)
    if not found:
        return ""
    titles: dict[str, list[str]] = {}
    for reference in found:
        title = reference.title + (
            f" ({reference.dated})" if reference.dated and reference.dated not in reference.title else ""
        )
        titles.setdefault(title, []).extend([reference.paragraph] if reference.paragraph else [])
    named = [title + (f", {join(parts)}" if parts else "") for title, parts in titles.items()]
    checked = min(reference.checked_on for reference in found)
    return f"{SOURCES_LEAD}{'; '.join(named)}. Last checked {spoken_date(checked)}."


def web(address: str | None) -> str:
    """Write a web address as people say it, without its scheme."""
    return (address or "").removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _days(weekdays: frozenset[int]) -> str:
    days = sorted(weekdays)
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{DAYS[days[0]]} to {DAYS[days[-1]]}"
    return join(DAYS[day] for day in days)


def _please_confirm(status: str, source: Reference, whom: str) -> str:
    if status != "check":
        return ""
    return f" This is from {page_of(source.title, source.dated)}, so please confirm it with {whom}."

"""The legal clock of EHC plans in England: from a day that a parent knows to the last days it leads to.

`events` names the days, `checks` asks about an odd one, `clock.deadlines` counts, `left` tells what is urgent
and `calendar_file` makes a file for the parent's calendar. Pure functions; the facts of law come from
kb/content/law/, whose ids every deadline names.
"""

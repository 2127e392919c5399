"""Calendar days: England's working days, and the dates people type. Pure; `today` is given."""

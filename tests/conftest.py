"""The bot's tests need the bot's environment; everything else needs the app's."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("rasa") else ["unit/bot"]

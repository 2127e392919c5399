"""A council's page to try the widget on: another origin, strict rules. No part of the assistant itself."""

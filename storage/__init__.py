"""How databases are opened and kept up to date; knows nothing of what is in them."""

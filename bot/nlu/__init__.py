"""The steps of config.yml that are ours."""

"""What we do: one thin file for each parent need. Slots in, knowledge base asked, reply out.

rasa-sdk imports every module here and registers every concrete `Action`: no work happens at import,
and shared bases are abstract.
"""

"""A refusal carries a code for programs, a sentence for people and a status for HTTP."""

from __future__ import annotations

from gateway.problems import UNKNOWN_CONVERSATION, Refused


def test_a_refusal_is_a_clients_mistake_unless_it_says_otherwise() -> None:
    assert Refused("code", "Do this.").status == 422


def test_a_refusal_reads_as_its_sentence() -> None:
    assert str(Refused("code", "Do this.", 403)) == "Do this."


def test_a_wrong_secret_and_an_unknown_conversation_sound_the_same() -> None:
    refused = Refused(*UNKNOWN_CONVERSATION)
    assert refused.status == 404
    assert "not known, or its secret is wrong" in refused.message

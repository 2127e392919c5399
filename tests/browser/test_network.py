"""Offline, slow, the server away and back: nothing typed is lost, nothing counts twice."""

from __future__ import annotations

import signal
import time
from typing import Any

import requests
from playwright.sync_api import Route, expect

from tests.browser.chat import Chat
from tests.browser.states import MESSAGES
from tests.running import send_signal

QUESTION = "How long does the council have to decide about an EHC assessment?"
SLOW = {"offline": False, "latency": 800, "downloadThroughput": 6_000, "uploadThroughput": 3_000}


def turns(signpost: Any, chat: Chat) -> list[dict[str, Any]]:
    """Give what the gateway kept of this conversation."""
    token = chat.token() or {}
    address = f"{signpost.base}/api/conversations/{token['id']}/messages"
    return requests.get(address, headers={"Authorization": f"Bearer {token['secret']}"}, timeout=10).json()[
        "turns"
    ]


def test_offline_and_back(visit: Any, signpost: Any, watch: Any) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    chat = visit().open()
    chat.ask("What is SEN support?")
    chat.page.context.set_offline(True)
    chat.box.fill(QUESTION)
    chat.button("Send").click()
    expect(chat.button("Send it again")).to_be_visible()
    expect(chat.log.get_by_text("You are not online.")).to_be_visible()
    expect(chat.log.get_by_text(QUESTION)).to_be_visible()
    chat.page.context.set_offline(False)
    # Back online, the question goes by itself; pressing as well does no harm.
    again = chat.button("Send it again")
    if again.is_visible():
        again.click()
    chat.answered(2)
    assert [turn["text"] for turn in turns(signpost, chat)] == ["What is SEN support?", QUESTION]


def test_an_answer_that_got_lost_on_its_way_is_asked_for_again_and_counts_once(
    visit: Any, signpost: Any, watch: Any
) -> None:
    watch.allow("ERR_FAILED")
    chat = visit().open()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    chat.page.route(MESSAGES, lose, times=1)
    chat.box.fill(QUESTION)
    chat.button("Send").click()
    expect(chat.button("Send it again")).to_be_visible()
    chat.button("Send it again").click()
    chat.answered(1)
    assert len(turns(signpost, chat)) == 1
    expect(chat.box).to_be_focused()


def test_pressing_send_twice_while_it_is_slow_sends_two_questions_in_order(visit: Any, signpost: Any) -> None:
    chat = visit()
    session = chat.page.context.new_cdp_session(chat.page)
    session.send("Network.emulateNetworkConditions", SLOW)
    chat.open()
    for question in ("What is SEN support?", "Who is the SENCO?"):
        chat.box.fill(question)
        chat.page.keyboard.press("Enter")
        chat.page.keyboard.press("Enter")
    chat.answered(2)
    assert [turn["text"] for turn in turns(signpost, chat)] == ["What is SEN support?", "Who is the SENCO?"]
    expect(chat.articles).to_have_count(2)


def test_the_server_away_and_back(visit: Any, signpost: Any, watch: Any) -> None:
    watch.allow(
        "ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET", "ERR_SOCKET_NOT_CONNECTED"
    )
    chat = visit().open()
    chat.ask("What is SEN support?")
    send_signal(signpost.ports.gateway, signal.SIGKILL)
    chat.box.fill(QUESTION)
    chat.button("Send").click()
    again = chat.button("Send it again")
    expect(again.or_(chat.article(2))).to_be_visible()
    wait_until_well(signpost.base)
    if again.is_visible():
        again.click()
    chat.answered(2)
    assert [turn["text"] for turn in turns(signpost, chat)] == ["What is SEN support?", QUESTION]


def test_an_error_of_the_server_is_said_and_can_be_tried_again(visit: Any, watch: Any, signpost: Any) -> None:
    watch.allow("500")
    chat = visit().open()
    chat.page.route(MESSAGES, lambda route: route.fulfill(status=500, body="<html>oh</html>"), times=1)
    chat.box.fill(QUESTION)
    chat.button("Send").click()
    expect(chat.log.get_by_text("We cannot reach Signpost just now.")).to_be_visible()
    chat.button("Send it again").click()
    chat.answered(1)


def test_a_reload_in_mid_answer_loses_nothing(visit: Any, signpost: Any, watch: Any) -> None:
    chat = visit().open()
    chat.ask("What is SEN support?")
    held: list[Route] = []
    chat.page.route(MESSAGES, lambda route: held.append(route), times=1)
    chat.box.fill(QUESTION)
    chat.button("Send").click()
    chat.page.wait_for_timeout(200)
    assert len(held) == 1
    held[0].fetch()
    chat.page.reload()
    chat.open()
    chat.answered(2)
    assert [turn["text"] for turn in turns(signpost, chat)] == ["What is SEN support?", QUESTION]


def test_asking_works_even_where_the_settings_cannot_be_had(visit: Any, watch: Any) -> None:
    watch.allow("500")
    chat = visit()
    chat.page.route("**/api/settings", lambda route: route.fulfill(status=500, body="oh"))
    chat.open().ask(QUESTION)


def wait_until_well(base: str, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if requests.get(f"{base}/health", timeout=2).ok:
                return
        except requests.RequestException:
            pass
        time.sleep(0.2)
    raise AssertionError("the gateway did not come back")

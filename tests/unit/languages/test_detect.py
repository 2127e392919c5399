"""Languages of whole messages: sentences/<code>.txt has what a parent might write, one message a line."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from languages.detect import foreign_language
from languages.replies import replies

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
MOST_NEEDED = ("ar", "cy", "pl", "ro", "ur")
FILES_READ = 40
PHRASES_PER_FILE = 12
# Phrases of the training data that really are in another language.
REALLY_FOREIGN = re.compile(r"po polsku|[^\W\d_]+ć\b|głodny|qué tiempo|gato está|préférée|[\u4e00-\u9fff]")


def sentences(code: str) -> list[str]:
    return (HERE / "sentences" / f"{code}.txt").read_text(encoding="utf-8").splitlines()


def training_phrases(seed: int = 20261121) -> list[str]:
    chance = random.Random(seed)
    files = sorted((ROOT / "data" / "nlu").glob("*.yml"))
    found: list[str] = []
    for file in chance.sample(files, FILES_READ):
        phrases = re.findall(r"^ {6}- (.+)$", file.read_text(encoding="utf-8"), re.M)
        plain = [re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", phrase) for phrase in phrases]
        found += chance.sample(plain, min(PHRASES_PER_FILE, len(plain)))
    return found


def outside_questions() -> list[str]:
    files = sorted((ROOT / "tests" / "data" / "outside").glob("*.yml"))
    return [
        question
        for file in files
        for question in re.findall(r'text: "((?:[^"\\]|\\.)*)"', file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("code", sorted(replies()))
def test_messages_in_each_language_are_recognised(code: str) -> None:
    missed = {
        sentence: found for sentence in sentences(code) if (found := foreign_language(sentence)) != code
    }
    assert missed == {}


@pytest.mark.parametrize("code", sorted(replies()))
def test_every_language_with_a_reply_has_enough_sentences(code: str) -> None:
    assert len(set(sentences(code))) >= (25 if code in MOST_NEEDED else 8)


def test_english_messages_with_foreign_names_and_typing_slips_stay_english() -> None:
    wrong = {sentence: found for sentence in sentences("en") if (found := foreign_language(sentence))}
    assert wrong == {}


def test_training_phrases_stay_english() -> None:
    phrases = [phrase for phrase in training_phrases() if not REALLY_FOREIGN.search(phrase)]
    assert len(phrases) > 300
    assert {phrase: found for phrase in phrases if (found := foreign_language(phrase))} == {}


def test_questions_by_outside_writers_stay_english() -> None:
    questions = outside_questions()
    assert len(questions) > 600
    assert {question: found for question in questions if (found := foreign_language(question))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "help me please with this letter from the school, dziękuję",
        "my husband only speaks Polish, he said nie rozumiem at the meeting and nobody helped him",
        "can you tell me what the school has to do for my child, diolch yn fawr",
        "I need help with my son at school, he has autism and ADHD میرے بیٹے",
    ],
)
def test_a_mainly_english_message_stays_english(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "můj syn potřebuje pomoc ve škole",
        "môj syn potrebuje pomoc v škole, má autizmus",
        "mio figlio ha bisogno di aiuto a scuola",
        "mein Sohn braucht Hilfe in der Schule",
        "мой сын не говорит по-английски, нам нужна помощь",
        "моето дете има нужда от помощ",
        "کوڕەکەم پێویستی بە یارمەتی هەیە",
        "زما زوی ښوونځی ته نه ځي",
        "माझ्या मुलाला मदत पाहिजे आहे",
        "मेरो छोरालाई मद्दत चाहिन्छ",
        "息子は助けが必要です",
        "mujhe apne bete ke liye madad chahiye",
        "내 아들은 도움이 필요해요",
        "",
        "???",
        "12345",
    ],
)
def test_a_language_we_have_no_reply_in_is_not_taken_for_another(text: str) -> None:
    assert foreign_language(text) is None


def test_a_very_long_message_takes_a_few_thousandths_of_a_second() -> None:
    text = "moje dziecko potrzebuje pomocy and the school does nothing about it " * 60
    foreign_language(text)
    started = time.perf_counter()
    foreign_language(text[:4000])
    assert time.perf_counter() - started < 0.05

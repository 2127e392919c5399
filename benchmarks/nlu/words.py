"""What the page says around its tables."""

RULES = """\
Every training and every reading runs in a fresh process, imports included, with nothing in Rasa's cache.
Cold: no vector is kept from before; warm: the very same phrases were encoded once. Thresholds are chosen on
validation phrases only, for the highest mean of "right and answered" and "out of scope caught". "Right" and
"within three" are before any gate. Times per message are for {timed} test messages, one after another,
through `Agent.parse_message`; memory is that process after them. "As shipped" keeps the thresholds of each
configuration. Ours is the whole project: it learns the knowledge base's question headings besides the
phrases, and to find the answer within a topic, which nothing else here does. The row "topics only, same
phrases" is the like for like."""

ELSEWHERE = """\
Ours here is the encoder and the topic model as Rasa steps: no names, knowledge base, gate or safety
phrases. Its training time is for those two steps."""

SIGNALS = """\
The topic model directly, without Rasa (fitted in {seconds:.0f} s, without encoding). The label is the best
of those in scope, and the signal alone decides whether to refuse. With out of scope as one more label and
no threshold: {right} right in scope, {caught} out of scope caught."""

PUBLISHED = """\
Published on the same split, out of scope learnt as one more label (Larson and others 2019; right in scope /
out of scope caught): fastText 84.5 / 23.2, SVM 89.6 / 18.6, CNN 88.9 / 22.2, DialogFlow 89.4 / 14.1, Rasa
of that time 88.9 / 55.0, MLP 91.5 / 52.2, BERT 96.4 / 40.9."""

FINDER = """\
{questions} held-out questions, topic given, no area known, so answers for one area do not compete.
Left out: {seen} more that are training messages too, word for word."""

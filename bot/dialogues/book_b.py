"""The second half of the book: plans, help, how it went, celebrating, and a supporter's check-in."""

from __future__ import annotations

from typing import Final

from bot.dialogue.conversation import Spoken
from bot.dialogues.celebrating import celebrating, say_to_celebration
from bot.dialogues.changing import changing
from bot.dialogues.checking_in import checking_in
from bot.dialogues.helping import ask_back, ask_someone_else, do_it_myself, need_help, reply_back
from bot.dialogues.my_plan import letting_go, my_plan, one_plan
from bot.dialogues.nudging import ask_tomorrow, later_today, not_today, reminding, stop_reminding
from bot.dialogues.our_plan import our_plan
from bot.dialogues.planning import planning
from bot.dialogues.telling import telling
from bot.dialogues.we_will import we_will

BOOK_B: Final[dict[str, Spoken]] = {
    "planning": Spoken(planning, "phrase-about-planning"),
    "we_will": Spoken(we_will, "phrase-about-we-will"),
    "my_plan": Spoken(my_plan, "phrase-about-my-plan", light=True),
    "one_plan": Spoken(one_plan, "phrase-about-my-plan", light=True),
    "our_plan": Spoken(our_plan, "phrase-about-our-plan", light=True),
    "changing": Spoken(changing, "phrase-about-changing"),
    "letting_go": Spoken(letting_go, "phrase-about-letting-go", light=True),
    "need_help": Spoken(need_help, "phrase-about-help"),
    "ask_someone_else": Spoken(ask_someone_else, "phrase-about-help"),
    "do_it_myself": Spoken(do_it_myself, "phrase-about-help", light=True),
    "ask_back": Spoken(ask_back, "phrase-about-question"),
    "reply_back": Spoken(reply_back, "phrase-about-question"),
    "later_today": Spoken(later_today, "phrase-about-reminder", light=True),
    "not_today": Spoken(not_today, "phrase-about-reminder", light=True),
    "ask_tomorrow": Spoken(ask_tomorrow, "phrase-about-telling", light=True),
    "stop_reminding": Spoken(stop_reminding, "phrase-about-reminder", light=True),
    "reminding": Spoken(reminding, "phrase-about-reminder"),
    "telling": Spoken(telling, "phrase-about-telling"),
    "celebrating": Spoken(celebrating, "phrase-about-celebrating"),
    "say_to_celebration": Spoken(say_to_celebration, "phrase-about-celebrating"),
    "checking_in": Spoken(checking_in, "phrase-about-checking-in", light=True),
}

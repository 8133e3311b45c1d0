"""All dialogues, by the names that buttons and intents begin them with."""

from __future__ import annotations

from typing import Final

from bot.dialogue.conversation import Book, Spoken
from bot.dialogues.celebrating import celebrating, say_to_celebration
from bot.dialogues.changing import changing
from bot.dialogues.checking_in import checking_in
from bot.dialogues.circles import circles, inviting, leaving_circle, making_circle, weekly_message
from bot.dialogues.devices import another_device
from bot.dialogues.do_this_now import do_this_now
from bot.dialogues.greeting import greeting
from bot.dialogues.hello import hello
from bot.dialogues.helping import ask_back, ask_someone_else, do_it_myself, need_help, reply_back
from bot.dialogues.joining import joining
from bot.dialogues.my_answers import my_answers
from bot.dialogues.my_plan import letting_go, my_plan, one_plan
from bot.dialogues.nudging import ask_tomorrow, later_today, not_today, reminding, stop_reminding
from bot.dialogues.opening import opening
from bot.dialogues.our_plan import our_plan
from bot.dialogues.pausing import pausing, pausing_or_stopping, starting_again, stopping
from bot.dialogues.planning import planning
from bot.dialogues.politeness import idea, leaving_it, parting, thanked
from bot.dialogues.preferences import preferences
from bot.dialogues.supporters import ending_support, inviting_supporter, supporters
from bot.dialogues.talk_to_person import talk_to_person
from bot.dialogues.telling import telling
from bot.dialogues.unsure import unsure
from bot.dialogues.we_will import we_will
from bot.dialogues.what_can_you_do import what_can_you_do
from bot.dialogues.who_can_see import who_can_see, who_looked

BOOK: Final[Book] = {
    # how people come in, are met, and decide who sees what
    "greeting": Spoken(greeting, "phrase-about-greeting", light=True),
    "unsure": Spoken(unsure, "phrase-about-what-you-said", light=True),
    "do_this_now": Spoken(do_this_now, "phrase-about-what-you-said", light=True),
    "what_can_you_do": Spoken(what_can_you_do, "phrase-about-what-i-can-do", light=True),
    "thanked": Spoken(thanked, "phrase-about-being-polite", light=True),
    "idea": Spoken(idea, "phrase-about-idea", light=True),
    "parting": Spoken(parting, "phrase-about-being-polite", light=True),
    "leaving_it": Spoken(leaving_it, "phrase-about-being-polite", light=True),
    "talk_to_person": Spoken(talk_to_person, "phrase-about-person"),
    "joining": Spoken(joining, "phrase-about-joining"),
    "hello": Spoken(hello, "phrase-about-hello"),
    "opening": Spoken(opening, "phrase-about-opening"),
    "my_answers": Spoken(my_answers, "phrase-about-my-answers", light=True),
    "who_can_see": Spoken(who_can_see, "phrase-about-who-can-see"),
    "who_looked": Spoken(who_looked, "phrase-about-who-looked"),
    "preferences": Spoken(preferences, "phrase-about-preferences"),
    "pausing": Spoken(pausing, "phrase-about-pausing"),
    "stopping": Spoken(stopping, "phrase-about-stopping"),
    "pausing_or_stopping": Spoken(pausing_or_stopping, "phrase-about-stopping", light=True),
    "starting_again": Spoken(starting_again, "phrase-about-starting-again"),
    "circles": Spoken(circles, "phrase-about-circles", light=True),
    "making_circle": Spoken(making_circle, "phrase-about-making-circle"),
    "inviting": Spoken(inviting, "phrase-about-inviting"),
    "weekly_message": Spoken(weekly_message, "phrase-about-weekly"),
    "leaving_circle": Spoken(leaving_circle, "phrase-about-leaving-circle"),
    "supporters": Spoken(supporters, "phrase-about-supporters", light=True),
    "inviting_supporter": Spoken(inviting_supporter, "phrase-about-inviting-supporter"),
    "ending_support": Spoken(ending_support, "phrase-about-ending-support"),
    "another_device": Spoken(another_device, "phrase-about-device"),
    # plans, help, how it went, celebrating, and a supporter's check-in
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

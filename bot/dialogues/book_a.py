"""The first half of the book: how people come in, are met, and decide who sees what."""

from __future__ import annotations

from typing import Final

from bot.dialogue.conversation import Spoken
from bot.dialogues.circles import circles, inviting, leaving_circle, making_circle, weekly_message
from bot.dialogues.devices import another_device
from bot.dialogues.do_this_now import do_this_now
from bot.dialogues.greeting import greeting
from bot.dialogues.hello import hello
from bot.dialogues.joining import joining
from bot.dialogues.opening import opening
from bot.dialogues.pausing import pausing, pausing_or_stopping, starting_again, stopping
from bot.dialogues.politeness import parting, thanked
from bot.dialogues.preferences import preferences
from bot.dialogues.supporters import ending_support, inviting_supporter, supporters
from bot.dialogues.talk_to_person import talk_to_person
from bot.dialogues.unsure import unsure
from bot.dialogues.what_can_you_do import what_can_you_do
from bot.dialogues.who_can_see import who_can_see, who_looked

BOOK_A: Final[dict[str, Spoken]] = {
    "greeting": Spoken(greeting, "phrase-about-greeting", light=True),
    "unsure": Spoken(unsure, "phrase-about-what-you-said", light=True),
    "do_this_now": Spoken(do_this_now, "phrase-about-what-you-said", light=True),
    "what_can_you_do": Spoken(what_can_you_do, "phrase-about-what-i-can-do", light=True),
    "thanked": Spoken(thanked, "phrase-about-being-polite", light=True),
    "parting": Spoken(parting, "phrase-about-being-polite", light=True),
    "talk_to_person": Spoken(talk_to_person, "phrase-about-person"),
    "joining": Spoken(joining, "phrase-about-joining"),
    "hello": Spoken(hello, "phrase-about-hello"),
    "opening": Spoken(opening, "phrase-about-opening"),
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
}

### What Alongside starts by itself: reminders, and asking how it went. Quiet and kind. Nobody owes an answer.

## Reminders

reminder-card =
    { $part ->
        [morning] Good morning { $name }.
       *[day] Hello { $name }.
    } { $which ->
        [today] Today:
        [tomorrow] Tomorrow:
       *[other] { $day }:
    }
    .picture = reminder
    .alt = A bell
    .simpler = { $name }, this is your reminder for { $day }:
    .choice-ok = OK
    .choice-later = Later today
    .choice-not-today = Not today
    .choice-help = I need help
    .choice-stop = Stop reminders

phrase-reminded = { $what }.
phrase-reminded-at = { $what }, at { $time }.
phrase-reminded-helped = { $what }. { $name } will help you.

reminder-nothing-left = There is nothing left for this day.
    .picture = done
    .alt = A tick
    .simpler = This reminder is finished.

reminder-ok = Good. I hope it goes well.
    .picture = yes
    .alt = A thumb that points up
    .simpler = Thank you. I will ask you later how it went.

reminder-later = I will remind you again later today.
    .picture = clock
    .alt = A clock
    .simpler = OK. You will get this message once more today.

reminder-which = What is not for today?
    .picture = calendar
    .alt = A calendar
    .simpler = Which one do you want to leave today?
    .choice-plan = { $what }
    .choice-all-of-them = All of them
    .choice-more = More

reminder-not-today = That is fine. It stays on your plan. Say “change my plan” to pick another day.
    .picture = calendar
    .alt = A calendar
    .simpler = Not today, then. I will not ask about it today.

reminder-stop = Which reminders shall I stop?
    .picture = stop
    .alt = A stop sign
    .simpler = If you stop them, I will not remind you. Your plans stay as they are.
    .choice-these = The ones for these
    .choice-all = All reminders
    .choice-none = Keep my reminders

reminder-stopped-these = I will not remind you of these any more. Say “remind me” to have them again.
    .picture = stop
    .alt = A stop sign
    .simpler = No more reminders for these. Your plans stay as they are.

reminder-stopped-all = I stopped all your reminders. Say “remind me” to have them again.
    .picture = stop
    .alt = A stop sign
    .simpler = No more reminders from now on. Your plans stay as they are.

reminder-carry-on = That is fine. I will carry on with your reminders.
    .picture = reminder
    .alt = A bell
    .simpler = Your reminders stay as they are.

remind-again = You stopped your reminders. Do you want them again?
    .picture = reminder
    .alt = A bell
    .simpler = I do not send you reminders now. Shall I start again?
    .choice-yes = Yes, remind me
    .choice-no = No

remind-which = Which plan shall I remind you of?
    .picture = reminder
    .alt = A bell
    .simpler = Here are your plans. Which one do you want a reminder for?
    .choice-plan = { $what }
    .choice-more = More

remind-saved = I will do that for “{ $what }”.
    .picture = reminder
    .alt = A bell
    .simpler = I kept your choice for “{ $what }”.

remind-needs-day = This plan has no day yet. Say “change my plan” to give it one.
    .picture = calendar
    .alt = A calendar
    .simpler = I need to know the day before I can remind you.

remind-not-possible = I cannot send a reminder for “{ $what }”. It is too near now, or you stopped reminders.
    .picture = sorry
    .alt = A sad face
    .simpler = A reminder for “{ $what }” is not possible now. Your plan stays as it is.

## How did it go?

how-card = How did it go? “{ $what }”.
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = Please tell me about “{ $what }”. Every answer is a good answer.
    .choice-done = It is done
    .choice-some = Some of it
    .choice-not-to-plan = It did not go to plan
    .choice-changed-mind = I changed my mind
    .choice-ask-tomorrow = Ask me tomorrow

how-day-card = How did it go on { $day }? Pick one to tell me about:
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = These were for { $day }. You can tell me about each of them.
    .choice-plan = { $what }
    .choice-ask-tomorrow = Ask me tomorrow

how-told = Thank you. There is nothing more to tell here.
    .picture = thank-you
    .alt = Flowers
    .simpler = This question is closed. You can still tell me more any time.

how-tomorrow = That is fine. I will ask you tomorrow.
    .picture = moon
    .alt = The moon
    .simpler = OK, no need to answer today.

## Reminders that may not be needed

fade-card = You did this by yourself 4 times: “{ $what }”. Do you still want a reminder for it?
    .picture = skill
    .alt = A strong arm
    .simpler = I can stop the reminder for “{ $what }”. It is for you to choose.
    .choice-keep = Yes, keep it
    .choice-stop = Stop this reminder
    .choice-not-sure = Not sure

fade-kept = That is fine. I will carry on with this reminder.
    .picture = reminder
    .alt = A bell
    .simpler = You keep this reminder.

fade-stopped = I stopped this reminder. Say “remind me” to have it again.
    .picture = stop
    .alt = A stop sign
    .simpler = No more reminders for this one. Your plan stays as it is.

fade-not-sure = That is fine. The reminder stays for now.
    .picture = reminder
    .alt = A bell
    .simpler = You do not need to know now. I will still remind you.

fade-settled = There is no reminder for this now.
    .picture = done
    .alt = A tick
    .simpler = You do not need to choose anything here.

wait-card = Shall I wait until you say hello?
    .picture = pause
    .alt = A pause sign
    .simpler = I can stop writing to you until you write to me. Do you want that?
    .choice-wait = Yes, please wait
    .choice-carry-on = No, carry on

wait-until-hello = I will wait. Say hello when you want to.
    .picture = pause
    .alt = A pause sign
    .simpler = You will hear from me when you write to me. I kept all your plans.

wait-carry-on = Thank you. I will carry on as before.
    .picture = start
    .alt = A triangle that points right
    .simpler = OK, you will still get my messages.

## A circle's weekly message

weekly-card = Hello { $name }. These are our shared plans:
    .picture = circle
    .alt = People who work together
    .simpler = This is what we in { $name } said we will do:
    .choice-see-our-plan = See our plan

weekly-empty = Hello { $name }. We have no shared plans this week.
    .picture = circle
    .alt = People who work together
    .simpler = Our plan is open, { $name }. We can add to it any time.
    .choice-see-our-plan = See our plan

phrase-about-reminder = your reminders

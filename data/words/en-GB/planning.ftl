### Making a plan: what I will do, and when. Some plans people make together.

## What and when

plan-what = What will you do?
    .picture = plan
    .alt = A list on a board
    .simpler = Tell me one thing you will do. Type it in your own words.

plan-when = When will you do it?
    .picture = calendar
    .alt = A calendar
    .simpler = Which day is it for? You can type a day, or every Tuesday.
    .choice-today = Today
    .choice-tomorrow = Tomorrow
    .choice-not-sure = Not sure yet

plan-right =
    { $said ->
        [heard] You will { $what }.
       *[own] Your plan: { $what }.
    } { $when }.
    .picture = plan
    .alt = A list on a board
    .simpler = I think this is your plan: { $what }. { $when }. Is that right?
    .choice-right = That's right
    .choice-change-what = Change what
    .choice-change-when = Change when
    .choice-just-chatting = Just chatting

plan-chatting = That is fine. I did not save it as a plan.
    .picture = talk
    .alt = 2 people who talk
    .simpler = OK, we are just chatting. Nothing is on your plan.

## Help and a reminder

plan-help = Do you want help with it?
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = You can do it yourself, or with some help. Which one do you want?
    .choice-alone = I can do it myself
    .choice-some-help = Yes, some help
    .choice-not-sure = Not sure yet

plan-remind = Shall I remind you?
    .picture = reminder
    .alt = A bell
    .simpler = I can send you a message about it. When do you want it?
    .choice-that-morning = That morning
    .choice-day-before = The day before
    .choice-no-thanks = No thanks

plan-saved =
    Saved. { $said ->
        [heard] You will { $what },
       *[own] Your plan: { $what },
    } { $when }. { $help ->
        [with-me] I asked { $name } to come with you.
        [getting-there] I asked { $name } to help you get there.
        [showing-me] I asked { $name } to show you how.
        [something-else] I asked { $name } for help.
       *[none] Say “my plan” to see it.
    }
    .picture = done
    .alt = A tick
    .simpler = It is on your plan now: { $what }. You can change it any time.

## Who can see it, after a first plan

plan-who-sees = Can { $name } see your plans?
    .picture = who-can-see
    .alt = An eye
    .simpler = It is for you to choose what { $name } sees. What can { $name } see?
    .choice-this-one = This one
    .choice-all-plans = All my plans
    .choice-no = No
    .choice-not-sure = Not sure

plan-shown = Now { $names } can see it. You can change this any time. Say “who can see”.
    .picture = who-can-see
    .alt = An eye
    .simpler = I showed it to { $names }. To stop that, say “who can see”.

plan-only-asked = That is fine. Only { $name } sees this one plan, to answer you.
    .picture = lock
    .alt = A lock
    .simpler = { $name } sees the plan you asked about, and no more.

plan-private = That is fine. I will not show it to anyone else. Say “who can see” to change this.
    .picture = lock
    .alt = A lock
    .simpler = I keep it private. You can change your mind any time.

## For me, or together

plan-for-whom = Is this for you, or for a circle together?
    .picture = circle
    .alt = People who work together
    .simpler = You can do this as your own plan, or with a circle. Which one is it?
    .choice-who = { $name } together
    .choice-just-me = Just for me
    .choice-more = More

we-which-circle = Which circle is this for?
    .picture = circle
    .alt = People who work together
    .simpler = You are in more than 1 circle. Which one will do this together?
    .choice-who = { $name }
    .choice-more = More

we-no-circle = You are not in a circle yet. A facilitator can invite you to one.
    .picture = circle
    .alt = People who work together
    .simpler = This is for people in a circle. You can still make a plan of your own.

we-who = I can ask people in { $name } to join in. They will see this plan. Who shall I ask?
    .picture = ask
    .alt = A person with one hand up
    .simpler = Each person in { $name } says their own yes or no. Shall I ask them?
    .choice-everyone = Ask everyone
    .choice-choose = Let me choose
    .choice-not-now = Do not ask now

we-choose = Who shall I ask?
    .picture = people
    .alt = 2 people
    .simpler = Pick one person. You can pick more people after that.
    .choice-who = { $name }
    .choice-that-is-all = That is everyone
    .choice-more = More

we-not-asked = That is fine. I did not save it or ask anyone.
    .picture = pause
    .alt = A pause sign
    .simpler = OK. Nobody will see it. You can start again any time.

we-saved = Saved: { $what }, { $when }. I asked { $names }. Each person says their own yes or no.
    .picture = done
    .alt = A tick
    .simpler = It is on our plan now: { $what }. I will ask { $names } to join in.

we-will-card = { $name } asks: will you do this together? { $what }. { $when }.
    .picture = circle
    .alt = People who work together
    .simpler = { $name } wants to do this with you: { $what }. { $when }. Do you want to join in?
    .choice-yes = Yes, I will
    .choice-no = Not this time
    .choice-not-sure = Not sure yet

we-will-yes = Thank you. It is on your plan now.
    .picture = yes
    .alt = A thumb that points up
    .simpler = You said yes. Say “my plan” to see it.

we-will-no = That is fine. Thank you for saying so.
    .picture = thank-you
    .alt = Flowers
    .simpler = You said not this time. That is a good answer too.

we-will-not-sure = That is fine. You can press yes or no any time.
    .picture = think
    .alt = A face that thinks
    .simpler = Take your time. The buttons will wait for you.

phrase-joining-in = Joining in: { $names }.

## When, as a piece of a sentence

phrase-when-open =
    { $place ->
        [start] No
       *[inside] no
    } day yet
phrase-when-day =
    { $place ->
        [start] On
       *[inside] on
    } { $day }
phrase-when-day-at =
    { $place ->
        [start] On
       *[inside] on
    } { $day } at { $time }
phrase-when-again = { $rhythm }, from { $day }
phrase-when-again-at = { $rhythm } at { $time }, from { $day }
phrase-each-day =
    { $place ->
        [start] Every
       *[inside] every
    } { $count ->
        [one] day
       *[more] { $number } days
    }
phrase-each-week =
    { $place ->
        [start] Every
       *[inside] every
    } { $count ->
        [one] week
       *[more] { $number } weeks
    }
phrase-each-weekday =
    { $place ->
        [start] Every
       *[inside] every
    } { $count ->
        [one] { $days }
       *[more] { $number } weeks on { $days }
    }

phrase-about-planning = your plan
phrase-about-we-will = a plan together

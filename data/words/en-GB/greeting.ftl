### Hello again, what I can do, and what to ask when I do not understand.

greeting-member = Hello { $name }. What would you like to do?
    .picture = hello
    .alt = A hand that waves
    .simpler = It is good to see you, { $name }. What shall we do now?
    .choice-my-plan = See my plan
    .choice-planning = Something I will do
    .choice-telling = How something went
    .choice-something-else = Something else

greeting-supporter = Hello { $name }. What would you like to do?
    .picture = hello
    .alt = A hand that waves
    .simpler = It is good to see you, { $name }. What shall we do now?
    .choice-checking-in = How somebody is
    .choice-my-plan = See my plan
    .choice-who-looked = Who looked
    .choice-something-else = Something else

greeting-facilitator = Hello { $name }. What would you like to do?
    .picture = hello
    .alt = A hand that waves
    .simpler = It is good to see you, { $name }. What shall we do now?
    .choice-our-plan = See our plan
    .choice-inviting = Invite somebody
    .choice-making-circle = Make a circle
    .choice-something-else = Something else

## What I can do, 4 things at a time

can-do = I can help you with these. Which one do you want?
    .picture = list
    .alt = A list
    .simpler = Here are some things we can do together. Press one.
    .choice-planning = Something I will do
    .choice-telling = How something went
    .choice-celebrating = Good news
    .choice-need-help = I want help
    .choice-something-else = More

can-see = I can show you these. Which one do you want?
    .picture = list
    .alt = A list
    .simpler = Here are some things you can look at. Press one.
    .choice-my-plan = See my plan
    .choice-our-plan = See our plan
    .choice-my-answers = See my answers
    .choice-who-can-see = Who can see
    .choice-something-else = More

can-support = I can help you with these. Which one do you want?
    .picture = list
    .alt = A list
    .simpler = Here are some things we can do together. Press one.
    .choice-checking-in = How somebody is
    .choice-my-plan = See my plan
    .choice-planning = Something I will do
    .choice-who-looked = Who looked
    .choice-something-else = More

can-belong = These are about people. Which one do you want?
    .picture = people
    .alt = 2 people
    .simpler = Your circles, your supporters, or a person to talk to. Press one.
    .choice-circles = Circles
    .choice-supporters = Supporters
    .choice-who-looked = Who looked
    .choice-talk-to-person = Talk to a person
    .choice-something-else = More

can-change = You can change these. Which one do you want?
    .picture = change
    .alt = 2 arrows that cross
    .simpler = Here are some things you can make different. Press one.
    .choice-preferences = How you talk to me
    .choice-pausing-or-stopping = Reminders
    .choice-changing = A plan of mine
    .choice-another-device = Another phone
    .choice-something-else = More

## Not sure what you mean

unsure-nearest = I am not sure what you mean. Is it one of these?
    .picture = not-sure
    .alt = A person who is not sure
    .simpler = Sorry, I do not understand. Which of these is it?
    .choice-meaning = { $meaning }
    .choice-something-else = Something else

that-is-fine = That is fine. Say hello when you want to talk to me.
    .picture = hello
    .alt = A hand that waves
    .simpler = We can stop here. Type hello to start again.

phrase-meaning-planning = Something I will do
phrase-meaning-my-plan = See my plan
phrase-meaning-our-plan = See our plan
phrase-meaning-telling = How something went
phrase-meaning-changing = Change a plan
phrase-meaning-need-help = I want help
phrase-meaning-talk-to-person = Talk to a person
phrase-meaning-celebrating = Good news
phrase-meaning-checking-in = How somebody is
phrase-meaning-who-can-see = Who can see
phrase-meaning-who-looked = Who looked
phrase-meaning-my-answers = See my answers
phrase-meaning-circles = Circles
phrase-meaning-supporters = Supporters
phrase-meaning-preferences = How you talk to me
phrase-meaning-pausing = Pause reminders
phrase-meaning-stopping = Stop reminders
phrase-meaning-what-can-you-do = What can you do?

## Something new in the middle of a question

do-it-now = You said something about { $about }. Do this now?
    .picture = change
    .alt = 2 arrows that cross
    .simpler = Your words were about { $about }. We can do that first, or go on. Which is better?
    .choice-yes = Yes, now
    .choice-no = No, go on

phrase-about-something = something you want
phrase-about-greeting = what you would like to do
phrase-about-what-you-said = what you said
phrase-about-what-i-can-do = what I can do

## Thanks and goodbye.

you-are-welcome = You are welcome.
    .picture = thank-you
    .alt = Flowers
    .simpler = I am happy that it helps.

idea-no-place = Thank you for your idea. I have no place to keep ideas yet. You can make it a plan.
    .picture = thank-you
    .alt = Flowers
    .simpler = That is good to hear. I cannot show ideas to your circle yet. A plan can start now.
    .choice-new-plan = Make a plan

goodbye-for-now = Goodbye. I am here when you want to talk.
    .picture = hello
    .alt = A hand that waves
    .simpler = Goodbye for now. You can write to me at any time.

phrase-about-idea = your idea
phrase-about-being-polite = what you said

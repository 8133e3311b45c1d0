### Asking for help, and answering. Help comes when a person asks for it. Every answer is a good answer.

## Asking

help-kind = What would help?
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = People can help in different ways. Which way is good for you?
    .choice-with-me = Someone with me
    .choice-getting-there = Getting there
    .choice-showing-me = Showing me how
    .choice-something-else = Something else

help-words = What help do you want?
    .picture = words
    .alt = A pencil
    .simpler = Tell me what would make it easier. Use your own words.

help-who = Who shall I ask?
    .picture = ask
    .alt = A person with one hand up
    .simpler = You choose who gets the question. Who is it?
    .choice-who = { $name }
    .choice-anyone = Anyone in { $name }
    .choice-more = More
    .choice-myself = I will ask myself

help-sure = If I ask { $name }, { $name } will see this plan.
    .picture = who-can-see
    .alt = An eye
    .simpler = To answer, { $name } needs to see your plan. Shall I ask?
    .choice-ask = Ask { $name }
    .choice-not-now = Not now

help-asked = I asked { $name }. I will tell you the answer.
    .picture = ask
    .alt = A person with one hand up
    .simpler = { $name } has your question now. When there is an answer, I will write to you.

help-ask-myself = That is fine. You can ask somebody yourself.
    .picture = talk
    .alt = 2 people who talk
    .simpler = OK, you will ask. I will not write to anyone.

help-not-asked = That is fine. I did not ask { $name }.
    .picture = pause
    .alt = A pause sign
    .simpler = OK, { $name } gets no question from me.

help-not-mine = { $name } started this plan. You can ask { $name } for help with it.
    .picture = talk
    .alt = 2 people who talk
    .simpler = It is a shared plan. Talk with { $name } about the help you want.

help-nobody-yet = You have no supporter here yet. You can ask somebody yourself.
    .picture = people
    .alt = 2 people
    .simpler = I do not know anyone to ask for you. Say “supporters” to invite somebody.

help-not-possible = I cannot ask { $name } now. I kept your plan.
    .picture = sorry
    .alt = A sad face
    .simpler = { $name } did not get the question. You can ask somebody else.

help-which = What do you want help with?
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = Here are your plans. Which one is it about?
    .choice-plan = { $what }
    .choice-something-else = Something else
    .choice-more = More

help-with = I can help you make a plan, or find you a person. Which do you want?
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = What would help you now?
    .choice-new-plan = Make a plan
    .choice-person = Talk to a person
    .choice-not-now = Not now

help-not-now = That is fine. You can ask me any time.
    .picture = pause
    .alt = A pause sign
    .simpler = OK, we leave it for now. Say “help” when you want to.

help-do-it-myself = That is fine. It is your own plan now. You can ask for help any time.
    .picture = skill
    .alt = A strong arm
    .simpler = You will do it yourself. If you want help later, tell me.

## What the person who gets the question sees

help-card =
    { $name } asks: { $kind ->
        [with-me] can you be with them?
        [getting-there] can you help them get there?
        [showing-me] can you show them how?
       *[something-else] can you help with this: “{ $words }”?
    } Their plan: { $what }. { $when }.
    .picture = ask
    .alt = A person with one hand up
    .simpler = { $name } wants some help with a plan: { $what }. { $when }. Yes and no are both good answers.
    .choice-yes = Yes
    .choice-no = I can't
    .choice-ask = Ask { $name } something

help-said-yes = Thank you. They can say now if they want your help. I will tell you.
    .picture = thank-you
    .alt = Flowers
    .simpler = You said yes. Now it is for them to choose.

help-said-no = That is fine. Thank you for saying so. I will tell them kindly.
    .picture = thank-you
    .alt = Flowers
    .simpler = You said you can't. They can ask somebody else.

help-you-offered = You said yes to { $name }: { $what }. { $when }. Now { $name } can choose.
    .picture = wait
    .alt = A sand clock
    .simpler = I told { $name } that you can help. I will tell you what { $name } says.

help-you-help = { $name } is glad to have your help: { $what }. { $when }.
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = You will help { $name } with this: { $what }. { $when }.

help-you-cannot = You said you can't this time. { $name } knows, and that is fine.
    .picture = thank-you
    .alt = Flowers
    .simpler = You said no, and I told { $name } kindly.

help-somebody-else = Somebody has said yes to { $name }. Thank you for being there.
    .picture = thank-you
    .alt = Flowers
    .simpler = { $name } has found help now. You do not need to answer.

help-not-needed = { $name } does not need this help now. Thank you for saying yes.
    .picture = thank-you
    .alt = Flowers
    .simpler = Plans have changed for { $name }. You are free, and thank you.

help-closed = There is nothing to answer here now. Thank you.
    .picture = thank-you
    .alt = Flowers
    .simpler = You do not need to do anything. The question has gone.

phrase-asked-back = { $name } asked: “{ $words }”.
phrase-replied = { $name } says: “{ $words }”.

## Asking something back

help-ask-back = What do you want to ask { $name }?
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = Type your question. I will give it to { $name }.
    .choice-not-now = Not now

help-asked-back = I gave { $name } your question. I will tell you the answer.
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = { $name } has your question now.

asked-back-card = { $name } asks about your plan “{ $what }”: “{ $words }”.
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = { $name } wants to know something about your plan: “{ $words }”.
    .choice-answer = Answer { $name }

asked-back-answered = You answered what { $name } asked: “{ $words }”. It is about your plan “{ $what }”.
    .picture = done
    .alt = A tick
    .simpler = { $name } has your answer now.

help-reply = What do you want to say to { $name }?
    .picture = words
    .alt = A pencil
    .simpler = Type your answer. I will give it to { $name }.
    .choice-not-now = Not now

help-replied = I gave { $name } your answer.
    .picture = done
    .alt = A tick
    .simpler = { $name } can read your answer now.

## What the person who asked for help sees

helped-yes =
    { $name } says yes. { $kind ->
        [with-me] { $name } can be with you.
        [getting-there] { $name } can help you get there.
        [showing-me] { $name } can show you how.
       *[something-else] { $name } can help with this: “{ $words }”.
    } It is for your plan: { $what }, { $when }.
    .picture = yes
    .alt = A thumb that points up
    .simpler = { $name } can help you with { $what }. Is that good for you?
    .choice-good = Good
    .choice-changed-mind = I changed my mind

helped-good = Good. I will tell them.
    .picture = yes
    .alt = A thumb that points up
    .simpler = You both say yes. They will know that you want their help.

helped-changed-mind = That is fine. I will tell them kindly.
    .picture = change
    .alt = 2 arrows that cross
    .simpler = You can always change your mind. I will let them know.

helped-accepted = { $name } will help you: { $what }, { $when }.
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = You said good to help from { $name }. It is for { $what }.

helped-no = { $name } can't help with this one: { $what }. You can ask somebody else, or do it yourself.
    .picture = ask
    .alt = A person with one hand up
    .simpler = { $name } said no this time, and that is fine. What do you want to do with your plan: { $what }?
    .choice-ask-else = Ask someone else
    .choice-do-it-myself = I will do it myself

helped-waiting = I asked { $name } about your plan: { $what }. I will tell you the answer.
    .picture = wait
    .alt = A sand clock
    .simpler = { $name } has your question. There is no answer yet.

helped-withdrawn = You took this question back. That is fine.
    .picture = back
    .alt = An arrow that points back
    .simpler = Nobody needs to answer this now.

no-answer-card = { $name } has not answered yet. It is about your plan: { $what }. { $when }.
    .picture = wait
    .alt = A sand clock
    .simpler = There is no answer from { $name } so far. You can wait, or pick one of these.
    .choice-ask-else = Ask someone else
    .choice-do-it-myself = I will do it myself

no-answer-settled = You have an answer to this now.
    .picture = done
    .alt = A tick
    .simpler = This question is closed. You do not need to do anything.

phrase-about-help = getting help
phrase-about-question = a question about a plan

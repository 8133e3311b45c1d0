### How it went. Done, some of it, not to plan, and a changed mind are 4 equal answers.

telling-which = What do you want to tell me about?
    .picture = plan
    .alt = A list on a board
    .simpler = Here are your plans. Which one is it?
    .choice-plan = { $what }
    .choice-more = More
    .choice-none = None of these

telling-nothing-open = Thank you for telling me. There is no plan to add it to.
    .picture = thank-you
    .alt = Flowers
    .simpler = I am glad you told me. I did not find a plan about it.
    .choice-celebrate = Celebrate it
    .choice-new-plan = Make a plan

telling-how = How did it go? “{ $what }”.
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = Please tell me about “{ $what }”. Every answer is a good answer.
    .choice-done = It is done
    .choice-some = Some of it
    .choice-not-to-plan = It did not go to plan
    .choice-changed-mind = I changed my mind
    .choice-not-now = Not now

telling-right =
    I think you mean “{ $what }”. { $ending ->
        [done] It is done.
        [some] You did some of it.
        [not-to-plan] It did not go to plan.
       *[changed-mind] You changed your mind.
    }
    .picture = think
    .alt = A face that thinks
    .simpler = Is this about “{ $what }”? I want to be sure.
    .choice-right = That's right
    .choice-another-way = It went another way
    .choice-another-plan = It is another plan
    .choice-just-chatting = Just chatting

telling-not-now = That is fine. You can tell me any time.
    .picture = pause
    .alt = A pause sign
    .simpler = OK, we leave it for now.

telling-told-before = You told me about this before. Thank you.
    .picture = thank-you
    .alt = Flowers
    .simpler = I kept what you told me the first time.

telling-thank-you =
    Thank you for telling me. { $ending ->
        [done] You did it.
        [some] Every part counts.
        [not-to-plan] That happens to everyone, and it helps us learn.
       *[changed-mind] You can always change your mind.
    }
    .picture = thank-you
    .alt = Flowers
    .simpler =
    I am glad that you told me. { $ending ->
        [done] It is done now.
        [some] Some of it is done, and that is good.
        [not-to-plan] Plans do not always work, for anybody.
       *[changed-mind] It is good to know what you want.
    }

## Done

telling-celebrate = Do you want to celebrate it?
    .picture = celebrate
    .alt = A party popper
    .simpler = We can be glad about it together. Would you like that?
    .choice-yes = Yes
    .choice-no-fuss = No fuss

telling-no-fuss = That is fine. Well done.
    .picture = yes
    .alt = A thumb that points up
    .simpler = OK, we will keep it quiet.

telling-fade = You did this by yourself 4 times: “{ $what }”. Do you still want a reminder for it?
    .picture = skill
    .alt = A strong arm
    .simpler = I can stop the reminder for “{ $what }”. It is for you to choose.
    .choice-keep = Yes, keep it
    .choice-stop = Stop this reminder
    .choice-not-sure = Not sure

## Some of it

telling-rest = Do you want to do the rest another day?
    .picture = calendar
    .alt = A calendar
    .simpler = We can make a plan for the other part. Would you like that?
    .choice-yes = Yes
    .choice-no = No
    .choice-not-sure = Not sure

## It did not go to plan

telling-happened = What happened? You can skip this.
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = Tell me about it in your own words. It is fine to skip it.
    .choice-skip = Skip

telling-learned = Is there something we learned?
    .picture = learn
    .alt = A light bulb
    .simpler = What do you know now that can help next time?
    .choice-skip = Skip

telling-next = What next?
    .picture = going
    .alt = A sign on a road
    .simpler = What do you want to do with this plan now?
    .choice-try-again = Try again
    .choice-change = Change it
    .choice-ask-help = Ask for help
    .choice-let-go = Let it go
    .choice-not-sure = Not sure

telling-again-when = Which day do you want to do it?
    .picture = calendar
    .alt = A calendar
    .simpler = When is a good day for it? You can type a day, like Friday.
    .choice-today = Today
    .choice-tomorrow = Tomorrow
    .choice-not-sure = Not sure yet

telling-again-saved = Saved. Your plan: { $what }, { $when }.
    .picture = try-again
    .alt = 2 arrows in a circle
    .simpler = It is on your plan again: { $what }, { $when }.

telling-again-repeats = It comes again anyway: { $what }, { $when }.
    .picture = repeat
    .alt = Arrows that go round
    .simpler = You do not need to add it. It is on your plan: { $what }, { $when }.

telling-let-go = That is fine. We let it go.
    .picture = let-go
    .alt = A balloon
    .simpler = It is off your plan now. What we learned stays.

telling-no-next = That is fine. You can say what next any time.
    .picture = think
    .alt = A face that thinks
    .simpler = You do not need to know now.

## Who can see how it went

telling-share = Would you like { $name } to see this?
    .picture = who-can-see
    .alt = An eye
    .simpler = You can show { $name } what you told me. It is for you to choose.
    .choice-yes = Yes
    .choice-learned = Just what I learned
    .choice-no = No
    .choice-not-sure = Not sure

telling-share-some = Would you like somebody else to see this?
    .picture = who-can-see
    .alt = An eye
    .simpler = You can show others what you told me. It is for you to choose.
    .choice-yes = Yes
    .choice-learned = Just what I learned
    .choice-no = No
    .choice-not-sure = Not sure

telling-shown = Now { $name } can see it. You can change this any time. Say “who can see”.
    .picture = who-can-see
    .alt = An eye
    .simpler = I showed it to { $name }. To stop that, say “who can see”.

telling-private = That is fine. It stays private.
    .picture = lock
    .alt = A lock
    .simpler = I will not show it to anyone else.

phrase-about-telling = how it went

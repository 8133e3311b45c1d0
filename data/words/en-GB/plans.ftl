### My plan, our plan, and changing a plan.

## My plan

my-plan =
    You have { $count ->
        [one] 1 plan:
       *[other] { $count } plans:
    }
    .picture = plan
    .alt = A list on a board
    .simpler = Here is what you said you will do:
    .choice-plan = { $what }
    .choice-more = More
    .choice-from-the-start = From the start

my-plan-empty = You have no plans now. That is fine.
    .picture = plan
    .alt = A list on a board
    .simpler = There is nothing on your plan today. You can add something any time.
    .choice-new-plan = Make a plan

my-plan-told = You told me about these in the last 7 days:
    .picture = list
    .alt = A list
    .simpler = These are finished:

phrase-plan = { $what }. { $when }.
phrase-plan-helped = { $what }. { $when }. { $name } will help you.
phrase-plan-together = { $what }. { $when }. Together with { $names }.
phrase-told =
    { $what }. { $ending ->
        [done] It is done.
        [some] You did some of it.
        [not-to-plan] It did not go to plan.
        [changed-mind] You changed your mind.
       *[let-go] You let it go.
    }

plan-one = { $line } What do you want to do with it?
    .picture = plan
    .alt = A list on a board
    .simpler = This is one of your plans. { $line }
    .choice-how-it-went = Say how it went
    .choice-change = Change it
    .choice-let-go = Let it go
    .choice-who-can-see = Who can see it
    .choice-none = Leave it as it is

plan-one-shared = { $line } What do you want to do with it?
    .picture = circle
    .alt = People who work together
    .simpler = You do this one together with others. { $line }
    .choice-how-it-went = Say how it went
    .choice-leave-it = I will not join in
    .choice-none = Leave it as it is

plan-part-left = That is fine. It is not on your plan any more. The others can see that.
    .picture = let-go
    .alt = A balloon
    .simpler = You are not part of this one now. You can join in again any time.

plan-stays = That is fine. Your plan stays as it is.
    .picture = done
    .alt = A tick
    .simpler = I did not change anything.

plan-let-go = Shall I take this off your plan? “{ $what }”.
    .picture = let-go
    .alt = A balloon
    .simpler = If you let it go, I will stop reminders for it. You can keep it too.
    .choice-let-go = Let it go
    .choice-keep = Keep it
    .choice-not-sure = Not sure

plan-let-gone = I took it off your plan: { $what }. That is fine.
    .picture = let-go
    .alt = A balloon
    .simpler = You let it go. You can make it a plan again any time.

thing-gone = This is not here any more. You do not need to do anything.
    .picture = let-go
    .alt = A balloon
    .simpler = I cannot show you that now. Nothing has changed.

## Our plan

our-plan =
    { $part ->
        [first] What { $name } will do together:
       *[next] { $name } will do these too:
    }
    .picture = circle
    .alt = People who work together
    .simpler = These are the shared plans of { $name }:
    .choice-plan-together = Plan something together

our-plan-empty = { $name } has no shared plans yet. You can start one when you want to.
    .picture = circle
    .alt = People who work together
    .simpler = There is nothing here yet. You and the others can add to it.
    .choice-plan-together = Plan something together

our-shared =
    { $part ->
        [first] Shared with us in { $name }:
       *[next] More that people share with { $name }:
    }
    .picture = group
    .alt = A group of people
    .simpler = People in { $name } chose to show these:

our-which-circle = Which circle do you mean?
    .picture = circle
    .alt = People who work together
    .simpler = You are in more than 1 circle. Pick one.
    .choice-who = { $name }
    .choice-more = More

our-no-circle = You are not in a circle yet. A facilitator can invite you to one.
    .picture = circle
    .alt = People who work together
    .simpler = When you join a circle, you can see its plans here.

shared-media =
    { $kind ->
        [voice] A voice message from { $name }.
       *[photo] A photo from { $name }.
    }
    .picture = people
    .alt = 2 people
    .simpler = { $name } chose to show you this.

phrase-our-plan = { $what }. { $when }.
phrase-our-plan-with = { $what }. { $when }. Joining in: { $names }.
phrase-shared =
    { $about ->
        [why] { $name } is here because: “{ $words }”.
        [want] { $name } wants to do this: “{ $words }”.
        [telling] { $name } told how it went: “{ $words }”.
        [learning] { $name } learned: “{ $words }”.
        [celebration] Good news from { $name }: “{ $words }”.
       *[other] { $name } says: “{ $words }”.
    }
phrase-shared-plan = { $name } has a plan: { $what }. { $when }.
phrase-shared-told =
    { $name } had a plan: { $what }. { $ending ->
        [done] It is done.
        [some] Some of it is done.
        [not-to-plan] It did not go to plan.
        [changed-mind] { $name } changed plans.
       *[let-go] { $name } let it go.
    }
phrase-shared-media =
    { $kind ->
        [voice] { $name } shared a voice message.
       *[photo] { $name } shared a photo.
    }

## Changing a plan

change-which = Which plan do you want to change?
    .picture = change
    .alt = 2 arrows that cross
    .simpler = Here are your plans. Which one is it?
    .choice-plan = { $what }
    .choice-more = More

change-no-plan = You have no plan to change. You can make one any time.
    .picture = plan
    .alt = A list on a board
    .simpler = There is nothing on your plan now. Say “new plan” to start one.

change-not-mine = Somebody else said this one first. You can talk about it with them.
    .picture = talk
    .alt = 2 people who talk
    .simpler = It is a shared plan. The person who started it can change it.

change-move = Shall I move “{ $what }”? It will be { $when }.
    .picture = change
    .alt = 2 arrows that cross
    .simpler = I think you want “{ $what }” to be { $when }. Is that right?
    .choice-yes = Yes, move it
    .choice-another-day = Another day
    .choice-none = Leave it as it is

change-every = “{ $what }” comes again each week. Shall I move it for every week?
    .picture = repeat
    .alt = Arrows that go round
    .simpler = I can make it every { $weekday }. Or only on { $day }, and then it ends.
    .choice-every = Every { $weekday }
    .choice-once = Only 1 time
    .choice-none = Leave it as it is

change-part = What do you want to change? It is about “{ $what }”.
    .picture = change
    .alt = 2 arrows that cross
    .simpler = You can change one part of “{ $what }”. Which one?
    .choice-change-what = Change what
    .choice-change-when = Change when
    .choice-ask-help = Ask for help
    .choice-reminder = The reminder
    .choice-none = Leave it as it is

change-saved = I changed it. Now it is: { $what }, { $when }.
    .picture = done
    .alt = A tick
    .simpler = Your new plan: { $what }, { $when }.

phrase-about-my-plan = your plans
phrase-about-our-plan = our plan
phrase-about-changing = changing a plan
phrase-about-letting-go = letting a plan go

### Circles and supporters: making, inviting, the weekly message, leaving.

circles-mine = These are your circles:
    .picture = circle
    .alt = People who work together
    .simpler = You are a part of these circles:

circles-none = You are in no circle yet. Somebody can send you a link to join one.
    .picture = circle
    .alt = People who work together
    .simpler = A circle is a group of people. To join one, you need a link.

circles-what = What would you like to do?
    .picture = circle
    .alt = People who work together
    .simpler = You can press one of these, or go on later.
    .choice-inviting = Invite somebody
    .choice-making-circle = Make a circle
    .choice-weekly-message = The weekly message
    .choice-leaving-circle = Leave a circle
    .choice-not-now = Not now

phrase-one-circle = { $circle }
phrase-one-circle-with = { $circle }, with { $names }
phrase-one-person = { $name }
phrase-about-circles = your circles

## Making a circle

circle-name = What is the name of the circle?
    .picture = circle
    .alt = People who work together
    .simpler = Please type a name for the group. The group can help you choose it.

circle-made = { $circle } is here. There is nothing in it yet. The members decide what comes in.
    .picture = circle
    .alt = People who work together
    .simpler = You made { $circle }. Now people can join it.

circle-invite-now = Do you want to invite somebody now?
    .picture = invite
    .alt = A letter with a heart
    .simpler = I can make a link for each person. Shall we start?
    .choice-yes = Yes, invite somebody
    .choice-not-now = Not now

circle-for-facilitators = A facilitator can do that. You can ask the facilitator of your circle.
    .picture = circle
    .alt = People who work together
    .simpler = I cannot do that for you. A facilitator of a circle can.

circle-not-yours = I cannot do that now. Nothing has changed.
    .picture = lock
    .alt = A lock
    .simpler = That did not work. All stays as it was.

phrase-about-making-circle = making a circle

## Inviting

invite-to-which = Which circle is it for?
    .picture = circle
    .alt = People who work together
    .simpler = Press the circle that somebody can join.
    .choice-circle = { $name }
    .choice-more = More circles
    .choice-not-now = Not now

invite-as = Who do you want to invite?
    .picture = invite
    .alt = A letter with a heart
    .simpler = I make a link that works 1 time. Who is it for?
    .choice-member = A member
    .choice-facilitator = A facilitator
    .choice-not-now = No more for now

invite-link = Send this link to 1 person. It is for { $circle }: { $link }
    .picture = link
    .alt = A chain link
    .simpler = Here is the link to { $circle }. It works 1 time: { $link }

phrase-about-inviting = inviting people

## The weekly message

weekly-for-members = The members of a circle choose when its weekly message comes.
    .picture = calendar
    .alt = A calendar
    .simpler = You can ask a member to choose the day and time with me.

weekly-which = Which circle is it for?
    .picture = circle
    .alt = People who work together
    .simpler = Press the circle that gets the message.
    .choice-circle = { $name }
    .choice-more = More circles
    .choice-not-now = Not now

weekly-day = Once a week I can write to the circle about its plans. Which day is good?
    .picture = calendar
    .alt = A calendar
    .simpler = Choose a day for the message of the week. You can type the day too.
    .choice-weekday = { $weekday }
    .choice-something-else = Another day
    .choice-no-weekly = No message

weekly-time = What time on { $weekday } is good?
    .picture = clock
    .alt = A clock
    .simpler = When shall the message come on { $weekday }? You can type a time, like 2pm.
    .choice-time = { $time }

weekly-set = I will write to { $circle } each { $weekday } at { $time }.
    .picture = calendar
    .alt = A calendar
    .simpler = { $circle } gets 1 message a week from me, on { $weekday } at { $time }.

weekly-none = { $circle } gets no weekly message from me now.
    .picture = calendar
    .alt = A calendar
    .simpler = I will not write to { $circle } each week. You can change that any time.

phrase-about-weekly = the weekly message

## Leaving

leave-which = Which circle do you want to leave?
    .picture = door
    .alt = A door
    .simpler = Press the circle, or go back. I will ask you once more before you leave.
    .choice-circle = { $name }
    .choice-more = More circles
    .choice-not-now = Not now

leave-sure = If you leave { $circle }, it cannot see your things any more. Do you want to leave?
    .picture = door
    .alt = A door
    .simpler = After that, you and { $circle } see nothing of each other here. Shall I go on?
    .choice-yes = Yes, I want to leave
    .choice-no = No, I will stay

leave-not = That is fine. You are still in { $circle }.
    .picture = done
    .alt = A tick
    .simpler = You stay in { $circle }. Nothing has changed.

left-circle = You have left the circle. Your own words are still here for you.
    .picture = door
    .alt = A door
    .simpler = You are not in that circle any more. You can join again with a new link.

phrase-about-leaving-circle = leaving a circle

## Supporters

supporters-mine = These people support you:
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = Your supporters are:

supporters-of-others = You support these people:
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = The people you support are:

supporters-nobody-yet = You have no supporter here yet.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = A supporter is a person that a member chooses. There is nobody yet.

supporters-what = What would you like to do?
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = You can press one of these, or go on later.
    .choice-inviting-supporter = Invite a supporter
    .choice-ending-support = End support
    .choice-not-now = Not now

supporter-means = You choose your supporter. They see what you show them, and no more. You can end it any time.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = A supporter is a person you trust. You decide what they can see.

supporter-link = Shall I make a link that you can send to them?
    .picture = link
    .alt = A chain link
    .simpler = They need a link to be your supporter. I ask you once more before they start.
    .choice-yes = Yes, make a link
    .choice-not-now = Not now

supporter-link-made = Send this link to the person you choose: { $link }
    .picture = link
    .alt = A chain link
    .simpler = Here is the link for your supporter. It works 1 time: { $link }

supporter-not = That is fine. I have made no link.
    .picture = done
    .alt = A tick
    .simpler = Nothing has changed. You can ask me again any time.

supporter-for-members = A member can choose a supporter. I have made no link.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = I cannot do that for you. A member of a circle can.

support-ask = { $name } would like to be your supporter. They see what you choose to show them. Do you agree?
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = Do you want { $name } as your supporter? You can end it any time.
    .choice-yes = Yes
    .choice-no = No

support-holds = { $name } is your supporter now. They see nothing of yours yet. You choose.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = You said yes to { $name }. To show them something, say “who can see”.

support-over = This has ended, or you have answered it.
    .picture = done
    .alt = A tick
    .simpler = There is nothing more to do here.

support-agreed = { $name } said yes. You are their supporter now.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = You can support { $name } now. You see what { $name } shows you.

support-declined = { $name } said no for now. That is fine.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = { $name } does not need you as a supporter now.

supporter-left = { $name } is not your supporter any more. You can invite somebody else.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = { $name } ended it and sees nothing of yours now. You can choose a new supporter.

end-support-which = Who is it about?
    .picture = people
    .alt = 2 people
    .simpler = Press the name of the person. I will ask you once more.
    .choice-person = { $name }
    .choice-more = More people
    .choice-not-now = Not now

end-support-sure = If it ends with { $name }, the supporter sees nothing more. Do you want that?
    .picture = people
    .alt = 2 people
    .simpler = I can end it now with { $name }. You can start again with a new link. Shall I?
    .choice-yes = Yes, end it
    .choice-no = No, keep it

end-support-not = That is fine. Nothing has changed.
    .picture = done
    .alt = A tick
    .simpler = All stays as it was.

end-support-gone = This has ended already.
    .picture = done
    .alt = A tick
    .simpler = There is nothing more to end.

support-ended-now = It has ended. The supporter sees nothing more from now on.
    .picture = done
    .alt = A tick
    .simpler = That is done. You can invite a supporter again any time.

phrase-about-supporters = supporters
phrase-about-inviting-supporter = inviting a supporter
phrase-about-ending-support = ending support

### Coming in: by a link, in a group, on another device; and what somebody's part is here.

joining-computer = Hello, I am Alongside. I am a computer helper, not a person.
    .picture = hello
    .alt = A hand that waves
    .simpler = I am Alongside. I am a computer and I talk with you by messages.

## Joining a circle

joining-circle-means = { $by } invites you to { $circle }. People there will see your name. You choose if they see more.
    .picture = circle
    .alt = People who work together
    .simpler = { $circle } is a circle. That is a group of people who plan and do things together.

joining-circle = Do you want to join { $circle }?
    .picture = invite
    .alt = A letter with a heart
    .simpler = You can say yes or no. You can leave again any time.
    .choice-yes = Yes, I want to join
    .choice-no = No

joining-hold-means = { $by } asks you to be a facilitator of { $circle }. You make space for it and help it work.
    .picture = circle
    .alt = People who work together
    .simpler = A facilitator invites people to { $circle } and helps. The members decide what they do.

joining-hold = Do you want to be a facilitator of { $circle }?
    .picture = invite
    .alt = A letter with a heart
    .simpler = You can say yes or no. You can leave again any time.
    .choice-yes = Yes, I do
    .choice-no = No

joining-facilitator-means = This link is for a facilitator. A facilitator makes circles and invites people. The members decide what they do.
    .picture = invite
    .alt = A letter with a heart
    .simpler = With this link you can make circles. You help people there, and they decide.

joining-facilitator = Do you want to be a facilitator?
    .picture = invite
    .alt = A letter with a heart
    .simpler = You can say yes or no. Both are fine.
    .choice-yes = Yes, I do
    .choice-no = No

joining-supporter-means = { $by } asks you to be their supporter. You will see what { $by } chooses to show you, and no more.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = { $by } wants you as a supporter. { $by } decides what you can see.

joining-supporter = Do you want to be the supporter of { $by }?
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = You can say yes or no. You can end it any time.
    .choice-yes = Yes, I do
    .choice-no = No

joining-welcome = Welcome to { $circle }.
    .picture = circle
    .alt = People who work together
    .simpler = You are in { $circle } now.

joining-already = You are in { $circle } already. There is nothing more to do.
    .picture = circle
    .alt = People who work together
    .simpler = This link is for { $circle }, and you are there.

joining-not = That is fine. You have not joined.
    .picture = done
    .alt = A tick
    .simpler = You said no, and that is OK. Nothing has changed.

phrase-somebody = Somebody
phrase-about-joining = joining

## What your part is here

part-supporter = You are a supporter. You see what people choose to show you. You can offer help.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = People you support decide what you see. They decide what they do, too.

part-supporter-waits = I am asking the person now. I will tell you when they have said yes.
    .picture = wait
    .alt = A sand clock
    .simpler = They need to say yes too. Then I write to you.

part-facilitator = You are a facilitator. You make circles, invite people and help. The members decide what they do.
    .picture = circle
    .alt = People who work together
    .simpler = You make space for a circle. What it does comes from its members.

part-facilitator-starts = You can make a circle now, or add me to a group chat.
    .picture = start
    .alt = A triangle that points right
    .simpler = Press Make a circle to start. Or add me to the group chat that you have.
    .choice-making-circle = Make a circle

part-other = Welcome. You can see what people choose to show you.
    .picture = hello
    .alt = A hand that waves
    .simpler = It is good that you are here. People decide what you can see.

## A link that does not work, and people who have no link

link-not-good = That link does not work any more. Please ask the person who sent it for a new one.
    .picture = link
    .alt = A chain link
    .simpler = A link works 1 time, and for some days. The person who sent it can make a new one.

link-used = Somebody has used that link already. Please ask for a new one.
    .picture = link
    .alt = A chain link
    .simpler = A link works 1 time. The person who sent it can make a new one.

not-invited = Hello, I am Alongside. I am a computer helper. To talk to me, you need a link from somebody who knows me.
    .picture = hello
    .alt = A hand that waves
    .simpler = I am a computer. Ask somebody in your group for a link. Open it and we can talk.

no-longer-shown = You cannot see this here any more.
    .picture = lock
    .alt = A lock
    .simpler = There is nothing to see here now.

blocked-again = Hello again. It is good that you are back. I kept all you said.
    .picture = hello
    .alt = A hand that waves
    .simpler = You can talk to me again. Your words are still here.

## In a group chat

group-hello = Hello, I am Alongside. I am a computer helper. Press the button to talk with me in private.
    .picture = group
    .alt = A group of people
    .simpler = I help this group plan and do things together. I read a message here when it is for me.
    .choice-join = Join

group-private = I talk with each person in private. Press the button to come to me.
    .picture = lock
    .alt = A lock
    .simpler = What you tell me is private, so I do not answer it here. Press the button.
    .choice-join = Talk in private

group-not-invited = Hello, I am Alongside. A facilitator who knows me can add me to a group.
    .picture = group
    .alt = A group of people
    .simpler = I cannot help in this group yet. A facilitator needs to add me.

## Another device

device-link = I can make a link for another phone, tablet or computer of yours. Shall I?
    .picture = link
    .alt = A chain link
    .simpler = You can talk to me on more than one phone. You need a link for that.
    .choice-yes = Yes, make a link
    .choice-not-now = Not now

device-link-made = Open this link on the other phone, tablet or computer: { $link }
    .picture = link
    .alt = A chain link
    .simpler = Here is your link. It works 1 time, for 1 hour: { $link }

device-link-private = This link is just for you. Do not send it to others. I will ask you here if it is you.
    .picture = lock
    .alt = A lock
    .simpler = Keep the link private. When you open it, I ask you here first.

device-not = That is fine. I have made no link.
    .picture = done
    .alt = A tick
    .simpler = Nothing has changed. You can ask me again any time.

device-wait = I am asking on your first phone or computer. Please press Yes there.
    .picture = wait
    .alt = A sand clock
    .simpler = Look at the phone or computer where you made the link. A question waits there.

device-ask = Somebody opened your link on another phone or computer. Is it you?
    .picture = lock
    .alt = A lock
    .simpler = A new phone or computer wants to see your messages. Press Yes if it is yours.
    .choice-yes = Yes, it is me
    .choice-no = No

device-over = You have answered this.
    .picture = done
    .alt = A tick
    .simpler = There is nothing more to do here.

device-joined = This phone or computer is yours now. You can talk to me here too.
    .picture = done
    .alt = A tick
    .simpler = You said yes. All your messages can come here.

phrase-about-device = another phone or computer

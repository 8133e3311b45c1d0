### The web chat: what stands on its pages, and what it says when something did not work.

## On every page

phrase-web-name = Alongside
phrase-web-private = Private chat
phrase-web-menu = More
phrase-web-chats = Your chats
phrase-web-to-newest = Go to the newest message
phrase-web-to-writing = Go to where you write
phrase-web-devices = My devices
phrase-web-back = Back to the chat
phrase-web-words-size = Size of the words
phrase-web-words-1 = Normal words
phrase-web-words-2 = Bigger words
phrase-web-words-3 = Biggest words

## In a chat

phrase-web-log = Messages
phrase-web-you = You
phrase-web-at = { $time }
phrase-web-day = { $day }
phrase-web-write = Write here
phrase-web-write-circle = Write to { $circle }
phrase-web-send = Send
phrase-web-photo = Send a photo
phrase-web-voice = Record my voice
phrase-web-voice-file = Send a voice message
phrase-web-voice-send = Stop and send
phrase-web-voice-stop = Do not send
phrase-web-voice-on = I am recording. Talk now.
phrase-web-voice-not = I cannot hear this device. Please let it use the microphone.
phrase-web-more-ways = Photo or voice
phrase-web-your-photo = Your photo
phrase-web-their-photo = A photo from { $who }
phrase-web-photo-here = A photo
phrase-web-your-voice = Your voice message
phrase-web-waiting = Waiting to send
phrase-web-sending = Sending
phrase-web-offline = I cannot send now. I will send your words when the internet is back.
phrase-web-new = New message
phrase-web-earlier = Earlier messages
phrase-web-look = Look for new messages
phrase-web-choices = Your choices
phrase-web-standing = Other things you can do
phrase-web-circle-empty = Nothing is here yet. You can write the first message.
phrase-web-private-empty = I am getting ready. My first message comes in a moment.
phrase-web-circle-seen = Everybody in { $circle } can read this.
phrase-web-open-private = Open the private chat

## Opening the chat from a link

web-hello = This is Alongside. It is a chat with a computer helper, not a person. It helps groups plan and do things together.
    .picture = hello
    .alt = A hand that waves
    .simpler = Alongside is a computer that you can chat with. Press the button to start.
    .choice-open = Open the chat

## Devices

web-devices = You can read the chat on these devices. You can close the chat on any of them.
    .picture = phone
    .alt = A phone
    .simpler = These are the phones and computers that show your chat.
    .choice-close = Close the chat here
    .choice-close-there = Close the chat there
    .choice-link = Add a device

phrase-web-this-device = This device
phrase-web-other-device = Another device
phrase-web-used = Last used on { $day }.

web-device-link = Open this link on your other device. Or let its camera look at the square picture. Keep the link to yourself.
    .picture = link
    .alt = A chain link
    .simpler = This link is for your own other phone or computer. Please show it to nobody.

phrase-web-device-ask = I will ask you here before it can see your chat.

## Inviting to a circle

web-invite = Who is the link for? Each link works for one person.
    .picture = invite
    .alt = A letter with a heart
    .simpler = A link lets one person come into { $circle }. Choose who it is for.
    .choice-member = A member
    .choice-facilitator = A facilitator

web-invite-link = Give this link to one person. They can open it, or let their camera look at the square picture.
    .picture = link
    .alt = A chain link
    .simpler = With this link one person can come into { $circle }. It works for 14 days.

phrase-web-invite = Invite somebody
phrase-web-invite-to = Invite to { $circle }
phrase-web-link = Your link
phrase-web-qr = A square picture with the link in it
phrase-web-one-more = Make one more link

## When something did not work. The mistake is never the person's.

web-not-found = Sorry, I cannot find that page. Your chat is still there.
    .picture = sorry
    .alt = A sad face
    .simpler = This page is not here. You can go back to your chat.

web-signed-out = The chat is closed on this device. Your words are safe. Ask for a new link to open it again.
    .picture = lock
    .alt = A lock
    .simpler = To open the chat here, you need a new link. You can make one on your other device.

web-link-unknown = Sorry, this link does not work. Please ask for a new one.
    .picture = link
    .alt = A chain link
    .simpler = I do not know this link. Somebody in your circle can make a new one.

web-old-page = This page was open for a long time. Please send it again.
    .picture = repeat
    .alt = Arrows that go round
    .simpler = I could not take that from an old page. Here is a new one. Please try again.

web-too-big = Sorry, that photo or sound is too big for me. Please send a smaller one, or type your words.
    .picture = sorry
    .alt = A sad face
    .simpler = I cannot take a thing that big. Please send a small photo or a short message.

web-too-long = That is too long for one message. Please make 2 messages of it. Your words are still here.
    .picture = words
    .alt = A pencil
    .simpler = I can take 4,096 letters at a time. Your words are in the box. Please send one half first.

web-too-fast = That is a lot of messages. Please wait one minute. Your words are still here.
    .picture = wait
    .alt = A sand clock
    .simpler = I need a little time. Please send it again in one minute.

web-button-gone = Sorry, that button is not here any more. Please look at the newest message.
    .picture = sorry
    .alt = A sad face
    .simpler = Things have moved on. The newest message has buttons that work.

web-sorry = Sorry, something does not work on my side. Please try again soon.
    .picture = sorry
    .alt = A sad face
    .simpler = I have a problem. It is not your mistake. Please wait a little and try again.

phrase-web-danger = If you are in danger now, call 999.

## The demo

web-demo = This is a demo. The people are not real. It has no safeguarding lead yet.
    .picture = people
    .alt = A group of people
    .simpler = You can try Alongside here. The people are from a story. Nobody looks after safeguarding yet.

phrase-web-demo-time = It is { $time } on { $day }.
phrase-web-demo-clock = The clock of the demo
phrase-web-demo-phones = Phones of people who are not real
phrase-web-demo-phone = The phone of { $name }
phrase-web-demo-new-name = Somebody new
phrase-web-demo-member = Member
phrase-web-demo-supporter = Supporter
phrase-web-demo-facilitator = Facilitator
phrase-web-demo-new = Has a link
phrase-web-demo-ten-minutes = 10 minutes on
phrase-web-demo-hour = 1 hour on
phrase-web-demo-evening = To 6pm
phrase-web-demo-morning = To 9:30am tomorrow
phrase-web-demo-week = 1 week on

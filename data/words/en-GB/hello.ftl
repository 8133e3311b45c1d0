### Hello for the first time. It says that it is a computer, and asks how to talk to you.

hello-start = Hello, I am Alongside. I am a computer helper, not a person. I help groups plan and do things together.
    .picture = hello
    .alt = A hand that waves
    .simpler = I am Alongside. I am a computer and I talk with you by messages. Press Start to begin.
    .choice-start = Start
    .choice-about-words = About my words
    .choice-person = Talk to a person

hello-joined = Now I have a few questions, so that I know how to talk to you.
    .picture = hello
    .alt = A hand that waves
    .simpler = I want to know what you like. Press Start to begin.
    .choice-start = Start
    .choice-about-words = About my words
    .choice-person = Talk to a person

hello-about-words = I keep what you tell me, in your own words. I never change your words.
    .picture = words
    .alt = A pencil
    .simpler = Your words stay as you wrote them. I keep them for you.

hello-about-seeing = Just you can see them, until you choose somebody. You can change that any time.
    .picture = who-can-see
    .alt = An eye
    .simpler = Your words are private. You choose who can see them.

hello-name = What name shall I call you?
    .picture = name
    .alt = A name card
    .simpler = Please type the name that you like.

hello-nice = Nice to meet you, { $name }.
    .picture = hello
    .alt = A hand that waves
    .simpler = Hello { $name }. It is good that you are here.

hello-pictures = Do you like words, or words and pictures?
    .picture = pictures
    .alt = A picture in a frame
    .simpler = I can send words alone, or words with a picture like this one. Which is better?
    .choice-both = Words and pictures
    .choice-words = Words

hello-quiet = I am quiet from { $start } to { $end }. I send no reminders then. Is that OK?
    .picture = moon
    .alt = The moon
    .simpler = Between { $start } and { $end } I write to you when you write first. Is that good for you?
    .choice-ok = That is OK
    .choice-change = Change it

phrase-about-hello = how to talk to you

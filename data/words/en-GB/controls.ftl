### The words that Alongside uses everywhere: the buttons under every question, and what it says
### when it did not understand. How to change them: README.md in this folder.

## Buttons. Each one says what happens. At most 24 letters.

controls =
    .choice-back = Back
    .choice-help = Help
    .choice-again = Say it again
    .choice-not-now = Not now
    .choice-person = Talk to a person
    .choice-dont-get-it = I don't get it
    .choice-with-help = Someone is helping me
    .choice-skip = Skip
    .choice-change = Change it
    .choice-keep = Keep it
    .choice-right = That's right
    .choice-yes = Yes
    .choice-no = No
    .choice-not-sure = Not sure
    .choice-ok = OK
    .choice-more = More
    .choice-later = Later
    .choice-start = Start
    .choice-join = Join
    .choice-done = I have finished
    .choice-pick-pictures = Pick pictures
    .choice-pick-picture = Pick a picture
    .choice-something-else = Something else
    .choice-meant = I meant something else
    .choice-what-can-you-do = What can you do?
    .choice-day = { $day }
    .choice-time = { $time }
    .choice-just-chatting = Just chatting
    .choice-no-thanks = No thanks

## After an answer. The person's own words are shown as they are.

kept = I kept that: “{ $words }”.
    .picture = done
    .alt = A tick
    .simpler = These are your words: “{ $words }”. I will keep them.

kept-photo = I kept your photo.
    .picture = photo
    .alt = A camera
    .simpler = I have your photo now. I will look after it.

kept-voice = I kept your voice message. I cannot listen to it yet. You can play it any time.
    .picture = voice
    .alt = A microphone
    .simpler = Your voice message is safe, but I cannot hear it. In danger? Call 999.

## When the answer was of another kind than the question can take. The mistake is never the person's.

reask-choice = Sorry, I did not get that. Please press one of these, or type the words on it.
    .picture = list
    .alt = A list
    .simpler = Which one do you want? Press one.

reask-words = Sorry, I can only use words here. Can you type it?
    .picture = words
    .alt = A pencil
    .simpler = Please type your answer in words.

reask-day = Sorry, I did not get the day. Which day is it? You can type a day, like Friday.
    .picture = calendar
    .alt = A calendar
    .simpler = Type the name of the day, or a date.

reask-day-past = That day is in the past. Which day do you mean?
    .picture = calendar
    .alt = A calendar
    .simpler = Please pick a day that is still to come. Type today, or a day like Friday.

which-day = Which day do you mean?
    .picture = calendar
    .alt = A calendar
    .simpler = That can be more than one day. Press the right one.

reask-time = Sorry, I did not get the time. What time is it? You can type a time, like 2pm.
    .picture = clock
    .alt = A clock
    .simpler = Type a time, like 9am or 2:30pm.

which-time = Which time do you mean?
    .picture = clock
    .alt = A clock
    .simpler = That can be more than one time. Press the right one.

reask-words-not-photo = Thank you for the photo. I need words for this one. Can you type it?
    .picture = words
    .alt = A pencil
    .simpler = I cannot use a photo here. Please type your answer.

reask-words-not-voice = Thank you for your voice message. I cannot listen to it yet. Can you type it?
    .picture = words
    .alt = A pencil
    .simpler = I am a computer and I cannot hear words yet. Please type your answer.

reask-choice-not-photo = Thank you for the photo. I need you to press one of these.
    .picture = list
    .alt = A list
    .simpler = I cannot use a photo here. Which one of these do you want?

reask-choice-not-voice = Thank you for your voice message. I cannot listen to it yet. Please press one of these.
    .picture = list
    .alt = A list
    .simpler = I am a computer and I cannot hear words yet. Which one of these do you want?

reask-day-not-photo = Thank you for the photo. I need to know the day. Can you type it?
    .picture = calendar
    .alt = A calendar
    .simpler = I cannot use a photo here. Type a day, like Friday.

reask-day-not-voice = Thank you for your voice message. I cannot listen to it yet. Which day is it?
    .picture = calendar
    .alt = A calendar
    .simpler = I am a computer and I cannot hear words yet. Type a day, like Friday.

reask-time-not-photo = Thank you for the photo. I need to know the time. Can you type it?
    .picture = clock
    .alt = A clock
    .simpler = I cannot use a photo here. Type a time, like 2pm.

reask-time-not-voice = Thank you for your voice message. I cannot listen to it yet. What time is it?
    .picture = clock
    .alt = A clock
    .simpler = I am a computer and I cannot hear words yet. Type a time, like 2pm.

## When it does not understand: first, second and third time.

unclear-first = I am not sure what you mean. Is it one of these?
    .picture = not-sure
    .alt = A person who is not sure
    .simpler = Sorry, I do not understand. Which of these is it?
    .choice-will-do = Something I will do
    .choice-how-it-went = How something went
    .choice-want-help = I want help
    .choice-something-else = Something else

unclear-second = Sorry, I do not understand yet. You can pick a picture.
    .picture = pictures
    .alt = A picture in a frame
    .simpler = I still do not know what you mean. A picture may help us both.
    .choice-pick-picture = Pick a picture
    .choice-something-else = Something else

unclear-pictures = Which picture is most like what you mean?
    .picture = pictures
    .alt = A picture in a frame
    .simpler = Look at the pictures. Press the one that fits best.
    .choice-will-do = A plan
    .choice-how-it-went = How it went
    .choice-want-help = Help
    .choice-good-news = Good news
    .choice-something-else = Something else

unclear-third = Would you like to talk to a person?
    .picture = talk
    .alt = 2 people who talk
    .simpler = I do not understand, and that is my fault. A person can help you.
    .choice-person = Talk to a person
    .choice-not-now = Not now

## Help, stopping and coming back.

help-menu = What would help?
    .picture = help
    .alt = 2 hands that hold each other
    .simpler = I can help in a few ways. Which one do you want?
    .choice-again = Say it again
    .choice-not-now = Not now
    .choice-person = Talk to a person
    .choice-dont-get-it = I don't get it

not-now = That is fine. I kept what you said. Say hello when you want to carry on.
    .picture = pause
    .alt = A pause sign
    .simpler = We can stop here. Your words are safe. Type hello to start again.

dont-get-it = Thank you for telling me. I will tell the people who write my words. They will not see what you said.
    .picture = thank-you
    .alt = Flowers
    .simpler = My words were not clear. The people who write them will know. They can make them better.

# $about is a phrase such as 'your plan' (phrase-about- and a name, in the file of that conversation).
carry-on = Before, we talked about { $about }. Let us carry on with that.
    .picture = back
    .alt = An arrow that points back
    .simpler = Now we go back to { $about }.

old-question = That button is from before. Here is the question we are at now.
    .picture = back
    .alt = An arrow that points back
    .simpler = You pressed an old button, and that is fine. Nothing has changed. This is the question now.

old-question-closed = That button is from before. We have finished that question.
    .picture = back
    .alt = An arrow that points back
    .simpler = You pressed an old button, and that is fine. Nothing has changed. You can tell me what you want.

is-this-your-answer = You said: “{ $words }”. Is that your answer?
    .picture = question
    .alt = A bubble with 3 dots
    .simpler = It is some time since I asked. Do these words answer my question: “{ $words }”?
    .choice-yes = Yes, it is
    .choice-meant = I meant something else
    .choice-no = No

one-thing-first = Let us finish this first. Then we can do the other thing.
    .picture = list
    .alt = A list
    .simpler = We are in the middle of something. You can ask me again after that.

not-yours = That button is for somebody else. Nothing has changed.
    .picture = lock
    .alt = A lock
    .simpler = Another person got that question. It is for them to answer.

back-not-possible = There is no question before this one.
    .picture = back
    .alt = An arrow that points back
    .simpler = This is where we started. We cannot go back any more.

back-stopped = I cannot take that step back, but you can change it.
    .picture = change
    .alt = 2 arrows that cross
    .simpler = That part is done. Press the button if you want it to be different.
    .choice-change = Change it

change-not-possible = I cannot change that any more. You can still tell me what you want now.
    .picture = stop
    .alt = A stop sign
    .simpler = That part is done and stays done. We can make a new plan together.

dialogue-changed = My questions have changed since we last talked. I kept all you said. Say hello to start again.
    .picture = change
    .alt = 2 arrows that cross
    .simpler = I have some new questions. Your words are safe. Type hello and we can begin.

## When something is wrong on our side.

apology = Sorry, I could not do that. It is my fault, not yours. You can carry on.
    .picture = sorry
    .alt = A sorry face
    .simpler = Something went wrong on my side. People who look after me will know.

too-long = Sorry, that is too long for me. Can you send it in smaller parts?
    .picture = words
    .alt = A pencil
    .simpler = I can only read short messages. Please send a part of it first.

cannot-use-empty = I got a message with no words in it. Can you try again?
    .picture = words
    .alt = A pencil
    .simpler = Your message came with nothing in it. Please type some words.

cannot-use-sticker = That is a nice picture, but I cannot read it. Can you tell me in words?
    .picture = words
    .alt = A pencil
    .simpler = I do not understand pictures like that one. Please type some words.

cannot-use-location = I do not need to know where you are. I did not keep it.
    .picture = lock
    .alt = A lock
    .simpler = You sent me a place on a map. I have not kept it.

cannot-use-contact = I did not keep that phone number. I do not need it.
    .picture = lock
    .alt = A lock
    .simpler = You sent me somebody's number. A number like that is private. I did not keep it.

cannot-use-file = Sorry, I cannot open that. I can use words, a photo or a voice message.
    .picture = sorry
    .alt = A sorry face
    .simpler = I do not know how to read that. Can you send words or a photo?

cannot-use-too-big = Sorry, that is too big for me. Can you send a smaller one?
    .picture = sorry
    .alt = A sorry face
    .simpler = I could not keep it, because it is too big. Please try something shorter or smaller.

could-not-fetch = Sorry, I could not get what you sent. Can you send it again?
    .picture = sorry
    .alt = A sorry face
    .simpler = Your photo or voice message did not come to me. Please send it once more.

## Phrases: days, times and lists. A phrase needs no picture and no second wording.

phrase-weekday =
    { $number ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
phrase-month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
phrase-day = { $weekday } { $day } { $month }
phrase-day-with-year = { $weekday } { $day } { $month } { $year }
phrase-day-and-time = { $day } at { $time }
phrase-before-noon = am
phrase-after-noon = pm
phrase-time = { $hour }{ $half }
phrase-time-with-minutes = { $hour }:{ $minute }{ $half }
phrase-list-more = { $first }, { $next }
phrase-list-last = { $first } and { $last }
phrase-number = { $number }
phrase-nobody = nobody

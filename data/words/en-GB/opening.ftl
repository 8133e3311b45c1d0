### The 2 questions that everything starts from. Nothing here may push an answer: give no examples.

opening-why = Why are you here? You can type, talk, send a photo, or pick pictures.
    .picture = why
    .alt = A question mark
    .simpler = What is the reason that you are here? Any answer is good. You can skip it.
    .choice-pick-pictures = Pick pictures
    .choice-with-help = Someone is helping me
    .choice-skip = Skip

opening-want = What do you want to do? You can type, talk, send a photo, or pick pictures.
    .picture = want
    .alt = A bright star
    .simpler = What would you like to do? Any answer is good. You can skip it.
    .choice-pick-pictures = Pick pictures
    .choice-with-help = Someone is helping me
    .choice-skip = Skip

## Picking a picture. The same 4 for everybody.

opening-why-pictures = Why are you here? Pick the picture that fits best.
    .picture = pictures
    .alt = A picture in a frame
    .simpler = Here are 4 pictures. Press one, or press None of these.
    .choice-people = People
    .choice-learn = Learn
    .choice-help = Help
    .choice-home = Home
    .choice-none = None of these

opening-want-pictures = What do you want to do? Pick the picture that fits best.
    .picture = pictures
    .alt = A picture in a frame
    .simpler = Here are 4 pictures. Press one, or press None of these.
    .choice-make = Make things
    .choice-go = Go places
    .choice-together = Be with people
    .choice-work = Work
    .choice-none = None of these

opening-picture-kept = I kept the picture you picked: { $words }.
    .picture = done
    .alt = A tick
    .simpler = You picked this picture: { $words }. I will keep it.

phrase-opening-why-people = People
phrase-opening-why-learn = Learn
phrase-opening-why-help = Help
phrase-opening-why-home = Home
phrase-opening-want-make = Make things
phrase-opening-want-go = Go places
phrase-opening-want-together = Be with people
phrase-opening-want-work = Work

## Somebody helps with the typing. The words belong to the member, and the member says so.

helper-name = Who is helping you?
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = What is the name of the person who types for you?

opening-why-with-help = Why are you here? { $helper } can type your words now.
    .picture = why
    .alt = A question mark
    .simpler = What is the reason that you are here? Say it, and { $helper } types it.
    .choice-skip = Skip

opening-want-with-help = What do you want to do? { $helper } can type your words now.
    .picture = want
    .alt = A bright star
    .simpler = What would you like to do? Say it, and { $helper } types it.
    .choice-skip = Skip

helped-words = With help from { $helper }: “{ $words }”. Are those your words?
    .picture = words
    .alt = A pencil
    .simpler = { $helper } typed: “{ $words }”. Is that what you want to say?
    .choice-mine = Yes, those are my words
    .choice-change = Change it

helped-photo = I have the photo, with help from { $helper }. Is it the one you want?
    .picture = photo
    .alt = A camera
    .simpler = { $helper } sent a photo for you. Do you want to keep it?
    .choice-mine = Yes, keep it
    .choice-change = Change it

helped-voice = I have the voice message, with help from { $helper }. Is it what you want to say?
    .picture = voice
    .alt = A microphone
    .simpler = { $helper } sent a voice message for you. Do you want to keep it?
    .choice-mine = Yes, keep it
    .choice-change = Change it

## At the end.

opening-thanks = Thank you. I have no more questions now. You can talk to me any time.
    .picture = thank-you
    .alt = Flowers
    .simpler = That is all for now. Tell me when there is something you want to do.
    .choice-what-can-you-do = What can you do?

opening-skipped = That is fine. I can ask you again another day. You can talk to me any time.
    .picture = thank-you
    .alt = Flowers
    .simpler = You do not need to answer now. Tell me when there is something you want to do.
    .choice-what-can-you-do = What can you do?

## My answers, later

my-answer =
    { $question ->
        [why] Why you are here: “{ $words }”.
       *[want] What you want to do: “{ $words }”.
    }
    .picture = words
    .alt = A pencil
    .simpler = You said: “{ $words }”.

my-answer-media =
    { $question ->
        [why] Why you are here:
       *[want] What you want to do:
    } { $kind ->
        [voice] your voice message.
       *[photo] your photo.
    }
    .picture = words
    .alt = A pencil
    .simpler = This is what you sent me.

answers-what = Do you want to change one of these?
    .picture = change
    .alt = 2 arrows that cross
    .simpler = You can give a new answer. Then you choose again who sees it.
    .choice-why = Why I am here
    .choice-want = What I want to do
    .choice-none = Leave it as it is

answers-changed = Thank you. That is your answer now.
    .picture = thank-you
    .alt = Flowers
    .simpler = I kept your new words. You can say “my answers” to see them.

answers-stay = That is fine. Your answers stay as they are.
    .picture = done
    .alt = A tick
    .simpler = I changed nothing.

phrase-about-my-answers = your answers
phrase-about-opening = the first 2 questions

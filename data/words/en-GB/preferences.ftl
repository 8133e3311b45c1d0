### How you like me to talk to you, and when.

preferences-what = What do you want to change?
    .picture = change
    .alt = 2 arrows that cross
    .simpler = I can talk to you in another way. Which of these is it?
    .choice-name = My name
    .choice-pictures = Words or pictures
    .choice-quiet = Quiet hours
    .choice-reminders = Reminders
    .choice-not-now = Not now

preferences-name = What name shall I call you now?
    .picture = name
    .alt = A name card
    .simpler = Please type the name that you like best.

preferences-name-kept = Thank you, { $name }. I will call you that from now on.
    .picture = name
    .alt = A name card
    .simpler = Your name here is { $name } now.

preferences-pictures = Do you want words, or words and pictures?
    .picture = pictures
    .alt = A picture in a frame
    .simpler = I can send words alone, or words with a picture like this one. Which is better?
    .choice-both = Words and pictures
    .choice-words = Words

preferences-kept = Thank you. I will do that from now on.
    .picture = done
    .alt = A tick
    .simpler = I have changed that for you.

preferences-as-before = That is fine. I changed nothing.
    .picture = done
    .alt = A tick
    .simpler = All stays as it was.

## Quiet hours

quiet-from = From what time shall I be quiet?
    .picture = moon
    .alt = The moon
    .simpler = When shall my reminders stop in the evening? You can type a time too.
    .choice-time = { $time }
    .choice-none = No quiet hours

quiet-until = I am quiet from { $start }. Until what time?
    .picture = morning
    .alt = The sun coming up
    .simpler = When can I start again in the morning? You can type a time too.
    .choice-time = { $time }

quiet-kept = I will be quiet from { $start } to { $end }. I still answer when you write.
    .picture = moon
    .alt = The moon
    .simpler = No reminders come between { $start } and { $end }. You can always write to me.

quiet-never = You have no quiet hours now. My messages can come at any time.
    .picture = clock
    .alt = A clock
    .simpler = I may write to you in the day and at night.

phrase-about-preferences = how I talk to you

## Reminders: a pause, a stop, and again

reminders-what = What shall I do with your reminders?
    .picture = reminder
    .alt = A bell
    .simpler = I can wait for some days, or stop them all. You can start them again any time.
    .choice-pause = Pause for some days
    .choice-stop = Stop them all
    .choice-not-now = Keep them as they are

pause-until = I can be quiet for some days. Until which day?
    .picture = pause
    .alt = A pause sign
    .simpler = When shall my reminders come again? You can type a day, like Friday.
    .choice-tomorrow = Until tomorrow
    .choice-weeks =
        { $count ->
            [one] For 1 week
           *[other] For { $count } weeks
        }
    .choice-cancel = No pause

pause-until-later = I need a day that comes after today. Which day is it?
    .picture = calendar
    .alt = A calendar
    .simpler = Choose a day from tomorrow on. You can type it, like Friday.
    .choice-tomorrow = Until tomorrow
    .choice-weeks =
        { $count ->
            [one] For 1 week
           *[other] For { $count } weeks
        }
    .choice-cancel = No pause

pause-set = I send no reminders until { $day }. I still answer when you write.
    .picture = pause
    .alt = A pause sign
    .simpler = My reminders come again on { $day }. You can write to me before that.
    .choice-start-again = Start again now

pause-not = That is fine. There is no pause, and reminders come as before.
    .picture = reminder
    .alt = A bell
    .simpler = I changed nothing. Your reminders still come.

stop-sure = I will send you no more reminders. Your plans stay. Do you want that?
    .picture = stop
    .alt = A stop sign
    .simpler = I can stop all your reminders. You can start them again any time. Shall I stop them?
    .choice-yes = Yes, stop them
    .choice-no = No, keep them

stop-not = That is fine. Your reminders come as before.
    .picture = reminder
    .alt = A bell
    .simpler = I changed nothing. You still get reminders.

stopped = I have stopped all your reminders. Your plans are still here.
    .picture = stop
    .alt = A stop sign
    .simpler = You get no more reminders from me. You can start them again any time.
    .choice-start-again = Start again

stopped-already = Your reminders are off already.
    .picture = stop
    .alt = A stop sign
    .simpler = You get no reminders from me now. You can start them again any time.
    .choice-start-again = Start again

started-again = You get reminders again from now on.
    .picture = reminder
    .alt = A bell
    .simpler = I will remind you of your plans, at the times you chose.

phrase-about-pausing = a pause
phrase-about-stopping = your reminders
phrase-about-starting-again = starting your reminders again

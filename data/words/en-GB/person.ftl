### Talking to a person. Nothing is said to have happened before it has.

person-asking = I am asking { $name } to talk to you. I will tell you when { $name } has said yes.
    .picture = talk
    .alt = 2 people who talk
    .simpler = { $name } gets a message from me now. When { $name } says yes, I will tell you.

person-asked-already = I have asked already. I will tell you when somebody has said yes.
    .picture = wait
    .alt = A sand clock
    .simpler = My message to a person is on its way. You do not need to ask again.

person-hours = You can talk to { $who } on { $days }. The hours are { $start } to { $end }.
    .picture = clock
    .alt = A clock
    .simpler = Now is not one of their hours. { $who } can talk on { $days }, from { $start } to { $end }.

person-not-here = I cannot ask { $who } by a message. You can ask them yourself.
    .picture = people
    .alt = 2 people
    .simpler = The people to talk to are { $who }. They do not get messages from me.

person-nobody = I have nobody that I can ask for you yet. You can talk to somebody you trust.
    .picture = people
    .alt = 2 people
    .simpler = Sorry, I do not know a person to ask here. Think of somebody you trust.

person-number = The phone number is { $phone }.
    .picture = phone
    .alt = A phone
    .simpler = To talk to a person, you can call { $phone }.

person-danger = If you are in danger now, call 999.
    .picture = phone
    .alt = A phone
    .simpler = In danger? Call 999. The people there help you at any time.

phrase-days-from-to = { $first } to { $last }
phrase-about-person = talking to a person

## What the named person sees

call-asked = { $name } would like to talk to a person. Can you talk to { $name }?
    .picture = talk
    .alt = 2 people who talk
    .simpler = { $name } asks for a person. Press the button if you will talk to them.
    .choice-i-will = I will

call-asked-taken = { $helper } will talk to { $name }.
    .picture = done
    .alt = A tick
    .simpler = { $name } wanted to talk to a person. { $helper } said yes.

call-thanks = Thank you. I am telling them that you will talk to them.
    .picture = thank-you
    .alt = Flowers
    .simpler = You said yes. They get a message from me now. Please talk to them soon.

## What the person who asked is told

call-taken = { $name } said yes. { $name } will talk to you.
    .picture = talk
    .alt = 2 people who talk
    .simpler = I have an answer for you. { $name } is the person who will talk to you.

call-next = I have no answer yet. So I am asking { $name } now.
    .picture = wait
    .alt = A sand clock
    .simpler = I asked another person too. { $name } gets a message from me now.

call-nobody = I have asked everybody and have no answer yet. You can call { $phone }.
    .picture = phone
    .alt = A phone
    .simpler = Sorry, I could not get an answer. Please call { $phone } to talk to a person.

call-nobody-no-number = I have asked everybody and have no answer yet. You can talk to somebody you trust.
    .picture = people
    .alt = 2 people
    .simpler = Sorry, I could not get an answer. Think of somebody you trust and talk to them.

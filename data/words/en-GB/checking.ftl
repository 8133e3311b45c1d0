### A supporter looks at what a person shares with them. No more than that, and the person always knows.

check-which = Who do you want to know about?
    .picture = people
    .alt = 2 people
    .simpler = You support more than 1 person. Who is it?
    .choice-who = { $name }
    .choice-more = More

check-nobody = Nobody has asked you to be their supporter yet.
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = When a person chooses you as a supporter, you can ask me about them.

check-shared =
    { $part ->
        [first] { $name } shares these with you:
       *[next] { $name } also shares these:
    }
    .picture = supporter
    .alt = 2 people who hold hands
    .simpler = { $name } chose to show you this:

check-seen = { $name } can see that you looked.
    .picture = look
    .alt = 2 eyes
    .simpler = I will tell { $name } that you looked, when they ask.

check-not-shared = { $name } has not shared that with you. You could ask { $name }.
    .picture = lock
    .alt = A lock
    .simpler = I cannot tell you about { $name }. It is best to ask { $name }.

phrase-about-checking-in = how somebody gets on

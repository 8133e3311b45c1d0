### Who can see something of yours. You choose, and you can change it any time.

share-who = Who can see this?
    .picture = who-can-see
    .alt = An eye
    .simpler = You choose who sees it. Just you is a good answer too.
    .choice-just-me = Just me
    .choice-supporter = { $name }, my supporter
    .choice-circle = { $name }
    .choice-both = { $first } and { $second }
    .choice-something-else = Somebody else

share-who-words = Who can see this? “{ $words }”
    .picture = who-can-see
    .alt = An eye
    .simpler = You said: “{ $words }”. You choose who sees it. Just you is a good answer too.
    .choice-just-me = Just me
    .choice-supporter = { $name }, my supporter
    .choice-circle = { $name }
    .choice-both = { $first } and { $second }
    .choice-something-else = Somebody else

share-who-else = Can somebody else see it too?
    .picture = who-can-see
    .alt = An eye
    .simpler = You can choose one more, or say that this is enough.
    .choice-enough = That is enough
    .choice-supporter = { $name }, my supporter
    .choice-circle = { $name }
    .choice-something-else = Somebody else

share-shown = { $who } can see it now. You can change this any time. Say “who can see”.
    .picture = who-can-see
    .alt = An eye
    .simpler = I will show it to { $who }. To change that, type “who can see”.
    .choice-change-who = Change who can see

share-just-me = Just you can see it. You can change this any time.
    .picture = lock
    .alt = A lock
    .simpler = I keep it private. To change that, type “who can see”.

share-ended = I do not show it to { $who } any more. They may have seen it already.
    .picture = lock
    .alt = A lock
    .simpler = I stopped showing it to { $who }. Perhaps they saw it before.

share-not-possible = Sorry, I cannot show it to them now. I changed nothing.
    .picture = sorry
    .alt = A sad face
    .simpler = Something went wrong, and it is my fault. You can say “who can see” to try again.

## Who can see

who-can-see-which = Which one do you want to look at?
    .picture = who-can-see
    .alt = An eye
    .simpler = Here are your things. Press one and I tell you who can see it.
    .choice-words = { $words }
    .choice-thing = { $thing }
    .choice-more = More of my things
    .choice-not-now = Not now

who-can-see-them = { $who } can see { $what }.
    .picture = who-can-see
    .alt = An eye
    .simpler = I show { $what } to { $who }.

who-can-see-just-me = Just you can see { $what }.
    .picture = lock
    .alt = A lock
    .simpler = I keep { $what } private.

who-can-see-private = You have nobody here yet to show it to. It stays private.
    .picture = lock
    .alt = A lock
    .simpler = When you have a supporter or a circle, you can show it to them.

who-can-see-more = Do you want to look at another one?
    .picture = who-can-see
    .alt = An eye
    .simpler = I can tell you about one more of your things.
    .choice-yes = Yes, another one
    .choice-no = No, that is all

who-can-see-any-time = That is fine. You can say “who can see” any time.
    .picture = who-can-see
    .alt = An eye
    .simpler = To look at this again, type “who can see”.

who-can-see-nothing = You have nothing here yet that others can see.
    .picture = lock
    .alt = A lock
    .simpler = I have nothing of yours to show to anybody.

phrase-quoted = “{ $words }”
phrase-kind-of-thing =
    { $kind ->
        [answer] one of your answers
        [why] your answer to “Why are you here?”
        [want] your answer to “What do you want to do?”
        [action] one of your plans
        [plans] all your plans
        [telling] how something went
        [learning] what you learned
        [celebration] your good news
       *[other] something of yours
    }
phrase-thing-of-mine =
    { $kind ->
        [answer] One of my answers
        [why] Why I am here
        [want] What I want to do
        [action] One of my plans
        [plans] All my plans
        [telling] How something went
        [learning] What I learned
        [celebration] My good news
       *[other] Something of mine
    }

## Who looked

who-looked = These people looked at what you show them:
    .picture = look
    .alt = 2 eyes
    .simpler = You can see here who looked, and when:

who-looked-nobody = Nobody has looked at your things yet.
    .picture = look
    .alt = 2 eyes
    .simpler = When somebody looks at what you show them, I can tell you here.

phrase-visit = { $name }, on { $day } at { $time }

phrase-about-who-can-see = who can see your things
phrase-about-who-looked = who looked at your things

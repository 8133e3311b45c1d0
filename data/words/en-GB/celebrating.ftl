### Celebrating: in the person's own words, and the way they like.

celebrate-what = What is the good news?
    .picture = celebrate
    .alt = A party popper
    .simpler = Tell me what went well. Use your own words.

celebrate-who = Wow: “{ $words }”. Who made it happen?
    .picture = celebrate
    .alt = A party popper
    .simpler = That is good news: “{ $words }”. Who did it?
    .choice-me = Me
    .choice-us = Me and others
    .choice-someone-else = Someone else

celebrate-how = How shall we celebrate?
    .picture = hooray
    .alt = 2 hands in the air
    .simpler = You choose who hears about it. Who will it be?
    .choice-just-us = Just us
    .choice-tell = Tell { $name }
    .choice-more = More
    .choice-no-fuss = No fuss

celebrate-no-fuss = That is fine. I am glad for you.
    .picture = yes
    .alt = A thumb that points up
    .simpler = OK, we will keep it quiet.

celebrate-just-us = Hooray! “{ $words }”. This is just between us.
    .picture = hooray
    .alt = 2 hands in the air
    .simpler = I am so glad: “{ $words }”. I will not tell anyone else.

celebrate-told = Hooray! I am telling { $name }: “{ $words }”. Say “who can see” to change this.
    .picture = hooray
    .alt = 2 hands in the air
    .simpler = Good news for { $name } too: “{ $words }”. They can be glad with you now.

celebration-card =
    { $by ->
        [us] Good news from { $name } and others: “{ $words }”.
        [someone-else] { $name } has good news about somebody: “{ $words }”.
       *[me] Good news from { $name }: “{ $words }”.
    }
    .picture = celebrate
    .alt = A party popper
    .simpler = { $name } is celebrating this: “{ $words }”.
    .choice-hooray = Hooray 🎉
    .choice-say = Say something

celebration-gone = This good news is not here any more.
    .picture = let-go
    .alt = A balloon
    .simpler = There is nothing to see here now.

celebrate-say = What do you want to say to { $name }?
    .picture = words
    .alt = A pencil
    .simpler = Type it here. It will stand under the good news, where others can read it.
    .choice-not-now = Not now

celebrate-say-not-now = That is fine. I did not add any words.
    .picture = pause
    .alt = A pause sign
    .simpler = OK, you can say something any time.

celebrate-said = I added your words.
    .picture = hooray
    .alt = 2 hands in the air
    .simpler = Your words stand under the good news now.

phrase-hooray-one = { $name } says hooray.
phrase-hooray-both = { $names } say hooray.
phrase-hooray-more = { $first }, { $second } and others say hooray.
phrase-hooray-words = { $name }: “{ $words }”.

phrase-about-celebrating = good news

"""What people type instead of pressing a button. Phrases stand between strokes.

Spelling and text-speak are put right before these are looked up (`plain_words`).
"""

from __future__ import annotations

from typing import Final

CONTROLS: Final = {
    "back": """
        back / go back / back please / go back please / take me back / i want to go back / undo /
        go back one / back one / previous / last question / the one before / go to the last one /
        can i go back / can we go back / can you go back / oops go back / no go back / step back
    """,
    "again": """
        again / say it again / say again / say that again / repeat / repeat that / repeat it / pardon /
        what / what was that / what did you say / come again / one more time / sorry what / eh / huh /
        can you say it again / can you say that again / could you say that again / tell me again /
        can you repeat that / ask me again / ask again / what was the question / show me again
    """,
    "simpler": """
        say it another way / another way / say it simpler / simpler / say it easier / easier /
        easier words / make it easier / make it simpler / say it differently / say it in a different way /
        easy words / can you say it another way / can you make it easier / say that another way /
        explain it
    """,
    "not-now": """
        not now / not right now / later / maybe later / do it later / another time / leave it for now /
        not at the moment / some other time / in a bit / not yet / im busy / i am busy / i am busy now /
        no not now / not now thanks / come back later / ask me later / i will do it later / busy
    """,
    "help": """
        help / help me / i need help / can you help / can you help me / please help me / need help /
        i want help / help with this / i am stuck / stuck / sos / help me with this
    """,
    "person": """
        talk to a person / talk to someone / talk to somebody / i want to talk to a person / a person /
        speak to someone / speak to a person / i want to talk to someone / i want a person / a human /
        can i talk to someone / can i talk to a person / can i speak to someone / real person / person /
        talk to a human / human / i need to talk to someone / get me a person / talk to a real person /
        i need a person / speak to a human / i want to speak to someone / i want to speak to a person
    """,
    "dont-get-it": """
        i dont get it / dont get it / i dont understand / dont understand / do not understand / confused /
        i do not understand / i am confused / what do you mean / what does that mean / makes no sense /
        i dont know what you mean / i dont get that / i didnt understand / it doesnt make sense /
        what does this mean / not getting it / no idea what you mean / i do not get it
    """,
    "change": """
        change it / change that / change / i want to change it / can i change it / let me change it /
        change my answer / i want to change that / can i change that / edit / edit it / thats wrong /
        i want to change my answer / that is wrong / i made a mistake / i got it wrong
    """,
}
ANSWERS: Final = {
    "yes": """
        yes / y / ye / yea / yeah / yeh / yep / yup / yh / yess / yas / aye / ok / okay / k / kk / sure /
        yes i do / yes i am / yes i did / yes i will / yes i would / of course / correct / right /
        thats right / that is right / please do / go on / go on then / alright / all right / absolutely /
        definitely / defo / deffo / yes that is right / yes thats right / i do / i would / sounds good /
        good / great / fine / thats fine / yes ok / ok yes / yeah ok / ok then / do it / lets do it /
        yes that is fine / i think so / you bet / indeed / si / true / that is fine / i agree
    """,
    "no": """
        no / n / na / nah / nope / naw / nay / no thanks / no thank you / noo / no way / never / nop /
        no i dont / no i do not / no i didnt / no i wont / i dont / i do not / i dont want to /
        not really / no i am not / dont / i would rather not / rather not / no ta / wrong /
        thats not right / not that / i dont think so / no that is wrong / no thats wrong /
        absolutely not / definitely not / i disagree
    """,
    "not-sure": """
        not sure / i am not sure / unsure / dont know / i dont know / idk / dunno / i dunno / maybe /
        no idea / perhaps / might do / not sure yet / i cant decide / hmm / possibly / do not know /
        i am not sure yet / dont no / i dont no / i might / hard to say / yes and no / not certain /
        cant decide / could be / i do not know / it depends / depends / who knows / so so
    """,
}


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases between the strokes."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("/"))

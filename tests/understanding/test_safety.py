"""Words of danger are noticed, however they are spelt; everyday words that sound alarming are not."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.understanding.safety import DangerKind, SafetyRules, SafetyRulesUnreadable
from nlu.training import read_examples

DATA = Path(__file__).resolve().parents[2] / "data"
PATH = DATA / "safety" / "en-GB.yml"
RULES = SafetyRules.load(PATH)

DANGER = {
    "now": """
        hes got a nife in the kitchen
        i took loads of my tablets this morning
        she cant breeth properly
        my flatmate locked me in the bathroom
        theres blood evrywhere
        I am in danger
        a man is following me from the bus
        call 999 please
        dad said he is going to kill me
        im frightend to go home tonight
        he wont let me out of the house
        i smell gas in the flat
        i swallowed bleach
        somebody broke into my house last night
        lee passed out and wont wake up
        im scared of my stepdad""",
    "self_harm": """
        I WANT TO DIE
        i wanna die
        i dont wanna be here any more
        i want too kil myself
        i keep cutting my arms
        i wish i was never born
        everybody would be better off without me
        sometimes i think about suacide
        there is no point in living
        i cant go on like this
        i have been hurting myself again
        i might end it all
        im going to hang myself
        thinking of jumping off the bridge by the station
        i hate my life and want it over
        nobody would care if i wasnt here
        i do not want to be alive
        id rather be dead
        i have been saving up my tablets""",
    "touched": """
        he toched me and i didnt like it
        the driver put his hand up my skirt
        my uncle keeps touching my private parts
        someone tuched my bum on the bus
        he made me kiss him
        she gets into my bed when i am asleep
        i was raped
        he watches me in the shower
        he showed me his willy
        he said its our secret
        my cousin tried to kiss me
        he pulled my pants down""",
    "hurt": """
        he hitted me yesterday
        my brother punches me all the time
        dad slaped my sister
        my boyfriend pushed me down the stairs
        she pulled my hair really hard
        mum threw a plate at me
        i got beaten up at the bus stop
        he grabs me round my neck
        my husband is violent to me
        they kick me under the table
        shes hurting lee
        i have bruises from my dad
        hes hitin me again
        he threatened me
        my flat mate strangled me
        Jo hits me sometimes when shes cross""",
    "staff": """
        the staff shout at me every morning
        my carer is nasty to me
        they never let me phone my family
        staff wont let me have my dinner
        the night worker laughs at us
        they took away my wheelchair
        the carer calls me stupid""",
    "money": """
        my brother took all my money
        somebody stole my purse from my room
        he keeps my bank card and wont give it back
        she makes me buy her cigarettes and pay for it
        ive been scammed
        my neighbour is always asking me for money
        they nicked my phone
        he wont give me my benefits""",
    "neglect": """
        theres no food in the house
        i havent eaten since sunday
        they left me in the bath all day
        nobody came to help me to the toilet all night
        she doesnt give me my medicine
        dad chucked me out and i have nowhere to sleep
        i was sitting in my own wee for hours
        they wont take me to the doctors""",
    "bullying": """
        im getting bullyed at college
        the boys pick on me
        they call me a retard
        people make fun of me at the bus stop
        everyone is horrible to me at day centre
        she keeps teasing me and i cry
        they told me to kill myself""",
    "online": """
        a man on facebook wants me to send him money
        he sent me a picture of his penis
        someone asked me for nude photos
        hes blackmailing me
        i met a boy online and he wants my adress
        i get creepy messages every night
        my girlfriend online needs me to send money
        hes going to show everyone my nudes""",
}
HARMLESS = """
    this cake is to die for
    i hit the gym on monday
    killing time till the bus
    touched by your kindness
    the film was about suicide
    my feet are killing me
    im dying to see the show
    i nearly died laughing
    we killed it at karaoke
    lee beat me at pool again
    villa got beaten 3 nil
    she hit the ball really far
    it hit me that it was friday
    hit me up when you are free
    jo and me hit it off
    the ball hit me on the nose
    i hurt my knee running
    my tooth hurts
    a wasp stung me
    the cat scratched me
    the dog bit my shoe
    i burnt the toast
    i cut the grass
    i cut my finger on the tin
    i cut my hair
    i was so touched by the card
    that song touched me
    dont touch the wet paint
    i took my money to the bank
    i took money out for the trip
    i forgot my purse
    she stole the show
    i lost my phone
    i need to save money for a bike
    we need money for the garden
    how much money have i got
    can i have some help with my money
    i want to talk about my benefits form
    i have no milk left
    i am starving whats for tea
    i ate all the food
    there was no food waste today
    i left my bag on the bus
    i left early because i was tired
    im scared of spiders
    im a bit scared of the dark
    the ghost story was scary
    fire drill on tuesday
    we had a fire alarm test
    firefighters came to visit
    call me at nine
    ring the bus company
    knife and fork
    i chopped it with a knife
    the anti bullying week poster is done
    i shot a goal
    i took some photos of the flowers
    send me a picture of the cake
    can i share my photos with garden gang
    i met lee at the shop
    meet me online for the quiz
    my computer died
    the plants died
    my phone is dead
    my nan died last year
    my goldfish died
    i want to kill the weeds
    slugs killed the lettuces
    who killed mr black in cluedo
    i punched holes in the paper
    kick off is at three
    i kicked the ball over the fence
    i want to stop smoking
    i want to live on my own
    i want to end it with a song
    he grabbed a seat
    i pushed the wheelbarrow
    push the button
    stop nagging me
    i locked the shed
    i got locked out
    i cant get to sleep
    i cant do it on my own
    staff helped me cook
    my worker is nice to me
    my carer gave me a lift
    i dont want to be late
    the bath was cold
    i sat in the dark and watched the film
    they laughed at my joke
    my bum is numb from sitting
    i have a bad chest
    i put my hand up in the meeting
    hand me the trowel
    i hate peas
    i love my life
    bob is your uncle
    i took my tablets like i should
    remind me to take my tablets
    jo showed me how to do it
    she shouted well done
    we jumped off the wall into the sand
    nudge me on saturday
    the rain hit me in the face
    i am not happy with that
    not now im busy
"""


def _lines(block):
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize("text", [line for block in DANGER.values() for line in _lines(block)])
def test_words_of_danger_are_noticed(text):
    assert RULES.check(text) is not None


@pytest.mark.parametrize("text", _lines(HARMLESS))
def test_everyday_words_that_sound_alarming_are_no_danger(text):
    assert RULES.check(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he hits me when nobody is there", DangerKind.HURT),
        ("hes got a knife and he hits me", DangerKind.NOW),
        ("i want to kill myself", DangerKind.SELF_HARM),
        ("someone touched my private parts", DangerKind.TOUCHED),
        ("my brother stole my wages", DangerKind.MONEY),
        ("they dont give me any food", DangerKind.NEGLECT),
        ("i get bullied", DangerKind.BULLYING),
        ("the carer shouts at me", DangerKind.STAFF),
        ("he wants nude pictures", DangerKind.ONLINE),
    ],
)
def test_the_kind_of_danger_chooses_the_reply(text, kind):
    danger = RULES.check(text)
    assert danger is not None
    assert danger.kind is kind


def test_no_training_sentence_sounds_an_alarm():
    alarms = [line.text for line in read_examples(DATA / "training" / "en-GB") if RULES.check(line.text)]
    assert alarms == []


@pytest.mark.parametrize(
    "text",
    [
        "h\u200be hi\u200bts m\u200be",
        "\u202ehe hits me\u202c",
        "HE HITS ME!!!",
        "he. hits. me.",
        "hé hïts me",
        "\uff48\uff45 \uff48\uff49\uff54\uff53 \uff4d\uff45",
        "this cake is to die for but he hits me",
        "la " * 1300 + "he hits me",
        "<b>he hits me</b>",
        "heeee hits meeee",
    ],
)
def test_danger_is_noticed_behind_odd_characters_and_in_long_messages(text):
    assert RULES.check(text) is not None


@settings(max_examples=200)
@given(st.text(max_size=4096))
@example("\ud800")
@example("\u200b" * 4096)
@example("hit the me " * 372)
@example("")
def test_nothing_typed_breaks_the_rules(text):
    RULES.check(text)


_RULE_WORDS = sorted(word for word in RULES.lines if word.isascii())


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*_RULE_WORDS, "he", "me", "my", "not", "|", "..."]), max_size=60))
def test_no_mix_of_the_rules_words_breaks_them(words):
    RULES.check(" ".join(words))


def test_checking_takes_no_time_worth_speaking_of():
    texts = [*_lines(HARMLESS), *_lines(DANGER["hurt"])]
    took = []
    for text in texts * 3:
        begun = time.perf_counter()
        RULES.check(text)
        took.append(time.perf_counter() - begun)
    assert sorted(took)[len(took) // 2] < 0.0003


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"version": 2}, "version"),
        ({"kinds": {"now": "- help"}}, "no rules for"),
        ({"lists": {}}, "no list called"),
        (
            {"kinds": {**yaml.safe_load(PATH.read_text(encoding="utf-8"))["kinds"], "now": "- ..."}},
            "no words",
        ),
        ({"lists": 3}, "cannot be read"),
    ],
)
def test_rules_that_cannot_be_read_stop_the_start(tmp_path, change, says):
    content = {**yaml.safe_load(PATH.read_text(encoding="utf-8")), **change}
    path = tmp_path / "rules.yml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(SafetyRulesUnreadable, match=says):
        SafetyRules.load(path)


def test_missing_rules_stop_the_start(tmp_path):
    with pytest.raises(SafetyRulesUnreadable):
        SafetyRules.load(tmp_path / "none.yml")

"""The walk, lived in a real browser by Sam, by Jo, and by their circle."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.acceptance.conftest import DemoServer
from tests.acceptance.phones import SOON, Phone, move_clock

pytestmark = pytest.mark.slow


async def test_three_people_walk_from_two_questions_to_a_celebration(
    demo: DemoServer, browser: Browser
) -> None:
    context = await browser.new_context(viewport={"width": 412, "height": 840})
    table = await context.new_page()
    await table.goto(demo.url)
    sam = await Phone.of(context, demo, "sam")
    jo = await Phone.of(context, demo, "jo")
    lee = await Phone.of(context, demo, "lee")

    # The two questions, in Sam's own words, and who can see them.
    await sam.sees("Why are you here?")
    await sam.says("becuase i get bored at home and i like the gardning group")
    await sam.sees("I kept that: “becuase i get bored at home")
    await sam.presses("Garden Gang")
    await sam.sees("Garden Gang can see it now.")
    await sam.sees("What do you want to do?")
    await sam.says("grow tomatos")
    await sam.presses("Just me")
    await sam.sees("Just you can see it.")

    # A plan, with help from Jo.
    await sam.says("im gonna water the tomatos tomorrow")
    await sam.presses("That's right")
    await sam.presses("Yes, some help")
    await sam.presses("Someone with me")
    await sam.presses("Jo")
    await sam.presses("Ask Jo")
    await sam.presses("That morning")
    await sam.sees("I asked Jo")
    await move_clock(table, "ten-minutes")
    await move_clock(table, "ten-minutes")
    await jo.sees("water the tomatos")
    await jo.presses("Yes")
    await move_clock(table, "ten-minutes")
    await move_clock(table, "ten-minutes")
    await sam.presses("Good")

    # The reminder waits on the page; in the evening it becomes 'How did it go?'.
    await move_clock(table, "morning")
    await sam.sees("Good morning Sam.")
    await sam.presses("OK")
    await move_clock(table, "evening")
    await sam.sees("How did it go")
    await sam.presses("It is done")
    await sam.sees("Do you want to celebrate it?")
    await sam.presses("Yes")
    await sam.presses("Me")

    # A celebration in the circle, which Lee joins.
    await sam.presses("Tell Garden Gang")
    await expect(lee.page.locator("nav a.unread")).to_have_count(1, timeout=SOON)
    await lee.opens("Garden Gang")
    await lee.sees("water the tomatos")
    await lee.presses("Hooray 🎉")
    await sam.opens("Garden Gang")
    await sam.sees("Lee says hooray")

    await lee.never_saw("grow tomatos")
    assert sam.faults + jo.faults + lee.faults == []
    assert "tomatos" not in demo.log
    await context.close()


async def test_words_written_without_a_connection_wait_and_are_sent_once(
    demo: DemoServer, browser: Browser
) -> None:
    context = await browser.new_context(viewport={"width": 412, "height": 840})
    table = await context.new_page()
    await table.goto(demo.url)
    sam = await Phone.of(context, demo, "sam")
    await sam.sees("Why are you here?")
    await context.set_offline(True)
    await sam.says("i like the plants")
    await expect(sam.newest).to_contain_text("Waiting to send", timeout=SOON)
    await expect(sam.page.locator("#offline")).to_be_visible()
    await sam.page.locator("#text").fill("half a tho")
    await context.set_offline(False)
    await sam.sees("I kept that: “i like the plants”")
    await expect(sam.messages.filter(has_text="Waiting to send")).to_have_count(0)
    await sam.page.reload()
    await expect(sam.page.locator("#text")).to_have_value("half a tho")
    await expect(sam.page.locator("#log > li.mine").filter(has_text="i like the plants")).to_have_count(1)
    await context.close()


async def test_words_wait_while_the_server_is_gone_even_when_the_page_is_closed(
    demo: DemoServer, browser: Browser
) -> None:
    context = await browser.new_context()
    table = await context.new_page()
    await table.goto(demo.url)
    sam = await Phone.of(context, demo, "sam")
    await sam.sees("Why are you here?")
    demo.stop(kill=True)
    await sam.says("i like the plants")
    await expect(sam.newest).to_contain_text("Waiting to send", timeout=SOON)
    await sam.page.close()
    demo.start()
    again = await Phone.of(context, demo, "sam")
    await again.sees("I kept that: “i like the plants”")
    await expect(again.page.locator("#log > li.mine")).to_have_count(1)
    await context.close()


async def test_the_keyboard_alone_is_enough(demo: DemoServer, browser: Browser) -> None:
    context = await browser.new_context()
    table = await context.new_page()
    await table.goto(demo.url)
    sam = await Phone.of(context, demo, "sam")
    await sam.sees("Why are you here?")
    keyboard = sam.page.keyboard
    await keyboard.press("Tab")  # the first stop leads to the box
    await keyboard.press("Enter")
    await keyboard.type("i like the plants")
    await keyboard.press("Enter")
    await sam.sees("Who can see this?")
    for _ in range(40):
        await keyboard.press("Shift+Tab")
        focused = await sam.page.evaluate("document.activeElement.innerText")
        if focused == "Just me":
            break
    assert focused == "Just me"
    ring = await sam.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"
    await keyboard.press("Space")
    await sam.sees("Just you can see it.")
    # The place in the page is not lost when the buttons go: it moves on to what was said next.
    inside = await sam.page.evaluate("document.activeElement.closest('#log') !== null")
    assert inside
    await context.close()


async def test_everything_works_without_javascript(demo: DemoServer, browser: Browser) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(demo.url)
    await page.goto(f"{demo.url}/phone/sam/")
    await page.locator("#text").fill("i like the plants")
    await page.locator("#send").click()
    await expect(page.locator("#log")).to_contain_text("I kept that: “i like the plants”")
    await page.get_by_role("button", name="Just me").click()
    await expect(page.locator("#log")).to_contain_text("Just you can see it.")
    await page.get_by_role("link", name="Garden Gang").click()
    await page.locator("#text").fill("hello everybody")
    await page.locator("#send").click()
    await expect(page.locator("#log")).to_contain_text("hello everybody")
    await page.goto(demo.url)
    await page.get_by_role("button", name="1 hour on").click()
    await expect(page.locator("#time")).to_contain_text("11am")
    await context.close()


async def test_somebody_new_joins_by_a_link_on_the_demo_page(demo: DemoServer, browser: Browser) -> None:
    context = await browser.new_context(viewport={"width": 1700, "height": 950})
    table = await context.new_page()
    await table.goto(demo.url)
    frame = await (await table.wait_for_selector("#new iframe")).content_frame()
    assert frame is not None
    new = Phone(frame)
    await frame.get_by_role("button", name="Open the chat").click()
    await new.sees("I am a computer")
    await new.presses("Yes, I want to join")
    await new.sees("What name shall I call you?")
    await new.says("Ali")
    await new.sees("Nice to meet you, Ali.")
    await new.opens("Garden Gang")
    await context.close()

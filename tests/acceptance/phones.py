"""A person's phone in a real browser: what they type and press, and what they then see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Frame, Locator, Page, expect

from tests.acceptance.conftest import DemoServer

SOON = 15_000  # milliseconds; a page looks for news every second


@dataclass
class Phone:
    """One phone of the demo, in a page of its own or in a frame of the demo page."""

    page: Page | Frame
    seen: int = 0
    faults: list[str] = field(default_factory=list)

    @classmethod
    async def of(cls, context: BrowserContext, demo: DemoServer, name: str) -> Phone:
        page = await context.new_page()
        phone = cls(page)
        page.on("pageerror", lambda error: phone.faults.append(str(error)))
        page.on("console", lambda said: phone.faults.append(said.text) if said.type == "error" else None)
        await page.goto(f"{demo.url}/phone/{name}/")
        return phone

    @property
    def messages(self) -> Locator:
        return self.page.locator("#log > li")

    @property
    def newest(self) -> Locator:
        return self.messages.last

    async def says(self, text: str) -> None:
        """Type words and send them."""
        await self.page.locator("#text").fill(text)
        await self.page.locator("#send").click()

    async def presses(self, label: str) -> None:
        """Press the newest button with this label, once it is there."""
        button = self.page.locator("#log button, #log a.button").filter(has_text=exactly(label)).last
        await button.click(timeout=SOON)

    async def sees(self, text: str) -> None:
        """Wait until a message with this text is there."""
        await expect(self.messages.filter(has_text=text).last).to_be_visible(timeout=SOON)

    async def never_saw(self, text: str) -> None:
        await expect(self.messages.filter(has_text=text)).to_have_count(0)

    async def opens(self, tab: str) -> None:
        """Change to another chat by its tab."""
        await self.page.locator("nav a").filter(has_text=tab).click(timeout=SOON)
        await expect(self.page.locator("nav a[aria-current]")).to_contain_text(tab)


def exactly(label: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(label)}\s*$")


async def move_clock(page: Page, wish: str) -> None:
    """Press a button of the demo's clock."""
    before = await page.locator("#time").inner_text()
    await page.locator(f'#clock button[value="{wish}"]').click()
    await expect(page.locator("#time")).not_to_have_text(before)

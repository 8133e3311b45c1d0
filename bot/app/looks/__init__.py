"""What answers a dialogue's looks: what this person may see of the store, and no more."""

from bot.app.looks import celebrating, checking_in, helping, joining, oneself, plans, reaching, sharing

__all__ = ["celebrating", "checking_in", "helping", "joining", "oneself", "plans", "reaching", "sharing"]

"""Settings: environment variables, checked at start, with messages that say what to do (.env.example)."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

MASTER_KEY_BYTES = 32
TELEGRAM_TOKEN = re.compile(r"\d+:[\w-]+")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class SettingsWrong(Exception):
    """What the operator set cannot be used. The text says what to do, without the values."""


class Settings(BaseSettings):
    """What the operator can set. Each is ALONGSIDE_<NAME> in the environment or in `.env`."""

    model_config = SettingsConfigDict(env_prefix="ALONGSIDE_", env_file=".env", extra="ignore")

    data: Path = Field(default=Path("var"), description="the folder for the database and media")
    keys: Path | None = Field(default=None, description="the folder for the keys; beside the data when unset")
    master_key: SecretStr | None = Field(default=None, description="32 bytes in base64")
    master_key_file: Path | None = Field(default=None, description="a file that holds the master key")
    timezone: str = Field(default="Europe/London", description="the zone everybody lives in")
    locale: str = Field(default="en-GB", description="the folder of data/words to speak")
    words: Path = Field(
        default=Path(__file__).parent.parent / "data", validate_default=True, description="the data folder"
    )

    telegram_token: SecretStr | None = Field(default=None, description="from @BotFather")
    telegram_api: str = Field(default="https://api.telegram.org", description="the Bot API server")
    telegram_paced: bool = Field(default=True, description="keep Telegram's limits by ourselves")

    web_host: str = Field(default="127.0.0.1", description="where the web chat listens")
    web_port: int = Field(default=8000, ge=0, le=65535, description="and on which port")
    web_url: str | None = Field(default=None, description="the address people open, for links")

    people: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="names of those who answer 'Talk to a person', first one first"
    )
    people_phone: str = Field(default="", description="the number people can call")
    people_days: Annotated[tuple[str, ...], NoDecode] = Field(
        default=WEEKDAYS[:5], description="days on which they can be reached"
    )
    people_from: time = Field(default=time(9), description="from when")
    people_until: time = Field(default=time(17), description="until when")

    @field_validator("people", "people_days", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @field_validator("people_days")
    @classmethod
    def _weekdays(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(day.lower() not in WEEKDAYS for day in value):
            raise ValueError("use English days, like monday,tuesday")
        return tuple(day.lower() for day in value)

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("use a name like Europe/London")
        return value

    @field_validator("web_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("begin with https:// like https://example.org")
        return value

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and TELEGRAM_TOKEN.fullmatch(value.get_secret_value()) is None:
            raise ValueError("copy the whole token from @BotFather: numbers, a colon, then letters")
        return value

    @field_validator("people_from", "people_until", mode="before")
    @classmethod
    def _clock_time(cls, value: object) -> object:
        try:
            return time.fromisoformat(value) if isinstance(value, str) else value
        except ValueError as error:
            raise ValueError("use a time like 09:00") from error

    @field_validator("people_until")
    @classmethod
    def _later(cls, value: time, info: ValidationInfo) -> time:
        if value <= info.data.get("people_from", time.min):
            raise ValueError("use a time after ALONGSIDE_PEOPLE_FROM")
        return value

    @field_validator("words")
    @classmethod
    def _has_words(cls, value: Path, info: ValidationInfo) -> Path:
        locale = info.data.get("locale", "")
        if not (value / "words" / locale).is_dir():
            raise ValueError(f"there is no folder words/{locale} in it; check ALONGSIDE_LOCALE too")
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The zone everybody lives in."""
        return ZoneInfo(self.timezone)

    @property
    def database_url(self) -> str:
        """Where the data are."""
        return f"sqlite+aiosqlite:///{self.data / 'alongside.db'}"

    @property
    def keys_folder(self) -> Path:
        """Where the keys are. Never in the data backup."""
        return self.keys or self.data / "keys"

    @property
    def keys_url(self) -> str:
        """Where the key database is."""
        return f"sqlite:///{self.keys_folder / 'keys.db'}"

    @property
    def link_base(self) -> str:
        """What joining links on the web begin with."""
        return (self.web_url or f"http://{self.web_host}:{self.web_port}").rstrip("/")

    def read_master_key(self) -> bytes:
        """Give the 32 bytes of the master key. Raises SettingsWrong when there are none, or others."""
        if self.master_key is not None:
            text = self.master_key.get_secret_value()
        elif self.master_key_file is not None:
            try:
                text = self.master_key_file.read_text().strip()
            except OSError as error:
                raise SettingsWrong(f"ALONGSIDE_MASTER_KEY_FILE cannot be read: {error.strerror}.") from error
        else:
            raise SettingsWrong(
                "There is no master key. Make one with `alongside key > FILE` and set "
                "ALONGSIDE_MASTER_KEY_FILE=FILE. Keep a copy somewhere safe: without it nobody can read "
                "people's words again."
            )
        try:
            key = base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise SettingsWrong("The master key is not base64. `alongside key` makes a good one.") from error
        if len(key) != MASTER_KEY_BYTES:
            raise SettingsWrong("The master key must be 32 bytes. `alongside key` makes a good one.")
        return key


def load_settings(**overrides: object) -> Settings:
    """Read the settings. Raises SettingsWrong with one line for each that is wrong."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        lines = [
            f"ALONGSIDE_{str(problem['loc'][0]).upper()}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors()
        ]
        raise SettingsWrong("\n".join(lines)) from error

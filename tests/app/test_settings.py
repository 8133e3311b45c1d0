"""Settings are checked at start, with messages that say what to do and never what was set."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from bot.settings import SettingsWrong, load_settings

WRONG = {
    "timezone": ("Mars/One", "use a name like Europe/London"),
    "locale": ("xx-YY", "words/xx-YY"),
    "words": ("/nowhere", "there is no folder"),
    "web_port": ("99999", "less than or equal to 65535"),
    "web_url": ("example.org", "begin with https://"),
    "telegram_token": ("my-secret", "@BotFather"),
    "telegram_paced": ("perhaps", "boolean"),
    "people_days": ("monday,funday", "use English days"),
    "people_from": ("nine", "use a time like 09:00"),
    "people_until": ("08:00", "after ALONGSIDE_PEOPLE_FROM"),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_value_gives_a_line_that_says_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch):
    value, says = WRONG[name]
    monkeypatch.setenv(f"ALONGSIDE_{name.upper()}", value)
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(_env_file=None)
    (line,) = str(wrong.value).splitlines()
    named = "ALONGSIDE_WORDS" if name == "locale" else f"ALONGSIDE_{name.upper()}"
    assert line.startswith(f"{named}: ")
    assert says in line
    assert "secret" not in line


def test_all_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ALONGSIDE_TIMEZONE", "Mars")
    monkeypatch.setenv("ALONGSIDE_WEB_PORT", "many")
    with pytest.raises(SettingsWrong) as wrong:
        load_settings(_env_file=None)
    assert len(str(wrong.value).splitlines()) == 2


def test_what_is_set_is_used(tmp_path: Path):
    settings = load_settings(
        _env_file=None,
        data=tmp_path,
        people="Anna, Ben ,",
        people_days="Monday,tuesday",
        web_url="https://a.b/",
    )
    assert settings.people == ("Anna", "Ben")
    assert settings.people_days == ("monday", "tuesday")
    assert settings.link_base == "https://a.b"
    assert settings.keys_folder == tmp_path / "keys"
    assert load_settings(_env_file=None).link_base == "http://127.0.0.1:8000"
    assert str(settings.zone) == "Europe/London"


@pytest.mark.parametrize(
    ("key", "says"), [("not base64!", "not base64"), (base64.b64encode(b"short").decode(), "32 bytes")]
)
def test_a_master_key_that_cannot_be_used_is_said_without_it(key: str, says: str):
    with pytest.raises(SettingsWrong, match=says) as wrong:
        load_settings(_env_file=None, master_key=key).read_master_key()
    assert key not in str(wrong.value)


def test_a_master_key_comes_from_the_environment_or_a_file(tmp_path: Path):
    text = base64.b64encode(bytes(range(32))).decode()
    path = tmp_path / "key"
    path.write_text(text + "\n")
    assert load_settings(_env_file=None, master_key=text).read_master_key() == bytes(range(32))
    assert load_settings(_env_file=None, master_key_file=path).read_master_key() == bytes(range(32))


def test_without_a_master_key_it_is_said_how_to_make_one(tmp_path: Path):
    with pytest.raises(SettingsWrong, match="alongside key"):
        load_settings(_env_file=None).read_master_key()
    with pytest.raises(SettingsWrong, match="ALONGSIDE_MASTER_KEY_FILE cannot be read"):
        load_settings(_env_file=None, master_key_file=tmp_path / "none").read_master_key()

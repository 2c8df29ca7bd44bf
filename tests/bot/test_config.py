"""Settings: what the service refuses to start with, and in which words."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import pytest

from bot.config import Settings, SettingsError, read_settings
from tests.fakes.edge import guarded_settings


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"app_id": ""}, "REFERENT_APP_ID"),
        ({"app_secret": ""}, "REFERENT_APP_SECRET"),
        ({"app_tenant": ""}, "REFERENT_APP_TENANT"),
        ({"local": True, "host": "0.0.0.0"}, "REFERENT_LOCAL"),
        ({"local": True, "host": "kommune.dk"}, "REFERENT_LOCAL"),
        ({"app_type": "UserAssignedMSI", "app_id": ""}, "REFERENT_APP_ID"),
    ],
)
def test_serving_without_a_check_is_refused(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        guarded_settings(**changes).check_serving()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"app_type": "UserAssignedMSI", "app_secret": ""},
        {"local": True, "app_id": "", "app_secret": "", "app_tenant": ""},
        {"local": True, "host": "localhost"},
        {"local": True, "host": "::1"},
    ],
)
def test_serving_with_a_check_or_on_this_machine_only_is_fine(changes: dict[str, Any]) -> None:
    guarded_settings(**changes).check_serving()


def test_the_environment_is_read_with_lists_and_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERENT_TENANTS", "AAA, bbb;ccc")
    monkeypatch.setenv("REFERENT_LOCAL", "1")
    monkeypatch.setenv("REFERENT_INBOX", "")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.kommune.dk:8080")
    settings = read_settings()
    assert settings.tenants == {"aaa", "bbb", "ccc"}
    assert settings.local is True
    assert settings.inbox is None
    assert settings.keep_days == 90
    assert settings.proxy == "http://proxy.kommune.dk:8080"


def test_a_wrong_value_is_named_without_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERENT_PORT", "s3cret")
    with pytest.raises(SettingsError, match="REFERENT_PORT") as told:
        read_settings()
    assert "s3cret" not in str(told.value)


def test_secrets_are_not_shown() -> None:
    assert "s3cret-canary" not in repr(guarded_settings())


def test_the_apps_own_tenant_is_allowed_when_none_is_named() -> None:
    assert guarded_settings(app_tenant="ABC").allowed_tenants == {"abc"}
    assert Settings(local=True).allowed_tenants == frozenset()


def test_each_core_gets_a_process_that_answers_unless_a_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, processes in ((1, 0), (2, 2), (64, 4)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _pid, cores=cores: set(range(cores)), raising=False)
        assert Settings().answering == processes
    assert [Settings(processes=number).answering for number in (0, 1, 12)] == [0, 1, 12]


def test_closing_days_replace_the_usual_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not Settings().working_days.open_on(date(2026, 6, 5))
    monkeypatch.setenv("REFERENT_CLOSING_DAYS", "2026-05-15, 12-24")
    days = Settings().working_days
    shut = [date(2026, 5, 15), date(2026, 12, 24), date(2027, 12, 24)]
    assert [days.open_on(day) for day in (*shut, date(2026, 6, 5))] == [False, False, False, True]
    monkeypatch.setenv("REFERENT_CLOSING_DAYS", "juleaften")
    with pytest.raises(SettingsError, match="closing days are written as"):
        read_settings()

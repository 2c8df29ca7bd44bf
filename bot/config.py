"""The settings: the only reader of the environment, each with a sentence on what is wrong with it."""

from __future__ import annotations

import os
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from store.calendar import WorkingDays

Words = Annotated[frozenset[str], NoDecode]
"""A list in one variable, parted by commas, semicolons or blanks."""

TEAMS_HOSTS = frozenset({"smba.trafficmanager.net", "*.botframework.com"})
MOST_BY_DEFAULT = 4
"""Answering processes; each takes memory for word lists, and the service itself is busy with a thousand turns/s."""
SHAREPOINT_HOSTS = frozenset({"*.sharepoint.com"})


class CannotListen(Exception):
    """The socket cannot be opened; the message is a sentence for whoever started the service."""


LOGO_TYPES = (".png", ".jpg", ".jpeg")


class SettingsError(Exception):
    """A setting that the service cannot start with; the message names the variable and what to do."""


class Settings(BaseSettings):
    """What an installation decides. Every field is the variable REFERENT_<FIELD> (see README)."""

    model_config = SettingsConfigDict(env_prefix="REFERENT_", env_file=None, extra="ignore", frozen=True)

    database_url: str = ""
    """The store; commands take data/referent.db when nothing is set."""
    app_id: str = ""
    app_secret: SecretStr = SecretStr("")
    app_type: Literal["SingleTenant", "UserAssignedMSI"] = "SingleTenant"
    app_tenant: str = ""
    tenants: Words = frozenset()
    """Tenant ids whose people may talk to the assistant; the app's own tenant when nothing is set."""
    administrators: Words = frozenset()
    """Entra object ids of the first administrators."""
    inbox: Path | None = None
    closing_days: Words = frozenset({"06-05", "12-24", "12-31"})
    """Days on which the town hall is shut beside public holidays: "12-24" each year, "2026-05-15" once."""
    keep_days: int = Field(default=90, ge=1, le=3650)
    municipality: str = ""
    """Whose name stands at the head of agendas and minutes."""
    logo: Path | None = None
    """A PNG or JPEG at the head of agendas and minutes, in the place of the name."""
    documents: Path = Path("data/documents")
    """Where agendas and minutes are put that somebody asks for in a terminal or the Playground."""
    link_hosts: Words = frozenset()
    """Hosts that an answer may link to."""
    service_hosts: Words = frozenset()
    """Hosts of the Bot Connector beside Microsoft's public ones."""
    file_hosts: Words = SHAREPOINT_HOSTS
    """Hosts that dropped files are fetched from."""
    host: str = "127.0.0.1"
    port: int = Field(default=3978, ge=1, le=65535)
    local: bool = False
    """Try it without Microsoft: needs a loopback host; opens the Playground's channels and addresses."""
    demo: bool = False
    """The store holds sample data: every welcome says so. Set by the command that loads them."""
    rate_per_minute: int = Field(default=20, ge=1)
    workers: int = Field(default=4, ge=1, le=64)
    """Threads that read and write the store beside the service, and answer what its processes do not."""
    processes: int | None = Field(default=None, ge=0, le=64)
    """Processes that answer questions; none: the service's own threads do. See `answering`."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    proxy: str | None = Field(
        default=None, validation_alias=AliasChoices("REFERENT_PROXY", "HTTPS_PROXY", "https_proxy", "proxy")
    )
    """The web proxy on the way to Microsoft."""

    @field_validator("tenants", "administrators", "link_hosts", "service_hosts", "file_hosts", mode="before")
    @classmethod
    def _parted(cls, value: Any) -> Any:
        """Take "a, b; c" as three words; ids and host names are compared in lower case."""
        if isinstance(value, str):
            value = value.replace(",", " ").replace(";", " ").split()
        return frozenset(str(word).lower() for word in value)

    @field_validator("closing_days", mode="before")
    @classmethod
    def _days(cls, value: Any) -> Any:
        """Take "2026-05-15, 12-24" as two days, and refuse what is none."""
        words = value.replace(",", " ").replace(";", " ").split() if isinstance(value, str) else value
        try:
            WorkingDays.of(words)
        except ValueError:
            raise ValueError("closing days are written as 2026-05-15 or, for each year, 12-24") from None
        return frozenset(words)

    @field_validator("inbox", "proxy", "logo", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: Any) -> Any:
        return value or None

    @field_validator("logo")
    @classmethod
    def _picture(cls, value: Path | None) -> Path | None:
        """Refuse at the start what would be missed when the first agenda is printed."""
        if value is not None and (value.suffix.lower() not in LOGO_TYPES or not value.is_file()):
            raise ValueError("a logo is a PNG or JPEG file that is there")
        return value

    @property
    def answering(self) -> int:
        """How many processes answer: one for each core up to four when nothing is set, none on a single core."""
        if self.processes is not None:
            return self.processes
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return min(cores, MOST_BY_DEFAULT) if cores > 1 else 0

    @property
    def working_days(self) -> WorkingDays:
        """The calendar that deadlines are counted by."""
        return WorkingDays.of(self.closing_days)

    @property
    def allowed_tenants(self) -> frozenset[str]:
        """Tenants that may talk to the assistant, in lower case; empty only in local mode (then: any)."""
        return self.tenants or (frozenset({self.app_tenant.lower()}) if self.app_tenant else frozenset())

    @property
    def connector_hosts(self) -> frozenset[str]:
        """Hosts that messages (and the token) may be sent to."""
        return TEAMS_HOSTS | self.service_hosts

    @property
    def anonymous(self) -> bool:
        """Whether nobody's token is checked: local mode without an app id."""
        return self.local and not self.app_id

    def check_serving(self) -> None:
        """Refuse settings that would serve without checking who asks. Raises SettingsError."""
        if self.local and not is_loopback(self.host):
            raise SettingsError(
                f"REFERENT_LOCAL=1 lets anybody in, so it works on a loopback address only, not on {self.host}. "
                "Set REFERENT_HOST=127.0.0.1, or take REFERENT_LOCAL away and set REFERENT_APP_ID."
            )
        if self.anonymous:
            return
        if not self.app_id:
            raise SettingsError(
                "REFERENT_APP_ID is not set, so nobody's identity could be checked. Set it to the bot's app id; "
                "to try the assistant on this machine without Teams, set REFERENT_LOCAL=1."
            )
        if self.app_type == "SingleTenant" and not self.app_secret.get_secret_value():
            raise SettingsError(
                "REFERENT_APP_SECRET is not set. Set it to a client secret of the app registration, or set "
                "REFERENT_APP_TYPE=UserAssignedMSI when the service runs under a managed identity."
            )
        if not self.app_tenant:
            raise SettingsError("REFERENT_APP_TENANT is not set. Set it to the id of the municipality's Entra tenant.")


@lru_cache(maxsize=256)
def is_loopback(host: str) -> bool:
    """Whether a host name means this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def read_settings(**overrides: Any) -> Settings:
    """Settings from the environment, `overrides` first. Raises SettingsError with one sentence per fault."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        faults = [
            f"REFERENT_{str(fault['loc'][0]).upper()}: {fault['msg']}" if fault["loc"] else fault["msg"]
            for fault in error.errors(include_input=False, include_url=False)
        ]
        raise SettingsError("; ".join(faults)) from None

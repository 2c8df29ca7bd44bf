"""The Teams package: manifest, Danish strings and icons, filled in from the settings and zipped."""

from __future__ import annotations

import json
import re
import struct
import uuid
import zipfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

MANIFEST = Path(__file__).resolve().parent.parent / "manifest"
FILES = ("manifest.json", "da.json", "color.png", "outline.png")
PLACEHOLDER = re.compile(r"\$\{\{([A-Z_]+)\}\}")
SAMPLE_APP_ID = "00000000-0000-4000-8000-00000000b07a"
"""Stands in when no app id is set, so that the package can be built and checked before Azure is asked for one."""
EPOCH = (2026, 1, 1, 0, 0, 0)
"""A fixed time in the zip: the same settings give the same bytes."""


class PackageError(Exception):
    """The package cannot be built; the message says which field and why."""


@dataclass(frozen=True, slots=True)
class PackageFields:
    """What differs from one municipality to the next. `app_id` is the bot's Entra application id (a GUID)."""

    app_id: str = SAMPLE_APP_ID
    developer: str = "Referent"
    website: str = "https://referent.example/"
    privacy: str = "https://referent.example/privacy"
    terms: str = "https://referent.example/terms"

    def values(self) -> dict[str, str]:
        """Placeholder name to value. The Teams app id is derived from the bot's, so that an update keeps it."""
        try:
            bot = str(uuid.UUID(self.app_id))
        except ValueError:
            raise PackageError(f"the app id is not a GUID: {self.app_id!r}") from None
        for name, url in (("website", self.website), ("privacy", self.privacy), ("terms", self.terms)):
            if not url.startswith("https://"):
                raise PackageError(f"the {name} address must begin with https://: {url!r}")
        if not 0 < len(self.developer) <= 32:
            raise PackageError("the developer's name must have 1 to 32 characters")
        return {
            "VERSION": ".".join(version("referent").split(".")[:3]),
            "TEAMS_APP_ID": str(uuid.uuid5(uuid.UUID(bot), "teams-app")),
            "BOT_ID": bot,
            "DEVELOPER_NAME": self.developer,
            "WEBSITE_URL": self.website,
            "PRIVACY_URL": self.privacy,
            "TERMS_URL": self.terms,
        }


def build(out: Path, fields: PackageFields) -> Path:
    """Write the package to `out` (a zip) and return it. Raises PackageError."""
    values = fields.values()
    contents = {name: (MANIFEST / name).read_bytes() for name in FILES}
    text = contents["manifest.json"].decode("utf-8")
    filled = PLACEHOLDER.sub(lambda match: json.dumps(values[match[1]])[1:-1], text)
    contents["manifest.json"] = filled.encode("utf-8")
    check(contents)
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in FILES:
            package.writestr(zipfile.ZipInfo(name, EPOCH), contents[name])
    return out


def check(contents: dict[str, bytes]) -> None:
    """The rules that most often stop an upload: sizes of icons, lengths, and strings that point at nothing.

    Raises PackageError. The official schema is checked in development, not here: it is not ours to ship.
    """
    manifest = json.loads(contents["manifest.json"])
    for name, side in (("color.png", 192), ("outline.png", 32)):
        size = struct.unpack(">II", contents[name][16:24])
        if size != (side, side):
            raise PackageError(f"{name} must be {side} by {side} pixels, not {size[0]} by {size[1]}")
    for language, strings in (("en", _english(manifest)), ("da", json.loads(contents["da.json"]))):
        for key, limit in (("name.short", 30), ("description.short", 80), ("description.full", 4000)):
            if not 0 < len(strings[key]) <= limit:
                raise PackageError(f"{key} ({language}) must have 1 to {limit} characters")
    for key in json.loads(contents["da.json"]):
        if not key.startswith("$") and not _resolves(manifest, key):
            raise PackageError(f"da.json translates {key}, which the manifest does not have")


def _english(manifest: dict[str, dict[str, str]]) -> dict[str, str]:
    return {f"{part}.{size}": manifest[part][size] for part in ("name", "description") for size in ("short", "full")}


def _resolves(manifest: object, key: str) -> bool:
    place: object = manifest
    for name, index in re.findall(r"([A-Za-z]+)|\[(\d+)\]", key):
        if name:
            if not isinstance(place, dict) or name not in place:
                return False
            place = place[name]
        else:
            if not isinstance(place, list) or int(index) >= len(place):
                return False
            place = place[int(index)]
    return isinstance(place, str)

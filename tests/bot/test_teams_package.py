"""The Teams package that `referent package` builds."""

import json
import zipfile

import pytest

from bot.teams_package import FILES, PackageError, PackageFields, build, check

APP_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


def unzip(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_package_holds_the_four_files_and_no_placeholder(tmp_path):
    contents = unzip(build(tmp_path / "referent.zip", PackageFields(app_id=APP_ID)))
    assert tuple(contents) == FILES
    assert b"${{" not in contents["manifest.json"]
    manifest = json.loads(contents["manifest.json"])
    assert manifest["bots"][0]["botId"] == APP_ID
    assert manifest["manifestVersion"] == "1.29"
    assert manifest["bots"][0]["scopes"] == ["personal", "team", "groupChat"]


def test_the_same_settings_give_the_same_bytes_and_app_id(tmp_path):
    one = build(tmp_path / "one.zip", PackageFields(app_id=APP_ID)).read_bytes()
    two = build(tmp_path / "two.zip", PackageFields(app_id=APP_ID)).read_bytes()
    assert one == two


def test_every_translatable_string_of_the_commands_is_danish_too(tmp_path):
    contents = unzip(build(tmp_path / "referent.zip", PackageFields()))
    manifest, danish = json.loads(contents["manifest.json"]), json.loads(contents["da.json"])
    wanted = {
        f"bots[0].commandLists[{i}].commands[{j}].{field}"
        for i, commands in enumerate(manifest["bots"][0]["commandLists"])
        for j, command in enumerate(commands["commands"])
        for field in ("title", "description", "prompt")
        if field in command
    }
    assert {key for key in danish if key.startswith("bots")} == wanted


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        (PackageFields(app_id="not-a-guid"), "GUID"),
        (PackageFields(website="http://kommune.example/"), "https"),
        (PackageFields(developer="x" * 33), "32"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, fields, word):
    with pytest.raises(PackageError, match=word):
        build(tmp_path / "referent.zip", fields)
    assert not (tmp_path / "referent.zip").exists()


def test_a_danish_string_that_points_at_nothing_is_refused(tmp_path):
    contents = unzip(build(tmp_path / "referent.zip", PackageFields()))
    danish = json.loads(contents["da.json"]) | {"bots[0].commandLists[7].commands[0].title": "Ingen steder"}
    with pytest.raises(PackageError, match=r"commandLists\[7\]"):
        check(contents | {"da.json": json.dumps(danish).encode()})

"""Files that the assistant gives where no Teams takes them: put into a folder of this machine, which is said."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from pathlib import Path

from bot.logs import cause, event
from cards import agendaphrases as ap
from cards.texts import texts
from dialogs.turn import GivenFile, Message
from store.records import Lang

_log = logging.getLogger(__name__)
_UNSAFE = re.compile(r"[^\w.\- ]+")
MOST_NAMES = 1000


class Papers:
    """A folder for files; made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def kept(self, message: Message, lang: Lang) -> Message:
        """The message with its file put into the folder, saying where; what was there before is never overwritten."""
        if message.file is None:
            return message
        t = texts(lang)
        try:
            told = t.say(ap.FILE_SAVED_AT, path=str(self._put(message.file)))
        except OSError as error:
            event(_log, logging.WARNING, "paper_not_saved", cause=cause(error))
            told = t.say(ap.FILE_NOT_SAVED)
        return replace(message, text=f"{message.text}\n{told}", file=None)

    def _put(self, file: GivenFile) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = _UNSAFE.sub("_", Path(file.name).name).strip(". ") or "file"
        stem, suffix = Path(name).stem, Path(name).suffix
        for number in range(MOST_NAMES):
            path = self._folder / (name if number == 0 else f"{stem}-{number + 1}{suffix}")
            if path.is_file() and path.read_bytes() == file.content:
                return path
            try:
                with path.open("xb") as out:
                    out.write(file.content)
            except FileExistsError:
                continue
            return path
        raise OSError("too many files of this name")

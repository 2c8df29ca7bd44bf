"""Imported by the process that answerers are forked from and by nothing else: loads what all of them would load."""

from __future__ import annotations

import gc

import bot.answerer  # noqa: F401  # what answerers run
from bot.rehearsal import load_words

load_words()
gc.collect()
gc.freeze()

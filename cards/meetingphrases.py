"""What people read about agendas and minutes of meetings, named, in English; the Danish is in da.meetingphrases.po."""

from __future__ import annotations

"""What people read about follow-ups and weekly digests, named, in English; the Danish is in da.followupphrases.po."""

from __future__ import annotations

"""Agenda items from a manager's draft to the meeting: records, states, rights, and their store."""

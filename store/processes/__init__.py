"""A second process that shares work, where the machine has a processor for it."""

from __future__ import annotations

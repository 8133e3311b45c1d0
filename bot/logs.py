"""Logs: one JSON object a line, with ids and kinds and never people's words."""

from __future__ import annotations

import logging
import sys

import structlog


def set_up_logs(level: int = logging.INFO) -> None:
    """Write our logs as JSON to standard error; of libraries only warnings, by name and without arguments."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_NamesOnly())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


class _NamesOnly(logging.Formatter):
    """A library's message may hold what a person wrote, so only where it came from is written."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the record as JSON without its message."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        return structlog.processors.JSONRenderer()(
            None,
            "",
            {"event": "library", "logger": record.name, "level": record.levelname.lower(), "error": kind},
        )  # type: ignore[return-value]

# A first image: the assistant and its data, as a person without rights, with one folder to keep.
FROM python:3.11-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /usr/local/bin/uv
WORKDIR /app
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --frozen --no-dev --no-install-project
COPY bot bot
COPY nlu nlu
COPY data data
RUN uv sync --frozen --no-dev --no-editable

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 alongside && install -d -o alongside /var/lib/alongside /var/lib/alongside-keys
WORKDIR /app
COPY --from=build /app /app
ENV PATH=/app/.venv/bin:$PATH \
    ALONGSIDE_DATA=/var/lib/alongside \
    ALONGSIDE_KEYS=/var/lib/alongside-keys \
    ALONGSIDE_WEB_HOST=0.0.0.0
USER alongside
VOLUME ["/var/lib/alongside", "/var/lib/alongside-keys"]
EXPOSE 8000
CMD ["alongside", "run"]

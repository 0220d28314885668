# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS assets
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY static ./static
RUN npm run build

FROM python:3.11-slim-bookworm AS packages
COPY requirements/base.txt /tmp/base.txt
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --require-hashes --no-deps --requirement /tmp/base.txt

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        fontconfig fonts-dejavu-core fonts-liberation libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/portal portal
ENV PATH="/opt/venv/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PORTAL_MODE=production \
    DATA_DIR=/var/lib/portal \
    XDG_CACHE_HOME=/tmp/cache
WORKDIR /opt/portal
COPY --from=packages /opt/venv /opt/venv
COPY manage.py ./
COPY deploy/healthcheck.py ./deploy/healthcheck.py
COPY portal ./portal
COPY reviews ./reviews
COPY findings ./findings
COPY actions ./actions
COPY reports ./reports
COPY templates ./templates
COPY static ./static
COPY --from=assets /src/static/build ./static/build
# Collecting the static files needs settings that can be read, but neither of the servers.
RUN SECRET_KEY=build ALLOWED_HOSTS=build DATABASE_URL=postgresql://build@build/build REDIS_URL=redis://build \
    DATA_DIR=/tmp/build python manage.py collectstatic --noinput --verbosity 0 \
    && rm -rf /tmp/build
USER portal
VOLUME /var/lib/portal
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "deploy/healthcheck.py", "8000"]
CMD ["gunicorn", "portal.wsgi:application", "--bind", "0.0.0.0:8000"]

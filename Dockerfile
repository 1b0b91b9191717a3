# SPDX-License-Identifier: EUPL-1.2
# One image for web and timetable; compose.yaml and docs/operating.md say how it is started.

# The pages' look: style sheet, fonts and scripts, from the locked packages of frontend/.
FROM node:22-slim AS look
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json frontend/
RUN cd frontend && npm ci --silent
COPY frontend frontend
COPY app/web app/web
RUN cd frontend && node build.mjs

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONPATH=/opt/datenspiegel PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /opt/datenspiegel

# Every package by its hash; the lock holds what running needs, PostgreSQL included.
COPY requirements-run.lock ./
RUN pip install --no-cache-dir --require-hashes --no-deps --requirement requirements-run.lock

COPY app app
COPY harvesters harvesters
COPY vocab vocab
COPY LICENSE config.toml pyproject.toml ./
COPY --from=look /build/app/web/static/build app/web/static/build
COPY packaging/datenspiegel /usr/local/bin/datenspiegel

# Nothing runs as root; the data folder is all that is written.
RUN chmod 755 /usr/local/bin/datenspiegel \
	&& python -m compileall -q app harvesters vocab \
	&& useradd --system --uid 10001 --home-dir /var/lib/datenspiegel --create-home datenspiegel \
	&& mkdir -p /etc/datenspiegel && cp config.toml /etc/datenspiegel/config.toml \
	&& ln -s /var/lib/datenspiegel /etc/datenspiegel/data
USER datenspiegel
WORKDIR /var/lib/datenspiegel
ENV DATENSPIEGEL_CONFIG=/etc/datenspiegel/config.toml
VOLUME /var/lib/datenspiegel

EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
	CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["datenspiegel"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]

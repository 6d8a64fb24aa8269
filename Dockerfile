FROM node:24-bookworm-slim

RUN useradd --system --user-group --create-home --home-dir /data chorus

WORKDIR /opt/chorus
COPY . .
RUN node scripts/run.mjs prepare && rm -rf /root/.npm /root/.local /root/.cache

ENV HOST=0.0.0.0 PORT=4000 CHORUS_DATA=/data
USER chorus
VOLUME /data
EXPOSE 4000
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "scripts/run.mjs", "start"]

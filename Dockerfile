# The bot in a container: docker build -t yuequn . ; compose.yaml runs it. scripts/try-container.ts performs these steps
# without an engine.
#
# Debian, glibc: Node's own builds and all native packages are made for it, and for 64-bit x86 and ARM. Alpine would do too
# for SQLite and the renderer of pictures, which have builds for musl, but is tried by nobody. Both stages must be the same.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Nothing of what is installed needs its scripts: the native packages bring what they need.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY launch.mjs tsconfig.json ./
COPY scripts scripts
COPY src src
COPY data data
COPY assets assets
RUN node scripts/build.mjs && node launch.mjs pictures
# What only building needs.
RUN rm -rf src scripts tsconfig.json node_modules/esbuild node_modules/@esbuild node_modules/.bin
RUN mkdir /data

FROM node:${NODE}
ENV NODE_ENV=production DATA_DIR=/data HEALTH_HOST=0.0.0.0 HEALTH_PORT=8080
WORKDIR /app
COPY --from=build /app ./
# The user "node" of the base image; a volume that is new takes this owner over.
COPY --from=build --chown=1000:1000 /data /data
USER 1000:1000
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.HEALTH_PORT || 8080) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and stops at SIGTERM within 5 s; it starts no processes that would have to be buried.
ENTRYPOINT ["node", "launch.mjs"]
CMD ["start"]

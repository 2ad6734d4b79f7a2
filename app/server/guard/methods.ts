import type { RequestHandler } from "express";
import { sendRefusal } from "../error-page.ts";

const ALLOWED = ["GET", "HEAD", "POST"];

/** Reading and posting forms is all a browser does here. */
export const allowMethods: RequestHandler = (req, res, next) => {
  // Remix would run every loader's and the action's path for HEAD on a data request.
  const dataHead = req.method === "HEAD" && req.path.endsWith(".data");
  if (ALLOWED.includes(req.method) && !dataHead) return next();
  res.setHeader("Allow", dataHead ? "GET, POST" : ALLOWED.join(", "));
  if (req.method === "OPTIONS") {
    res.status(204).end();
    return;
  }
  sendRefusal(req, res, {
    status: 405,
    title: "That is not something this address does",
    sentence: "Go back and try again from the page you came from.",
  });
};

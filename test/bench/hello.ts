import express from "express";

// The floor under pages kept in memory: what Express itself takes to answer anything at all.
const app = express();
app.disable("x-powered-by");
app.disable("etag");
app.get("/", (_req, res) => void res.type("text/plain").send("Hello World"));
const page = Buffer.alloc(16 * 1_024, "page ");
app.get("/page", (_req, res) => void res.type("text/html").send(page));
app.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));

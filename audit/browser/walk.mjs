// Walks through a built site in Chromium and prints what it meets there, as JSON.
//
//   node walk.mjs < {"site": FOLDER, "chromium": PROGRAM, "visits": [{"page", "mode", "axe"}],
//                    "queries": [WORD], "lines": NUMBER OF PAGES AT ONCE}
//
// The pages come from this machine under a strict Content-Security-Policy that is enforced; every
// request to another host is counted, and no other host is found. Each page is measured at a width
// of 320 px, and judged by axe where the visit says so. Before that the walk proves that it sees: Chinese characters are
// no boxes, and of the faults in faults.html none is missed. Requests are not stopped on their
// way: that would have the browser read every file anew for every page.

import { createServer } from "node:http";
import { readFileSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
  "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'",
].join("; ");
const KINDS = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png",
  ".xml": "application/xml", ".woff2": "font/woff2", ".ico": "image/x-icon",
};
const MODES = {
  "desktop light": { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  "desktop dark": { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  "phone light": { viewport: { width: 320, height: 640 }, colorScheme: "light", hasTouch: true },
  "phone dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark", hasTouch: true },
};

const order = JSON.parse(readFileSync(0, "utf8"));
const HERE = import.meta.dirname;
const GLYPHS = readFileSync(join(HERE, "../../tools/glyphs.js"), "utf8");
const FAULTS = [
  "WCAG color-contrast", "WCAG image-alt", "wider than 320 px", "script error", "console",
  "script of a text ran", "refused by the policy", "missing file", "request to another host",
];
let met = [];
const counts = { pages: 0, axe: 0, requests: 0, results: 0 };
const note = (page, what, text) => met.push({ page, what, text: String(text).slice(0, 300) });

const server = createServer((request, response) => {
  counts.requests += 1;
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  const folder = path.startsWith("/__faults.") ? HERE : order.site;
  const name = path.replace("/__", "/").replace(/\/$/, "/index.html");
  let file = normalize(join(folder, name));
  const there = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
  if (!there) note(path, "missing file", request.headers.referer ?? "");
  if (!there) file = join(order.site, "404.html");
  response.writeHead(there ? 200 : 404, {
    "content-type": KINDS[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
    "cache-control": "max-age=3600",
    "x-content-type-options": "nosniff",
  });
  response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: order.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});

async function context(mode) {
  const made = await browser.newContext({ ...MODES[mode], locale: "zh-CN", bypassCSP: false });
  made.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about|file):/.test(url)) {
      note("", "request to another host", url);
    }
  });
  await made.addInitScript(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  });
  return made;
}

function listen(page, name) {
  page.on("console", (said) => {
    if (said.type() === "error") note(name(), "console", said.text());
  });
  page.on("pageerror", (fault) => note(name(), "script error", fault));
  page.on("dialog", (dialog) => {
    note(name(), "script of a text ran", dialog.message());
    dialog.dismiss().catch(() => {});
  });
}

const wide = (page) => page.evaluate(() =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function byAxe(page, name, mode) {
  await page.evaluate(AXE);
  const found = await page.evaluate((values) =>
    axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] })
      .then((all) => all.violations.map((each) => ({
        id: each.id,
        at: each.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`),
      }))), TAGS);
  for (const each of found) note(name, `WCAG ${each.id} (${mode})`, `${each.at.length} × ${each.at[0]}`);
  counts.axe += 1;
}

async function judge(page, name, mode, axe) {
  if (axe) await byAxe(page, name, mode);
  const state = await page.evaluate(() => ({ ran: window.__ran ?? null, refused: window.refused }));
  if (state.ran !== null) note(name, "script of a text ran", state.ran);
  for (const each of state.refused ?? []) note(name, "refused by the policy", each);
  if (!mode.startsWith("phone")) await page.setViewportSize({ width: 320, height: 640 });
  const over = await wide(page);
  if (over > 1) note(name, "wider than 320 px", `${over} px`);
  if (!mode.startsWith("phone")) await page.setViewportSize(MODES[mode].viewport);
}

async function line(visits) {
  for (const mode of Object.keys(MODES)) {
    const own = visits.filter((each) => each.mode === mode);
    if (!own.length) continue;
    const opened = await context(mode);
    const page = await opened.newPage();
    let name = "";
    listen(page, () => name);
    for (const visit of own) {
      name = visit.page;
      try {
        await page.goto(`${origin}/${encodeURI(name)}`, { waitUntil: "load", timeout: 60000 });
        await judge(page, name, mode, visit.axe);
        counts.pages += 1;
      } catch (fault) {
        note(name, "not judged", fault);
      }
    }
    await opened.close();
  }
}

// Whether the walk sees what it is for; what it misses is left in `met`.
async function proof() {
  const opened = await context("desktop light");
  const page = await opened.newPage();
  listen(page, () => "faults.html");
  await page.goto(`${origin}/__faults.html`, { waitUntil: "load" });
  await judge(page, "faults.html", "desktop light", true);
  counts.axe = 0;
  const boxes = await page.evaluate(GLYPHS);
  await page.goto("data:text/html,<img src='http://elsewhere.invalid/x.png'>", { waitUntil: "load" });
  await opened.close();
  const missed = FAULTS.filter((fault) => !met.some(({ what }) => what.startsWith(fault)));
  met = [];
  if (boxes) note("", "it does not see", boxes);
  for (const fault of missed) note("", "it does not see", fault);
}

// What a reader types, over http and from a folder: answers have to come, and nothing may run.
async function search(start, query) {
  const opened = await context("desktop light");
  const page = await opened.newPage();
  const name = `${start.startsWith("file:") ? "file" : "http"} search ${query}`;
  listen(page, () => name);
  await page.goto(start, { waitUntil: "load" });
  await page.keyboard.press("/");
  await page.keyboard.insertText(query);
  await page.waitForTimeout(600);
  const seen = await page.evaluate(() => ({
    focused: document.activeElement?.tagName,
    links: document.querySelectorAll(".hb-search__list a").length,
    ran: window.__ran ?? null,
  }));
  if (seen.focused !== "INPUT") note(name, "search", `the cursor stands in ${seen.focused}`);
  if (!seen.links) note(name, "search", "no hits");
  if (seen.ran !== null) note(name, "script of a text ran", seen.ran);
  counts.results += seen.links;
  await opened.close();
}

try {
  await proof();
  if (met.length) order.visits = order.queries = [];
  const lines = Math.max(1, order.lines ?? 2);
  const parts = Array.from({ length: lines }, (_, part) =>
    order.visits.filter((_visit, place) => Math.floor(place / 4) % lines === part));
  await Promise.all(parts.map(line));
  for (const query of order.queries ?? []) {
    await search(`${origin}/index.html`, query);
    await search(pathToFileURL(join(order.site, "index.html")).href, query);
  }
} finally {
  await browser.close();
  server.close();
}
console.log(JSON.stringify({ met, counts }));

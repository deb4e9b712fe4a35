// Drives yaml-language-server as an editor does. Reads one JSON object from standard input:
//   {"documents": [{"uri", "text", "schema", "complete": [[line, character]], "hover": […]}]}
// (schema: the file's URI; lines and characters count from 0) and writes the same list with
// "diagnostics", "completions" (labels, a list a point) and "hovers" (texts).
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const rpc = require("vscode-jsonrpc/node");
const here = dirname(fileURLToPath(import.meta.url));
const server = join(here, "node_modules/yaml-language-server/bin/yaml-language-server");

const { documents } = JSON.parse(readFileSync(0, "utf8"));
const schemas = new Map(documents.map((each) => [each.uri, each.schema]));
const settings = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false, url: "" },
    schemas: {},
    yamlVersion: "1.2",
  },
  http: {},
  "[yaml]": { "editor.tabSize": 2, "editor.insertSpaces": true },
};

const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const client = rpc.createMessageConnection(
  new rpc.StreamMessageReader(child.stdout),
  new rpc.StreamMessageWriter(child.stdin),
);
const published = new Map();
const waiting = new Map();

client.onRequest("workspace/configuration", ({ items }) =>
  items.map(({ section }) => (section ? (settings[section] ?? null) : settings)),
);
client.onRequest("client/registerCapability", () => null);
client.onRequest("custom/schema/request", (uri) => schemas.get(String(uri)) ?? null);
client.onRequest("vscode/content", (uri) => readFileSync(new URL(uri), "utf8"));
client.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
  published.set(uri, diagnostics);
  waiting.get(uri)?.();
});
client.onUnhandledNotification(() => {});
client.listen();

await client.sendRequest("initialize", {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: null,
  capabilities: {
    workspace: { configuration: true, didChangeConfiguration: {} },
    textDocument: {
      completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] } },
      hover: { contentFormat: ["markdown", "plaintext"] },
      publishDiagnostics: {},
    },
  },
});
client.sendNotification("initialized", {});
client.sendNotification("workspace/didChangeConfiguration", { settings });
client.sendNotification("yaml/registerCustomSchemaRequest");

for (const each of documents) {
  const { uri } = each;
  const textDocument = { uri };
  const arrived = new Promise((resolve) => waiting.set(uri, resolve));
  client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "yaml", version: 1, text: each.text },
  });
  await Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  each.diagnostics = published.get(uri) ?? null;
  each.completions = [];
  for (const [line, character] of each.complete ?? []) {
    const position = { line, character };
    const answer = await client.sendRequest("textDocument/completion", { textDocument, position });
    each.completions.push((answer?.items ?? answer ?? []).map(({ label }) => label));
  }
  each.hovers = [];
  for (const [line, character] of each.hover ?? []) {
    const position = { line, character };
    const answer = await client.sendRequest("textDocument/hover", { textDocument, position });
    each.hovers.push(answer?.contents?.value ?? answer?.contents ?? "");
  }
  delete each.text;
}

process.stdout.write(JSON.stringify(documents), () => {
  child.kill();
  process.exit(0);
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import { findJava } from "../src/java";

const ORDERS = `import java.util.concurrent.CompletableFuture;

class Orders {
  void place(String order) {
    save(order);
  }

  CompletableFuture<Void> save(String order) {
    return CompletableFuture.runAsync(() -> System.out.println(order));
  }
}
`;

test("the bundled server answers the protocol of VS Code", { timeout: 60_000 }, async () => {
  const jar = path.resolve(__dirname, "..", "..", "server", "asynclint.jar");
  assert.ok(existsSync(jar), "run 'npm run server' first");
  const found = findJava("", process.env);
  assert.ok("java" in found, "no Java");
  const folder = mkdtempSync(path.join(tmpdir(), "asynclint-"));
  const file = path.join(folder, "Orders.java");
  writeFileSync(file, ORDERS);
  const manifest = JSON.parse(readFileSync(path.resolve(__dirname, "..", "..", "package.json"), "utf8"));
  const options = manifest.contributes.configuration.properties["asynclint.java.options"].default;
  const server = spawn(found.java, [...options, "-jar", jar, "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  try {
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published = new Promise<Diagnostic[]>((resolve) =>
      connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) =>
        resolve(params.diagnostics),
      ),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.listen();
    const uri = pathToFileURL(file).toString();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: "orders" }],
    });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "java", version: 1, text: ORDERS },
    });
    const [first, ...others] = await published;
    assert.equal(first?.code, "UnawaitedFuture");
    assert.equal(first.range.start.line, 4);
    assert.equal(others.length, 0);
    const page = await connection.sendRequest<{ markdown: string }>("asynclint/explain", { rule: "UnawaitedFuture" });
    assert.match(page.markdown, /^# UnawaitedFuture/);
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    assert.equal(await ended, 0);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { findJava } from "./java";

let client: LanguageClient | undefined;

/** Called by VS Code when the first Java file is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("asynclint.restart", async () => {
      await stop();
      await start(context);
    }),
    vscode.commands.registerCommand("asynclint.explainRule", explain),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("asynclint.java")) {
        await stop();
        await start(context);
      }
    }),
  );
  await start(context);
}

/** Called by VS Code at its end. */
export async function deactivate(): Promise<void> {
  await stop();
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const settings = vscode.workspace.getConfiguration("asynclint");
  const found = findJava(settings.get<string>("java.home", ""), process.env);
  if ("wrong" in found) {
    void vscode.window.showErrorMessage(found.wrong);
    return;
  }
  const server: ServerOptions = {
    command: found.java,
    args: [...settings.get<string[]>("java.options", []), "-jar", context.asAbsolutePath(path.join("server", "asynclint.jar")), "lsp"],
  };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "java", scheme: "file" }],
    initializationOptions: settings,
    synchronize: { configurationSection: "asynclint" },
  };
  client = new LanguageClient("asynclint", "asynclint", server, options);
  await client.start();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** Shows a rule's page, by default that of the finding under the cursor. */
async function explain(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const here = editor
    ? vscode.languages
        .getDiagnostics(editor.document.uri)
        .find((each) => each.source === "asynclint" && each.range.contains(editor.selection.active))
    : undefined;
  const code = here?.code;
  const suggested = typeof code === "object" ? String(code.value) : String(code ?? "");
  const rule = await vscode.window.showInputBox({ prompt: "Name of the rule", value: suggested });
  if (!rule || !client) {
    return;
  }
  try {
    const page = await client.sendRequest<{ markdown: string }>("asynclint/explain", { rule });
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: page.markdown });
    await vscode.commands.executeCommand("markdown.showPreview", document.uri);
  } catch (refused) {
    void vscode.window.showErrorMessage(refused instanceof Error ? refused.message : String(refused));
  }
}

// What a user does in VS Code: open a file, go to the finding, choose the quick fix, save. Called by run.sh.
const { existsSync, readFileSync } = require("node:fs");
const { setTimeout: pause } = require("node:timers/promises");
const { chromium } = require("playwright-core");

const [browserPath, address, shop] = process.argv.slice(2);
const file = `${shop}/storage/src/main/java/com/example/webshop/storage/ReceiptArchive.java`;

const say = (text) => console.log(`vscode: ${text}`);

async function until(what, condition) {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(250)) {
    if (await condition().catch(() => false)) {
      return;
    }
  }
  throw new Error(`waited in vain: ${what}`);
}

async function session(page) {
  await until("the server answers", async () => (await fetch(address)).ok);
  // The window opens with the file, as with `code FOLDER FILE`.
  const open = encodeURIComponent(JSON.stringify([["openFile", `vscode-remote://${new URL(address).host}${file}`]]));
  await page.goto(`${address}/?folder=${encodeURIComponent(shop)}&payload=${open}`, { timeout: 120_000 });
  const squiggles = page.locator(".squiggly-error, .squiggly-warning, .squiggly-info");
  await until("findings are underlined", async () => (await squiggles.count()) > 0);

  const marks = readFileSync(file, "utf8").match(/\/\/ expect: \w+/g).length;
  const problems = page.locator("[id='status.problems']");
  await until(`${marks} problems`, async () => /\b(\d+)\b/.exec(await problems.innerText())?.[1] === String(marks));
  say(`${marks} problems are shown, as many as there are marks`);

  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  const peek = page.locator(".marker-widget");
  await until("the finding is shown", async () => (await peek.innerText()).includes("NestedFuture"));
  say(`shown: ${(await peek.innerText()).split("\n").find((line) => line.includes("thenApply"))}`);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+.");
  const fix = page.locator(".action-widget .monaco-list-row.focused");
  await until("the quick fix is offered first", async () => (await fix.innerText()) === "Replace thenApply with thenCompose");
  await page.keyboard.press("Enter");
  await until("the finding is gone", async () => /\b(\d+)\b/.exec(await problems.innerText())?.[1] === String(marks - 1));
  await page.keyboard.press("Control+S");
  const wanted = readFileSync(file, "utf8").replace(/^(.*)thenApply(.*\/\/ expect: NestedFuture)/m, "$1thenCompose$2");
  await until("the file is saved with the fix", async () => readFileSync(file, "utf8") === wanted);
  say("the fix is in the file, and its finding is gone");
}

async function main() {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing`);
  }
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    await session(page);
  } catch (failure) {
    if (process.env.ASYNCLINT_SCREENSHOT) {
      await page.screenshot({ path: process.env.ASYNCLINT_SCREENSHOT });
    }
    throw failure;
  } finally {
    await browser.close();
  }
}

main().catch((failure) => {
  console.error(`vscode: ${failure.message}`);
  process.exitCode = 1;
});

import { spawnSync } from "node:child_process";
import * as path from "node:path";

/** The oldest Java that runs the server. */
export const OLDEST = 17;

/** Which Java runs the server? `java` is what to start; `wrong` says why there is none. */
export type Java = { readonly java: string } | { readonly wrong: string };

/** What `java -version` prints, or nothing where it cannot be started. */
export type Ask = (java: string) => string | undefined;

const ask: Ask = (java) => {
  const ran = spawnSync(java, ["-version"], { encoding: "utf8", timeout: 20_000 });
  return ran.error || ran.status !== 0 ? undefined : ran.stderr + ran.stdout;
};

/** The major version in the text of `java -version`: 17 of "17.0.9", 8 of "1.8.0_392". */
export function major(text: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(text);
  return found ? Number(found[1]) : undefined;
}

/**
 * Looks for Java: the home that the setting names and no other, else JAVA_HOME, else the path.
 *
 * @param home the setting asynclint.java.home, empty if it is not set
 */
export function findJava(home: string, env: NodeJS.ProcessEnv, asked: Ask = ask): Java {
  const bin = (of: string) => path.join(of, "bin", process.platform === "win32" ? "java.exe" : "java");
  const places = home
    ? [{ java: bin(home), name: `asynclint.java.home (${home})` }]
    : [
        ...(env.JAVA_HOME ? [{ java: bin(env.JAVA_HOME), name: `JAVA_HOME (${env.JAVA_HOME})` }] : []),
        { java: "java", name: "the path" },
      ];
  const tried: string[] = [];
  for (const { java, name } of places) {
    const text = asked(java);
    const version = text === undefined ? undefined : major(text);
    if (version !== undefined && version >= OLDEST) {
      return { java };
    }
    tried.push(version === undefined ? `no Java in ${name}` : `Java ${version} in ${name}`);
  }
  return { wrong: `asynclint needs Java ${OLDEST} or later, but found ${tried.join(", ")}. Set asynclint.java.home.` };
}

import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";
import { findJava, major } from "../src/java";

const version = (number: string) => `openjdk version "${number}" 2024-01-01`;
const home = (of: string) => path.join(of, "bin", process.platform === "win32" ? "java.exe" : "java");

test("reads versions old and new", () => {
  assert.equal(major(version("17.0.9")), 17);
  assert.equal(major(version("1.8.0_392")), 8);
  assert.equal(major(version("25")), 25);
  assert.equal(major("not java"), undefined);
});

test("the setting comes first, and nothing stands in for it", () => {
  const all = () => version("21.0.1");
  assert.deepEqual(findJava("/jdk", { JAVA_HOME: "/other" }, all), { java: home("/jdk") });
  const found = findJava("/jdk", {}, (java) => (java === "java" ? version("21") : undefined));
  assert.ok("wrong" in found && found.wrong.includes("/jdk"));
});

test("goes on to the path where JAVA_HOME is too old", () => {
  const found = findJava("", { JAVA_HOME: "/old" }, (java) => version(java === "java" ? "17.0.1" : "11.0.2"));
  assert.deepEqual(found, { java: "java" });
});

test("tells what was found where nothing will do", () => {
  const found = findJava("", { JAVA_HOME: "/old" }, (java) => (java === "java" ? undefined : version("11.0.2")));
  assert.ok("wrong" in found);
  assert.match(found.wrong, /Java 17 or later.*Java 11 in JAVA_HOME \(\/old\), no Java in the path/);
});

// Puts the server and the licence where the package takes them from.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const jar = at("../../../cli/target/asynclint.jar");
if (!existsSync(jar)) {
  console.error("asynclint.jar is not built: run 'mvn -q -DskipTests install' at the project's root first");
  process.exit(1);
}
mkdirSync(at("../server"), { recursive: true });
copyFileSync(jar, at("../server/asynclint.jar"));
copyFileSync(at("../../../../LICENSE"), at("../LICENSE"));

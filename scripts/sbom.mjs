/**
 * `npm run sbom`: writes dist/sbom.cdx.json, what a production install may consist of, as CycloneDX. Without the number and the
 * hour that npm adds, so that the same lock file gives the same bytes.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { name } = JSON.parse(readFileSync(here("../package.json"), "utf8"));

// Not with --omit=dev: npm 11 then leaves out, too, what is used by both, as zod is.
const told = execFileSync("npm", ["sbom", "--package-lock-only", "--sbom-format=cyclonedx"], {
  cwd: here("../"),
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024, // several hundred packages, described at length
  shell: process.platform === "win32",
});
const { serialNumber: _, metadata, components, dependencies, ...sbom } = JSON.parse(told);
const isTool = ({ properties }) => properties.some((one) => one.name === "cdx:npm:package:development");
const tools = new Set(components.filter(isTool).map((one) => one["bom-ref"]));
const kept = (ref) => !tools.has(ref);

const own = {
  ...sbom,
  // npm calls it by the folder it lies in.
  metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name } },
  components: components.filter((one) => kept(one["bom-ref"])),
  dependencies: dependencies
    .filter(({ ref }) => kept(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(kept) })),
};
mkdirSync(here("../dist"), { recursive: true });
writeFileSync(here("../dist/sbom.cdx.json"), `${JSON.stringify(own)}\n`);

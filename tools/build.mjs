import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const dist = join(root, "dist");

/** Kept outside dist, where it would be served and copied along with the product. */
const stamp = join(root, ".cache", "built-from");

/** All that a production build is made from. */
const sources = ["src", "assets", "tools", "package.json", "package-lock.json", "webpack.config.js"];

async function filesUnder(path) {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!found) return [path];
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Of contents, not of times: a clone or a checkout changes all times and no content. */
export async function fingerprint(base = root) {
  const lists = await Promise.all(sources.map((source) => filesUnder(join(base, source))));
  const hash = createHash("sha256");
  for (const file of lists.flat().sort()) {
    hash.update(relative(base, file).split(sep).join("/")).update("\0").update(await readFile(file));
  }
  return hash.digest("hex");
}

export async function upToDate() {
  const built = await readFile(stamp, "utf8").catch(() => "");
  return built !== "" && built === await fingerprint();
}

/** One line that counts up on a terminal; a line for each tenth elsewhere, so that a log stays short. */
function progress(out = process.stdout) {
  let shown = -1;
  return (share) => {
    const percent = Math.floor(share * 100);
    const step = out.isTTY ? percent : percent - (percent % 10);
    if (step <= shown) return;
    shown = step;
    out.write(out.isTTY ? `\rBuilding… ${step} %${step === 100 ? "\n" : ""}` : `Building… ${step} %\n`);
  };
}

async function compiler(mode) {
  const { default: webpack } = await import("webpack");
  const { default: config } = await import("../webpack.config.js");
  const made = webpack(config({}, { mode }));
  new webpack.ProgressPlugin(progress()).apply(made);
  return made;
}

const summary = (stats) => stats.toString({ preset: "errors-warnings", colors: process.stdout.isTTY });

export async function build(mode = "production") {
  const before = await fingerprint();
  await rm(stamp, { force: true });
  // Names of files change with their contents; the former ones would stay for ever.
  await rm(dist, { recursive: true, force: true });
  const made = await compiler(mode);
  const stats = await new Promise((resolve, reject) => {
    made.run((error, result) => made.close(() => (error ? reject(error) : resolve(result))));
  });
  if (stats.hasErrors()) throw new Error(summary(stats));
  if (mode === "production") await writeFile(stamp, before);
}

async function watch() {
  await rm(stamp, { force: true });
  const made = await compiler("development");
  made.watch({}, (error, stats) => console.log(error ?? (summary(stats) || "Built.")));
}

async function main() {
  if (process.argv.includes("--watch")) return watch();
  const started = Date.now();
  await build(process.argv.includes("--development") ? "development" : "production");
  console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

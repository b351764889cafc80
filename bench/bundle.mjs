import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const webpack = require("webpack");
const [, , cli] = require("../webpack.config.js")({}, { mode: "production" });

const here = fileURLToPath(new URL(".", import.meta.url));

/** One script a subject, the same for Node and Chromium, with the subject and its clock in the global `bench`. */
export async function bundled(names, folder) {
  const entry = Object.fromEntries(names.map((name) => [name, [
    `data:text/javascript,export { default as subject } from ${JSON.stringify(join(here, "subjects", `${name}.ts`))};`
      + `export { timed } from ${JSON.stringify(join(here, "timing.ts"))};`,
  ]]));
  const { cache, ...usual } = cli;
  const options = {
    ...usual,
    name: "bench",
    target: ["web", "es2022"],
    entry,
    output: { path: folder, filename: "[name].js", library: { name: "bench", type: "var" } },
  };
  await new Promise((resolve, reject) => {
    webpack({ ...options, cache: { ...cache, name: "bench" } }, (error, stats) =>
      error || stats.hasErrors() ? reject(error ?? new Error(stats.toString("errors-only"))) : resolve());
  });
  return Object.fromEntries(names.map((name) => [name, join(folder, `${name}.js`)]));
}

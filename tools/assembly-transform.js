const { createHash } = require("node:crypto");
const { spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const compiler = join(__dirname, "compile-assembly.mjs");
const cache = join(__dirname, "../.cache/assembly");

/** The compiler answers later and Jest does not wait, so it runs in a process of its own. */
function compiled(text) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`AssemblyScript does not compile:\n${stderr}`);
  return stdout;
}

/** Seconds the first time; several builds and tests in a row ask for the same. */
function compiledOnce(text) {
  const known = join(cache, createHash("sha256").update(readFileSync(compiler)).update(text).digest("hex"));
  if (existsSync(known)) return readFileSync(known, "utf8");
  const binary = compiled(text);
  const part = `${known}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  writeFileSync(part, binary);
  renameSync(part, known);
  return binary;
}

/** An AssemblyScript file imported as its WebAssembly in base64, by webpack (the function itself) and Jest (`process`). */
module.exports = (text) => `export default ${JSON.stringify(compiledOnce(text))};`;
module.exports.process = (text) => ({
  code: `module.exports = { __esModule: true, default: ${JSON.stringify(compiledOnce(text))} };`,
});

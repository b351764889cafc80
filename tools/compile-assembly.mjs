import asc from "assemblyscript/asc";
import { text } from "node:stream/consumers";

/** AssemblyScript from the standard input to WebAssembly, in base64 to the standard output. */
const source = await text(process.stdin);
let binary;
const options = "--outFile kernel.wasm -O3 --converge --runtime stub --noAssert --enable simd".split(" ");
const { error, stderr } = await asc.main(["source.ts", ...options], {
  readFile: (name) => (name === "source.ts" ? source : null),
  writeFile: (_, contents) => void (binary = contents),
  listFiles: () => [],
});
if (error) {
  process.stderr.write(stderr.toString());
  process.exit(1);
}
process.stdout.write(Buffer.from(binary).toString("base64"));

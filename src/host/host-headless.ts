import type { HeadlessOptions } from "./engine";
import { createHeadlessEngine } from "./engine-headless";
import { openHost, type Host } from "./host";
import { loadLibrary } from "./library-node";

/** For the command line and for tests: each host has its own workbook and its own library. */
export async function headlessHost(options: HeadlessOptions): Promise<Host> {
  return openHost({ engine: await createHeadlessEngine(options), library: loadLibrary() });
}

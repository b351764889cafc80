import type { PageOptions } from "./engine";
import { createPageEngine } from "./engine-page";
import { openHost, type Host } from "./host";
import { loadLibrary } from "./library-page";

/** For the workbook page: one host, whose `Excel` and `Office` are the page's own. */
export async function pageHost(options: PageOptions): Promise<Host> {
  const [engine, library] = await Promise.all([createPageEngine(options), loadLibrary()]);
  return openHost({ engine, library, theme: options.theme });
}

import { associations } from "./custom-functions";
import type { Library } from "./library";

/** Where the build puts Microsoft's file, so that nothing is asked of another server. */
const address = "library/excel.js";

/** The client library as the page's own globals: `Excel.run` works from the console too. */
export async function loadLibrary(): Promise<Library> {
  const globals = window as unknown as Library;
  Object.assign(globals, { CustomFunctions: globals.CustomFunctions ?? associations() });
  await loaded(address);
  return globals;
}

function loaded(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`The Excel client library did not load from ${source}.`));
    document.head.append(script);
  });
}

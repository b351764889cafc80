import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import { associations } from "./custom-functions";
import type { Library } from "./library";

const file = "@microsoft/office-js/dist/excel-web-16.00.js";

let script: Script | undefined;

/** The client library in a place of its own: two hosts in one process do not see one another. */
export function loadLibrary(): Library {
  script ??= compile();
  const context = createContext(surroundings());
  script.runInContext(context);
  return context as unknown as Library;
}

function compile(): Script {
  const path = createRequire(__filename).resolve(file);
  return new Script(readFileSync(path, "utf8"), { filename: path });
}

/** What the library looks at of a browser while it loads; with these classes `instanceof` holds outside. */
function surroundings(): object {
  const page = "https://localhost/";
  const globals: Record<string, unknown> = {
    location: { href: page, search: "", hash: "", protocol: "https:" },
    document: { URL: page, addEventListener: () => undefined },
    navigator: { userAgent: "Node" },
    addEventListener: () => undefined,
    CustomFunctions: associations(),
    Promise, Error, Date, performance, console, setTimeout, clearTimeout,
  };
  return Object.assign(globals, { window: globals, self: globals, top: globals });
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtFiles, hostingFrom } from "../../src/excel/built-files";
import type { Served } from "../../src/excel/manifest-document";
import { actionOf, buttons } from "../../src/excel/ribbon";
import { catalogue } from "../../src/functions";

export const built = builtFiles(hostingFrom({}));

const icons = join(__dirname, "../../assets");

interface Changes extends Partial<Served> {
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
}

/** The build as it would be served, from the sources, so that no test has to wait for a build. */
export function served(changes: Changes = {}): Served {
  const { files = {}, ...rest } = changes;
  return {
    file(path) {
      const text = files[path] ?? built[path];
      if (text !== undefined) return typeof text === "string" ? new TextEncoder().encode(text) : text;
      const icon = join(icons, path);
      return path.startsWith("icons/") && existsSync(icon) ? readFileSync(icon) : undefined;
    },
    associated: catalogue.map(({ name }) => name),
    actions: buttons.map(actionOf),
    locales: ["zh-CN"],
    ...rest,
  };
}

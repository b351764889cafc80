import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");

describe("npm run validate", () => {
  it("says what to do where nothing is built", () => {
    const folder = mkdtempSync(join(tmpdir(), "built-"));
    const { stderr, status } = spawnSync(process.execPath, ["tools/validate.js", folder], { cwd: root, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(stderr).toContain(`manifest.xml, manifest.dev.xml, functions.js, taskpane.html missing in ${folder}`);
    expect(stderr).toContain('run "npm run build" first');
    expect(status).toBe(1);
  });
});

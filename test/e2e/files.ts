import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";

/** A file as it is chosen in a browser. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const fileOf = (name: string, bytes: Uint8Array): GivenFile => ({ name, mimeType, buffer: Buffer.from(bytes) });

export const choose = (page: Page, file: GivenFile): Promise<void> => page.locator("#open-file").setInputFiles(file);

/** Saves as users do, and catches the file that the browser is handed. */
export async function save(page: Page): Promise<GivenFile> {
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const download = await downloading;
  return fileOf(download.suggestedFilename(), await buffer(await download.createReadStream()));
}

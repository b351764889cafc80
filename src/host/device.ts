import type { ChosenFile } from "../taskpane/surroundings";

/** Asks the user for a file of some kinds, such as ".csv,.xlsx"; undefined where the user thinks better of it. */
export async function pickFile(accept: string): Promise<ChosenFile | undefined> {
  const file = await fileFrom(accept);
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** In the document, as some browsers forget a picker that no page holds. */
function fileFrom(accept: string): Promise<File | undefined> {
  const picker = document.createElement("input");
  picker.type = "file";
  picker.accept = accept;
  picker.hidden = true;
  document.body.append(picker);
  return new Promise((resolve) => {
    const done = (): void => {
      picker.remove();
      resolve(picker.files?.[0]);
    };
    picker.addEventListener("change", done);
    picker.addEventListener("cancel", done);
    picker.click();
  });
}

/** The day by the clock and the calendar of this device, as 2026-11-25. */
export function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

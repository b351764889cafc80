import { sheetAndAddress } from "./sheet-names";

/** The same for two ways to write one address. */
export const addressKey = (reference: string, home = ""): string => {
  const { sheet = home, address } = sheetAndAddress(reference);
  return `${sheet}!${address.replaceAll("$", "")}`.toUpperCase();
};

/**
 * Where office.js comes from. Microsoft asks that add-ins load it from its own servers, never from a copy;
 * Office 365 operated by 21Vianet in China has servers of its own.
 */
export const officeLibraries = {
  microsoft: "https://officeapis.public.onecdn.static.microsoft/1/office.js",
  /** The address in use before, for networks that let no other through. */
  appsforoffice: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
} as const;

export type OfficeLibrary = keyof typeof officeLibraries;

/**
 * What the pane's page may load. Styles may stand inline because office.js and Fluent UI write theirs while
 * they run; WebAssembly may be compiled, because our own script brings it along, and text may not.
 * Nothing may be sent elsewhere, which also stops the telemetry of office.js.
 */
export function contentPolicy(library: OfficeLibrary): string {
  const { origin } = new URL(officeLibraries[library]);
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${origin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    `frame-src 'self' ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

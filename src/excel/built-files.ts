import { catalogue } from "../functions";
import type { Language } from "../refusal";
import { development, localAddress, published } from "./edition";
import { chineseLocale, manifest } from "./manifest";
import { functionsFile } from "./metadata";
import { contentPolicy, officeLibraries, type OfficeLibrary } from "./office-library";

/** What a build is told from outside. */
export interface Hosting {
  /** Where the built files will be served, without a slash at the end. */
  readonly address: string;
  readonly library: OfficeLibrary;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads `ADDIN_ADDRESS` and `OFFICE_LIBRARY`; what is wrong is told before anything is built. */
export const hostingFrom = ({ ADDIN_ADDRESS, OFFICE_LIBRARY }: Environment): Hosting => ({
  address: addressFrom(ADDIN_ADDRESS || localAddress),
  library: libraryFrom(OFFICE_LIBRARY || "microsoft"),
});

function libraryFrom(given: string): OfficeLibrary {
  if (Object.hasOwn(officeLibraries, given)) return given as OfficeLibrary;
  const known = Object.keys(officeLibraries).join(", ");
  throw new Error(`OFFICE_LIBRARY is "${given}". It has to be one of ${known}.`);
}

function addressFrom(given: string): string {
  const address = URL.canParse(given) ? new URL(given) : undefined;
  if (address?.protocol !== "https:" || address.search || address.hash) {
    const example = "https://policy.example.org";
    throw new Error(`ADDIN_ADDRESS is "${given}". Excel loads add-ins over https only, for example from ${example}.`);
  }
  return address.href.replace(/\/+$/, "");
}

/** The files that Excel reads besides the scripts, by their path in the build. */
export function builtFiles({ address }: Hosting): Readonly<Record<string, string>> {
  return {
    "manifest.xml": manifest(published, address),
    "manifest.dev.xml": manifest(development, address),
    "functions.json": metadata("en"),
    [`functions.${chineseLocale}.json`]: metadata("zh"),
  };
}

const metadata = (language: Language): string =>
  `${JSON.stringify(functionsFile(catalogue, language), undefined, 2)}\n`;

/** What the template of the pane's page leaves open. */
export const pageParameters = ({ library }: Hosting) => ({
  officeLibrary: officeLibraries[library],
  contentPolicy: contentPolicy(library),
});

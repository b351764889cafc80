import { childElements, kindOf, qualifiedName, unless, type Element } from "./manifest-document";

/**
 * Which elements stand in which, in the order that Office demands: ? may be missing, + may be repeated,
 * * may be both, and | separates those that may be mixed. An element whose content depends on its xsi:type
 * is listed with it. From Microsoft's "How to find the proper order of manifest elements" and the schemas
 * of [MS-OWEMXML]; what this add-in has no use for is left out and so counts as a fault.
 */
const contents: Readonly<Record<string, string>> = {
  "OfficeApp TaskPaneApp":
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl? HighResolutionIconUrl? "
    + "SupportUrl? AppDomains? Hosts Requirements? DefaultSettings Permissions VersionOverrides? ExtendedOverrides?",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain+",
  Requirements: "Sets? Methods?",
  Sets: "Set+",
  DefaultSettings: "SourceLocation",
  SourceLocation: "Override*",
  Hosts: "Host+",
  "VersionOverrides VersionOverridesV1_0":
    "Description? Requirements? Hosts Resources WebApplicationInfo? EquivalentAddins?",
  "Host Workbook": "Runtimes? AllFormFactors? DesktopFormFactor?",
  Runtimes: "Runtime",
  AllFormFactors: "ExtensionPoint",
  "ExtensionPoint CustomFunctions": "Script Page Metadata Namespace",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  DesktopFormFactor: "GetStarted? FunctionFile? ExtensionPoint+",
  GetStarted: "Title Description LearnMoreUrl",
  "ExtensionPoint PrimaryCommandSurface": "OfficeTab* CustomTab?",
  OfficeTab: "Group+",
  CustomTab: "Group|OfficeGroup+ Label",
  Group: "OverriddenByRibbonApi? Label Icon Control+",
  "Control Button": "OverriddenByRibbonApi? Label Supertip Icon Action Enabled?",
  Supertip: "Title Description",
  Icon: "bt:Image+",
  "Action ExecuteFunction": "FunctionName",
  "Action ShowTaskpane": "TaskpaneId? SourceLocation Title?",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

interface Place {
  readonly names: readonly string[];
  readonly required: boolean;
  readonly repeated: boolean;
}

const placesOf = (content: string): readonly Place[] =>
  content.split(/\s+/).filter(Boolean).map((place) => ({
    names: place.replace(/[?+*]$/, "").split("|"),
    required: !/[?*]$/.test(place),
    repeated: /[+*]$/.test(place),
  }));

/** Elements out of place, out of order, missing, or there too often. */
export function orderFaults(element: Element): string[] {
  const kind = kindOf(element);
  const places = placesOf(contents[kind] ?? contents[qualifiedName(element)] ?? "");
  const children = childElements(element);
  return [
    ...misplaced(kind, places, children),
    ...places.flatMap((place) => miscounted(kind, place, children)),
    ...children.flatMap(orderFaults),
  ];
}

function misplaced(kind: string, places: readonly Place[], children: readonly Element[]): string[] {
  let reached = 0;
  return children.flatMap((child) => {
    const name = qualifiedName(child);
    const place = places.findIndex(({ names }) => names.includes(name));
    if (place < 0) return [`<${name}> has no place in ${kind}`];
    if (place < reached) return [`<${name}> must come before ${written(places[reached]!)} in ${kind}`];
    reached = place;
    return [];
  });
}

function miscounted(kind: string, place: Place, children: readonly Element[]): string[] {
  const count = children.filter((child) => place.names.includes(qualifiedName(child))).length;
  if (count === 0) return unless(!place.required, `${kind} lacks ${written(place)}`);
  return unless(count === 1 || place.repeated, `${kind} has ${written(place)} ${count} times`);
}

const written = ({ names }: Place): string => names.map((name) => `<${name}>`).join(" or ");

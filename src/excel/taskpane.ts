import { languageOf } from "./display-language";
import { editionOf } from "./edition";
import { excelSurroundings } from "./excel-surroundings";
import { showNotice } from "./notice";
import { associateRibbon } from "./ribbon-commands";

/** Office itself gives up on an add-in sooner or later; the reader should know before that. */
const patience = 15_000;

const place = document.getElementById("pane")!;
const notice = (kind: Parameters<typeof showNotice>[1], host?: string): void =>
  showNotice(place, kind, languageOf(navigator.language), host);

if (typeof Office === "undefined") notice("unreachable", libraryHost());
else void open();

async function open(): Promise<void> {
  const onOpenView = associateRibbon(Office);
  const late = setTimeout(() => notice("silent"), patience);
  const { host } = await Office.onReady();
  clearTimeout(late);
  if (host !== Office.HostType.Excel) return notice("outside");
  const { mountPane } = await import("../taskpane");
  place.replaceChildren();
  mountPane(place, excelSurroundings(editionOf(location.search), onOpenView));
}

function libraryHost(): string {
  const library = document.querySelector<HTMLScriptElement>("script[src$='/office.js']");
  return library ? new URL(library.src).host : "";
}

import type { Engine } from "../host/engine";
import type { Language, Texts } from "../refusal";
import type { WorkbookContent } from "../xlsx/content";
import { fileTooLarge } from "../xlsx/failures";
import { MAX_FILE_BYTES } from "../xlsx/limits";
import type { WorkbookFile } from "../xlsx/read-workbook";
import { claim, claimedIds, claimNew, type Claim } from "./claim";
import type { DraftTitle, Drafts } from "./drafts";
import { endingOf, fileName } from "./file-name";
import { formerDraft, type TabMemory } from "./former-draft";
import { Keeper, type Keeping } from "./keeper";
import { failure, inform, warn, type Notice } from "./notice";
import { Watchable } from "./watched";
import { alsoOpen, elsewhere, newName, notOpened, notRestored, notSaved, openedWith, ownWorkbook } from "./session-texts";

export interface SessionState {
  /** With its ending: what Save writes. */
  readonly name: string;
  /** There is work that no file holds. */
  readonly unsaved: boolean;
  readonly keeping: Keeping;
  readonly busy: boolean;
  readonly notice?: Notice;
}

export interface FileFormat {
  /** Throws, with texts for the user, what cannot be opened. */
  read(bytes: Uint8Array): Promise<Pick<WorkbookFile, "content" | "warnings" | "macros">>;
  /** `original` is the file that the content came from: parts that only it holds are taken over. */
  write(content: WorkbookContent, original?: Uint8Array): Promise<Uint8Array>;
}

/** What the session works with; only the page knows. */
export interface Desk {
  readonly engine: Pick<Engine, "content" | "open" | "calculated" | "onChange">;
  readonly drafts: Drafts;
  readonly format: FileFormat;
  readonly memory: TabMemory;
  readonly emptyWorkbook: WorkbookContent;
  language(): Language;
  /** Hands a file to the user. */
  download(bytes: Uint8Array, name: string): void;
}

/** A file as browsers hand it over. */
export type ChosenFile = Pick<File, "name" | "size" | "arrayBuffer">;

/** A draft that is not this tab's, and whether another tab has it open. */
export interface Earlier extends DraftTitle {
  readonly open: boolean;
}

interface Loaded {
  readonly name: string;
  readonly content: WorkbookContent;
  readonly original?: Uint8Array;
  readonly unsaved?: boolean;
  readonly warnings?: readonly Texts[];
  /** Of the draft that it comes from; what comes from elsewhere gets a draft of its own. */
  readonly claimed?: Claim;
}

/** How many workbooks stay at hand that a file holds too; others stay until the user removes them. */
const savedKept = 10;

/** What two states of a workbook are compared by: all but results, which follow from the rest. */
const inputsOf = (content: WorkbookContent): string =>
  JSON.stringify(content, (_key, part: unknown) =>
    typeof part === "object" && part !== null && "formula" in part ? { ...part, value: undefined } : part);

/** The workbook of one tab: its name, its file, and the draft that the browser keeps of it. */
export class Session extends Watchable<SessionState> {
  private readonly keeper = new Keeper(() => this.keep(), (keeping) => this.update({ keeping }));
  private claimed: Claim | undefined;
  private original: Uint8Array | undefined;
  /** The inputs that the file holds. */
  private inFile = "";
  private lastKept = "";
  private moving = false;

  constructor(private readonly desk: Desk) {
    super({ name: newName[desk.language()], unsaved: false, keeping: "kept", busy: false });
  }

  /** Exact at this moment, where the state may lag behind a change. */
  get isUnsaved(): boolean {
    return inputsOf(this.desk.engine.content()) !== this.inFile;
  }

  async begin(): Promise<void> {
    try {
      await this.resume();
    } catch (error) {
      this.update({ notice: failure(notRestored, error) });
    }
    if (!this.claimed) await this.beginAfresh();
    this.desk.engine.onChange(() => this.changed());
  }

  startNew(): Promise<boolean> {
    const name = newName[this.desk.language()];
    return this.replace(() => Promise.resolve({ name, content: this.desk.emptyWorkbook }));
  }

  openFile(file: ChosenFile): Promise<boolean> {
    return this.replace(async () => {
      if (file.size > MAX_FILE_BYTES) throw fileTooLarge(MAX_FILE_BYTES);
      const original = new Uint8Array(await file.arrayBuffer());
      const { content, warnings, macros } = await this.desk.format.read(original);
      const name = fileName(file.name, macros ? ".xlsm" : ".xlsx") ?? newName[this.desk.language()];
      return { name, content, original, warnings };
    });
  }

  /** Opens what the browser kept of an earlier workbook. */
  recover(id: string): Promise<boolean> {
    return this.replace(async () => {
      const claimed = await claim(id);
      const draft = claimed && await this.desk.drafts.read(id);
      if (draft) return { ...draft, claimed };
      claimed?.release();
      throw elsewhere();
    });
  }

  /** False when it was not saved. */
  save(): Promise<boolean> {
    return this.working(notSaved, async () => {
      await this.desk.engine.calculated();
      const content = this.desk.engine.content();
      this.desk.download(await this.desk.format.write(content, this.original), this.state.name);
      this.inFile = inputsOf(content);
      this.changed();
      await this.keeper.flush();
    });
  }

  /** A wish that leaves nothing of a name leaves the former one. */
  rename(wish: string): void {
    const name = fileName(wish, endingOf(this.state.name));
    if (!name || name === this.state.name) return;
    this.update({ name });
    this.changed();
  }

  /** Keeps at once what is waiting to be kept. */
  flush(): Promise<void> {
    return this.keeper.flush();
  }

  tell(notice: Notice): void {
    this.update({ notice });
  }

  dismiss(): void {
    this.update({ notice: undefined });
  }

  async earlier(): Promise<Earlier[]> {
    const [titles, claimed] = await Promise.all([this.desk.drafts.titles(), claimedIds()]);
    const others = titles.filter(({ id }) => id !== this.claimed?.id);
    return others.map((title) => ({ ...title, open: claimed.has(title.id) }));
  }

  forget(id: string): Promise<void> {
    return this.desk.drafts.forget([id]);
  }

  private async resume(): Promise<void> {
    const { drafts, memory } = this.desk;
    const found = await formerDraft(drafts, memory).catch(() => this.update({ keeping: "denied" }));
    if (found?.draft) await this.move({ ...found.draft, claimed: found.claimed });
    else found?.claimed?.release();
    if (found?.elsewhere) this.update({ notice: inform(alsoOpen(found.elsewhere), ownWorkbook) });
  }

  private async beginAfresh(): Promise<void> {
    this.adopt(await claimNew());
    this.inFile = inputsOf(this.desk.engine.content());
  }

  /** What is open stays as it is until the other workbook has been read, and for good if it cannot be. */
  private replace(load: () => Promise<Loaded>): Promise<boolean> {
    return this.working(notOpened, async () => {
      const next = await load();
      await this.keeper.flush();
      await this.move(next);
      if (next.original) this.changed();
      if (next.warnings?.length) this.tell(warn(openedWith, ...next.warnings));
      // Failing to tidy up takes nothing from anybody.
      await this.tidy().catch(() => undefined);
    });
  }

  private async working(failed: Texts, work: () => Promise<void>): Promise<boolean> {
    if (this.state.busy) return false;
    this.update({ busy: true, notice: undefined });
    try {
      await work();
      return true;
    } catch (error) {
      this.update({ notice: failure(failed, error) });
      return false;
    } finally {
      this.update({ busy: false });
    }
  }

  private async move({ content, name, original, unsaved = false, claimed }: Loaded): Promise<void> {
    const next = claimed ?? await claimNew();
    this.moving = true;
    try {
      await this.desk.engine.open(content);
      await this.desk.engine.calculated();
    } catch (error) {
      next.release();
      throw error;
    } finally {
      this.moving = false;
    }
    this.adopt(next);
    this.original = original;
    this.inFile = unsaved ? "" : inputsOf(this.desk.engine.content());
    this.update({ name, unsaved });
  }

  private adopt(claimed: Claim): void {
    this.claimed?.release();
    this.claimed = claimed;
    this.lastKept = "";
    this.desk.memory.write(claimed.id);
  }

  /** While another workbook is being opened, what is on the sheets belongs to no draft yet. */
  private changed(): void {
    if (!this.moving) this.keeper.changed();
  }

  private async keep(): Promise<void> {
    if (!this.claimed) return;
    const content = this.desk.engine.content();
    const inputs = inputsOf(content);
    const unsaved = inputs !== this.inFile;
    this.update({ unsaved });
    const { name } = this.state;
    const kept = `${name}\n${unsaved}\n${inputs}`;
    if (kept === this.lastKept) return;
    const { original } = this;
    await this.desk.drafts.keep({ id: this.claimed.id, name, unsaved, keptAt: Date.now(), content, original });
    this.lastKept = kept;
  }

  private async tidy(): Promise<void> {
    const saved = (await this.earlier()).filter(({ unsaved, open }) => !unsaved && !open);
    await this.desk.drafts.forget(saved.slice(savedKept).map(({ id }) => id));
  }

  private update(change: Partial<SessionState>): void {
    this.set({ ...this.state, ...change });
  }
}

import type { Batch, BatchAnswer } from "./protocol";

/** The globals that Microsoft's client library defines: the page's window, or a context of Node's `vm`. */
export interface Library {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  CustomFunctions: typeof CustomFunctions;
}

/** Parts of the library that Microsoft does not document; the contract test fails first when they change. */
interface Internals {
  readonly SessionBase: { readonly prototype: object; _overrideSession: unknown };
  readonly EventRegistration: new (register: Registering, unregister: Registering) => LegacyEvents;
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
  readonly _testTriggerRichApiMessageEvent: (message: { entries: readonly object[] }) => void;
}

type Registering = () => Promise<void>;

interface LegacyEvents {
  callHandlers(event: number, target: string, argument: unknown): void;
}

export const internals = (library: Library): Internals => library.OfficeExtension as unknown as Internals;

/** Numbers of the library's own, from its event definitions. */
const modernEvents = 65536;
const documentSelectionChanged = 2;

export interface Wiring {
  execute(batch: Batch): Promise<BatchAnswer>;
  /** All that is done inside becomes one step for undo. */
  undoGroup<T>(work: () => Promise<T>): Promise<T>;
}

/** What the host tells the library's event handlers. */
export interface Announcer {
  /** An event that knows its target, by Microsoft's number of its type. */
  announce(type: number, target: string, detail: object): void;
  selectionChanged(): void;
}

/** From here on every `Excel.run` of this library is answered by the host. */
export function connect(library: Library, wiring: Wiring): Announcer {
  const inside = internals(library);
  const settled = (): Promise<void> => Promise.resolve();
  const legacy = new inside.EventRegistration(settled, settled);
  const grouping = groupedRuns(library, wiring);
  inside._testSetRichApiMessageReadyImpl(settled);
  inside.SessionBase._overrideSession = Object.assign(Object.create(inside.SessionBase.prototype) as object, {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_data: unknown, _flags: number, { Body }: { Body: Batch }) => grouping(asSent(Body)),
    }),
    getEventRegistration: () => legacy,
  });
  return {
    announce: (messageType, targetId, detail) => inside._testTriggerRichApiMessageEvent({
      entries: [{ messageCategory: modernEvents, messageType, targetId, message: JSON.stringify(detail) }],
    }),
    selectionChanged: () => legacy.callHandlers(documentSelectionChanged, "", {}),
  };
}

/** As it would arrive in Excel: a copy, in which NaN has become null and a date its text. */
const asSent = (batch: Batch): Batch => JSON.parse(JSON.stringify(batch)) as Batch;

/**
 * One step for undo per `sync`, or per `Excel.run` that asks for it: this library
 * does not send `mergeUndoGroup`, so the host has to hear it here.
 */
function groupedRuns(library: Library, { execute, undoGroup }: Wiring): (batch: Batch) => Promise<object> {
  let open = 0;
  const run = library.Excel.run as (...given: unknown[]) => Promise<unknown>;
  const grouped = async (...given: unknown[]): Promise<unknown> => {
    open++;
    // As in Excel, a run that fails keeps what it had done: the group must not hear of it.
    const ended = await undoGroup(() => Promise.allSettled([run(...given)])).finally(() => open--);
    if (ended[0].status === "rejected") throw ended[0].reason;
    return ended[0].value;
  };
  const either: typeof run = (...given) => (merges(given[0]) ? grouped : run)(...given);
  library.Excel.run = either as typeof Excel.run;
  return async (batch) => {
    const body = await (open > 0 ? execute(batch) : undoGroup(() => execute(batch)));
    return { HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {}, Body: body };
  };
}

const merges = (options: unknown): boolean =>
  (options as { mergeUndoGroup?: unknown } | null | undefined)?.mergeUndoGroup === true;

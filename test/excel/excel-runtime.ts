import type { CustomFunctionsRuntime } from "../../src/excel/register";
import { loadLibrary } from "../../src/host/library-node";

/** A result as Excel's library sends it back: a value, or the number and text of an error. */
export type Sent = { readonly value: unknown } | { readonly error: unknown; readonly message: unknown };

interface HostBridge {
  sendMessageToHost(message: string): void;
  onMessageFromHost?(message: string): void;
}

const invocation = { category: 1, type: 1000 };
const errorsAllowed = 4;

/** Excel's side of the bridge to Microsoft's library: it invokes what was registered and collects the results. */
export function excelRuntime() {
  const library = loadLibrary();
  const results = new Map<number, Sent>();
  let calls = 0;
  const bridge: HostBridge = { sendMessageToHost: (message) => answer(JSON.parse(message), bridge, results) };
  const { HostBridge } = library.OfficeExtension as unknown as { HostBridge: { init(bridge: HostBridge): void } };
  HostBridge.init(bridge);
  return {
    customFunctions: library.CustomFunctions as unknown as CustomFunctionsRuntime,
    async invoke(id: string, ...args: unknown[]): Promise<Sent> {
      const call = ++calls;
      const message = JSON.stringify([call, id, args.map(wired), null, errorsAllowed]);
      const entries = [{ messageCategory: invocation.category, messageType: invocation.type, message }];
      bridge.onMessageFromHost!(JSON.stringify({ type: 3, message: { entries } }));
      while (!results.has(call)) await new Promise((later) => setTimeout(later, 10));
      return results.get(call)!;
    },
  };
}

/** Errors in cells, as Excel passes them when the metadata allow it. */
export const cellError = (code: string): object => ({ type: "CustomFunctionError", code });

const wired = (argument: unknown): unknown => argument ?? null;

interface Request {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: { readonly Actions: readonly Action[] } };
}

interface Action {
  readonly Id: number;
  readonly Name: string;
  readonly ArgumentInfo?: { readonly Arguments: readonly [unknown[][]] };
}

function answer({ id, type, message }: Request, bridge: HostBridge, results: Map<number, Sent>): void {
  const sent = message.body.Actions.find(({ Name }) => Name === "SetInvocationArrayResults");
  for (const [call, succeeded, first, second] of sent?.ArgumentInfo?.Arguments[0] ?? []) {
    results.set(call as number, succeeded ? { value: first } : { error: second, message: first });
  }
  const body = JSON.stringify({ Results: message.body.Actions.map(({ Id }) => ({ ActionId: Id, Value: null })) });
  bridge.onMessageFromHost!(JSON.stringify({ id, type, message: { statusCode: 200, headers: {}, body } }));
}

import type { Stop, Surroundings, View } from "../taskpane/surroundings";
import { actionOf, buttons } from "./ribbon";

type OpenViewListener = Parameters<Surroundings["onOpenView"]>[0];

/**
 * Associates the ribbon's buttons with their views. In the shared runtime the page may be running long
 * before its pane stands, so a view that was asked for waits for the pane.
 */
export function associateRibbon(office: typeof Office): Surroundings["onOpenView"] {
  let waiting: View | undefined;
  const listeners = new Set<OpenViewListener>();
  const open = (view: View): void => {
    if (listeners.size === 0) waiting = view;
    for (const listener of listeners) listener(view);
  };
  const show = oneAtATime(() => office.addin.showAsTaskpane());
  for (const button of buttons) {
    office.actions.associate(actionOf(button), async (event: Office.AddinCommands.Event) => {
      open(button.view);
      await show().finally(() => event.completed());
    });
  }
  return (listener): Stop => {
    listeners.add(listener);
    if (waiting) listener(waiting);
    waiting = undefined;
    return () => listeners.delete(listener);
  };
}

/** Excel on the web stops answering a button that shows the pane again while it is still being shown. */
function oneAtATime(deed: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= deed().finally(() => (running = undefined)));
}

import { useEffect } from "react";

const isMac = /mac/i.test(navigator.platform);

/** As it is printed on the keyboard. */
export const shortcutName = (letter: string): string => (isMac ? `⌘${letter}` : `Ctrl+${letter}`);

/** Letters pressed with Ctrl, or with ⌘ on a Mac, wherever the keyboard is on the page. */
export function useShortcuts(deeds: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isCommand = isMac ? event.metaKey : event.ctrlKey;
      const deed = deeds[event.key.toUpperCase()];
      if (!deed || !isCommand || event.altKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      deed();
    };
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  });
}

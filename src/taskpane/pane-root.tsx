import { FluentProvider } from "@fluentui/react-components";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { Texts } from "../refusal";
import "./pane.css";
import { PaneContext, type Pane } from "./pane-context";
import { Shell } from "./shell";
import type { Surroundings } from "./surroundings";
import { themes } from "./theme";

export function PaneRoot({ surroundings }: { readonly surroundings: Surroundings }) {
  const language = useSyncExternalStore(
    useCallback((listener) => surroundings.onLanguageChange(listener), [surroundings]),
    () => surroundings.language(),
  );
  const theme = useSyncExternalStore(
    useCallback((listener) => surroundings.onThemeChange(listener), [surroundings]),
    () => surroundings.theme(),
  );
  const [status, setStatus] = useState<Texts>();
  const pane = useMemo<Pane>(
    () => ({ surroundings, language, say: (texts) => texts[language], announce: setStatus }),
    [surroundings, language],
  );
  return (
    <FluentProvider theme={themes[theme]} style={{ height: "100%" }}>
      <div className="pane" lang={language === "zh" ? "zh-CN" : "en"}>
        <PaneContext.Provider value={pane}>
          <Shell status={status} />
        </PaneContext.Provider>
      </div>
    </FluentProvider>
  );
}

import { BoardRegular } from "@fluentui/react-icons/svg/board";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { ShareRegular } from "@fluentui/react-icons/svg/share";
import { TableSimpleRegular } from "@fluentui/react-icons/svg/table-simple";
import { lazy, Suspense, useCallback, useEffect, useId, useState, type KeyboardEvent } from "react";
import type { Texts } from "../refusal";
import { Header } from "./header";
import { usePane } from "./pane-context";
import { Contained } from "./parts/failure";
import { tabId, Tabs } from "./parts/tabs";
import { Waiting } from "./parts/waiting";
import { StatusLine } from "./status-line";
import type { View } from "./surroundings";
import type { FramePage } from "./view";

const tabs = ["functions", "data", "model", "share"] as const;
type TabName = (typeof tabs)[number];

const names: Readonly<Record<TabName, Texts>> = {
  functions: { en: "Functions", zh: "函数" },
  data: { en: "Data", zh: "数据" },
  model: { en: "Model", zh: "模型" },
  share: { en: "Share", zh: "共享" },
};

const icons = {
  functions: <MathFormulaRegular />,
  data: <TableSimpleRegular />,
  model: <BoardRegular />,
  share: <ShareRegular />,
};

/** On which tab a view stands, and which part of it is meant. */
const standing: Readonly<Record<Exclude<View, "help">, { readonly tab: TabName; readonly part?: string }>> = {
  functions: { tab: "functions" },
  data: { tab: "data" },
  templates: { tab: "model", part: "templates" },
  scenarios: { tab: "model", part: "scenarios" },
  simulate: { tab: "model", part: "simulate" },
  check: { tab: "share", part: "check" },
  passport: { tab: "share", part: "passport" },
  portable: { tab: "share", part: "send" },
};

/** Made anew after a failure: a lazy view remembers that it could not be loaded. */
const loadViews = () => ({
  functions: lazy(() => import("./functions/functions-view")),
  data: lazy(() => import("./data/data-view")),
  model: lazy(() => import("./model/model-view")),
  share: lazy(() => import("./share/share-view")),
  help: lazy(() => import("./help")),
  welcome: lazy(() => import("./welcome")),
});

/** For the few workbooks that need it; without it the pane is as good. */
const UnfinishedRun = lazy(() => import("./unfinished-run").catch(() => ({ default: () => null })));

const welcomed = "welcomed";

interface Asked {
  readonly count: number;
  readonly part?: string;
}

const none: Asked = { count: 0 };

export function Shell({ status }: { readonly status: Texts | undefined }) {
  const { surroundings, say } = usePane();
  const id = useId();
  const [views, setViews] = useState(loadViews);
  const [tab, setTab] = useState<TabName>("functions");
  const [opened, setOpened] = useState<readonly TabName[]>(["functions"]);
  const [page, setPage] = useState<FramePage | undefined>(() =>
    surroundings.settings.read(welcomed) === null ? "tour" : undefined,
  );
  const [asked, setAsked] = useState<Readonly<Record<TabName, Asked>>>({
    functions: none,
    data: none,
    model: none,
    share: none,
  });

  const open = useCallback((name: TabName) => {
    setTab(name);
    setOpened((before) => (before.includes(name) ? before : [...before, name]));
    setPage(undefined);
  }, []);
  const search = useCallback(
    (name: TabName, part?: string) => {
      open(name);
      setAsked((before) => ({ ...before, [name]: { count: before[name].count + 1, part } }));
    },
    [open],
  );
  const leaveTour = (name: TabName): void => {
    surroundings.settings.write(welcomed, "yes");
    search(name);
  };

  const show = useCallback(
    (view: View): void => (view === "help" ? setPage("help") : search(standing[view].tab, standing[view].part)),
    [search],
  );
  useEffect(() => surroundings.onOpenView(show), [surroundings, show]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "/") return;
    event.preventDefault();
    search(tab);
  };

  const retry = (): void => setViews(loadViews());
  const { help: Help, welcome: Welcome } = views;
  const items = tabs.map((name) => ({ name, text: say(names[name]), icon: icons[name], panel: id + name }));
  return (
    <div className="pane-shell" onKeyDown={onKeyDown}>
      <Header onOpen={setPage} />
      <Suspense fallback={null}>
        <UnfinishedRun />
      </Suspense>
      {page === "tour" && (
        <Contained onRetry={retry}>
          <Suspense fallback={<Waiting />}>
            <Welcome onLeave={leaveTour} />
          </Suspense>
        </Contained>
      )}
      {(page === "help" || page === "about") && (
        <div className="pane-main">
          <Contained onRetry={retry}>
            <Suspense fallback={<Waiting />}>
              <Help page={page} onBack={() => setPage(undefined)} />
            </Suspense>
          </Contained>
        </div>
      )}
      <div className="pane-main" hidden={page !== undefined}>
        <Tabs items={items} chosen={tab} onChoose={open} />
        {opened.map((name) => {
          const Seen = views[name];
          return (
            <div
              key={name}
              role="tabpanel"
              id={id + name}
              aria-labelledby={tabId(id + name)}
              className="pane-panel"
              hidden={name !== tab}
            >
              <Contained onRetry={retry}>
                <Suspense fallback={<Waiting />}>
                  <Seen searchAsked={asked[name].count} part={asked[name].part} />
                </Suspense>
              </Contained>
            </div>
          );
        })}
      </div>
      <StatusLine status={status} />
    </div>
  );
}

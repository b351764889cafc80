import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import type { Language, Texts } from "../../refusal";
import { usePane } from "../pane-context";

const said = {
  what: { en: "This view stopped.", zh: "此视图已停止。" },
  next: { en: "The workbook is as it was. Open the view again.", zh: "工作簿未受影响。请重新打开此视图。" },
  again: { en: "Open again", zh: "重新打开" },
} satisfies Record<string, Texts>;

interface Props {
  readonly language: Language;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly why: string;
}

class Boundary extends Component<Props, State> {
  override state: State = { failed: false, why: "" };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, why: error instanceof Error ? error.message : String(error) };
  }

  private readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ failed: false });
  };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { language } = this.props;
    return (
      <div className="pane-scroll" role="alert">
        <p className="pane-strong">{said.what[language]}</p>
        <p>{this.state.why}</p>
        <p>{said.next[language]}</p>
        <Button onClick={this.retry}>{said.again[language]}</Button>
      </div>
    );
  }
}

/** Keeps a fault in one view from taking the whole pane away. */
export function Contained({ onRetry, children }: { readonly onRetry: () => void; readonly children: ReactNode }) {
  const { language } = usePane();
  return (
    <Boundary language={language} onRetry={onRetry}>
      {children}
    </Boundary>
  );
}

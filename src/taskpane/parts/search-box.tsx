import { SearchBox as FluentSearchBox } from "@fluentui/react-components";

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The first sign that the user is about to search. */
  readonly onFocus: () => void;
}

export function SearchBox({ label, placeholder, query, onQuery, onFocus }: Props) {
  return (
    <FluentSearchBox
      className="pane-search"
      aria-label={label}
      aria-keyshortcuts="Control+/"
      placeholder={placeholder}
      value={query}
      onChange={(_, { value }) => onQuery(value)}
      onFocus={onFocus}
    />
  );
}

import { shortNumber } from "./short-number";

interface Props {
  readonly caption?: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A table of named rows of numbers. */
export function NumberGrid({ caption, heads, rows }: Props) {
  return (
    <div className="pane-grid-scroll" role="region" aria-label={caption ?? heads.join(", ")} tabIndex={0}>
      <table className="pane-grid">
        {caption && <caption className="pane-kicker">{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head + i} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }, i) => (
            <tr key={name + i}>
              <th scope="row">{name}</th>
              {values.map((value, j) => (
                <td key={j} className="pane-number">
                  {shortNumber(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

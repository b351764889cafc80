import axe from "axe-core";

/** Colours and sizes need a real browser. */
const options: axe.RunOptions = { rules: { "color-contrast": { enabled: false } } };

/** What a screen reader or a keyboard would stumble over, in words. */
export async function obstacles(): Promise<string[]> {
  const { violations } = await axe.run(document.body, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
}

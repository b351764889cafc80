import { type AstExpression, parse, tokenize, tokenTypes } from "@borgar/fx";
import { boundNames } from "../formulas/bound-names";

/** The syntax tree of a formula; throws what is wrong with one that Excel would not take. */
export function parsedFormula(formula: string): AstExpression {
  const tokens = tokenize(formula, { withLocation: false });
  const bindings = boundNames(tokens);
  const named = tokens.map((token, index) =>
    bindings.get(index) === "optional"
      ? { ...token, type: tokenTypes.REF_NAMED, value: token.value.slice(1, -1) }
      : token);
  return parse(named) as AstExpression;
}

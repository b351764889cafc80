const ts = require("typescript");

/** What the pane and the command line say of a function, and Excel does not need to calculate it. */
const prose = ["title", "summary", "method", "returns", "source", "examples", "native", "cautions"];

const isProse = (property) => ts.isPropertyAssignment(property) && prose.includes(property.name.getText());

/** The object that a chapter hands to `define`. */
const isDefinition = (node) =>
  ts.isObjectLiteralExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression.getText() === "define";

function cuts(node, text) {
  const own = isDefinition(node) ? node.properties.filter(isProse) : [];
  const found = own.map((property) => [property.getFullStart(), text[property.end] === "," ? property.end + 1 : property.end]);
  ts.forEachChild(node, (child) => void found.push(...cuts(child, text)));
  return found;
}

/** A chapter of functions without its prose: more than half of its length. */
module.exports = function leanDefinitions(text) {
  const file = ts.createSourceFile("chapter.ts", text, ts.ScriptTarget.ES2022, true);
  return cuts(file, text)
    .sort(([a], [b]) => b - a)
    .reduce((lean, [from, to]) => lean.slice(0, from) + lean.slice(to), text);
};

/**
 * Univer sets each field of its objects by a call with the field's name, `_defineProperty(this, "row", row)`, which
 * takes a sixth of the time of a calculation. An assignment says the same.
 */
module.exports = function plainFields(text) {
  return text.replace(/\b_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g, "(this.$1 = ");
};

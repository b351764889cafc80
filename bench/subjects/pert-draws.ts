import { quantilesOf } from "../../src/maths/distributions";
import { sampler } from "../../src/maths/sampler";
import { draws } from "../draws";

export default draws({
  title: "n PERT draws on 2, 5, 11, the distribution's table made anew each time, against numpy's beta",
  draw: (count) => {
    const values = new Float64Array(count);
    const pert = quantilesOf({ kind: "pert", min: 2, mode: 5, max: 11 });
    sampler([pert], { draws: count, seed: 1, method: "plain" }).fill([values]);
    return values;
  },
  numpy: "2 + 9 * generator.beta(7 / 3, 11 / 3, size)",
});

import { fillNormal, streams } from "../../src/maths/random";
import { draws } from "../draws";

export default draws({
  title: "n standard normal draws, against numpy's Generator",
  draw: (count) => {
    const values = new Float64Array(count);
    const [bits, spare] = streams(1, 2);
    fillNormal({ bits: bits!, spare: spare! }, values);
    return values;
  },
  numpy: "generator.standard_normal(size)",
});

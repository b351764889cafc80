import { matrix, type Matrix } from "./matrix";
import { ratioOfSums } from "./sum";

/**
 * Regional from national input coefficients by Flegg's location quotient (Flegg & Webber 1997): a_ij × MIN(1, FLQ),
 * FLQ = λ SLQ_i / SLQ_j, λ SLQ_i on the diagonal, λ = log₂(1 + E_r / E_n)^δ. A sector that the region has not buys
 * nothing there: its column is 0. Employment of the nation must be above 0 in every sector, that of the region in one.
 */
export function fleggCoefficients(
  { rows: n, data }: Matrix, region: ArrayLike<number>, nation: ArrayLike<number>, delta: number,
): Matrix {
  const size = ratioOfSums(region, nation, "nation");
  const quotients = Float64Array.from({ length: n }, (_, i) => region[i]! / nation[i]! / size);
  const lambda = (Math.log1p(size) / Math.LN2) ** delta;
  const regional = matrix(n, n);
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j < n; j++, at++) {
      const flegg = (lambda * quotients[i]!) / (i === j ? 1 : quotients[j]!);
      regional.data[at] = quotients[j] === 0 ? 0 : data[at]! * Math.min(1, flegg);
    }
  }
  return regional;
}

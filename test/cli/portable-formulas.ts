import { formula } from "../sharing/portable/books";

/** Formulas that are hard to write without the add-in, for a column from E1 down. */
export const hard = [
  "=2^POLICY.GROWTH_CONTRIB(A1,B1,A2,B2)",
  "=POLICY.HHI_INDEX(A1:A9,,TRUE)",
  "=ROUND(POLICY.HHI_INDEX(A1:A9)/POLICY.HHI_INDEX($B$1:$B$9,1),2)&\"POLICY.HHI_INDEX(A1:A9)\"",
  "=POLICY.HHI_INDEX(A1:A9*2,1,TRUE)",
  "=LET(v,A1:A9,POLICY.ENTROPY_INDEX(v)+POLICY.HHI_INDEX(v))",
  "=SUM(MAP(A1:A9,LAMBDA(x,POLICY.PRIOR_VALUE(x,0.1))))",
  "=POLICY.CAPEX_INTENSITY(SUM(A1:A9)*POLICY.CAPACITY_UTIL(A1,B1),MAX(B1:B9))",
  "=SUM(POLICY.IDLE_CAPACITY(A1:A9,B1:B9))",
  "=SUM(POLICY.IDLE_CAPACITY(A1:A3,{200,300}))",
  "=POLICY.HHI_INDEX((A1:A3,A5:A6))",
  "=POLICY.REF_VALUE(\"EU_CVD\",C1)+1",
  "=POLICY.NET_DENSITY({0,1,1;1,0,0;1,0,0})",
  "=POLICY.HHI_INDEX(Rates!A1:A3)",
  "=POLICY.ENTROPY_INDEX(OFFSET(A1,0,0,5,1))",
  "=POLICY.PROJECT_NPV(0.1,A1:A9-100)",
  "=POLICY.EFFECTIVE_COUNT(A1:A9,RANDBETWEEN(2,2))",
  "=POLICY.LOW_OUTPUT_SHARE(IF(A1:A9>3,A1:A9,0),5)",
  "=POLICY.PRIOR_VALUE(@A1:A9,0.1)",
  "=SUM(POLICY.TOPSIS_SCORE(A1:B9*1,{2,1}))",
  "=SUM(POLICY.RELATEDNESS_DENSITY(A1:B9))",
  "=POLICY.UNIT_CONVERT(A1,\"kg\",\"t\")",
];

export const spilling = [
  formula(20, 6, "=POLICY.PRIOR_VALUE(A1:A9,0.1)", { spill: { rows: 9, columns: 1 } }),
  formula(20, 7, "=POLICY.ENTROPY_INDEX(G21#)"),
  formula(40, 6, "=POLICY.LQ_MATRIX(A1:B3)", { spill: { rows: 3, columns: 2 } }),
  formula(50, 6, "=POLICY.NET_BETWEENNESS({0,1,1;1,0,0;1,0,0})", { spill: { rows: 3, columns: 1 } }),
  formula(50, 8, "=SUM(G51#)"),
];

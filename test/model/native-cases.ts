import type { CellValue } from "../../src/xlsx/content";

const column = (letter: string, values: readonly CellValue[]): [string, CellValue][] =>
  values.flatMap((value, i) => (value === null ? [] : [[`${letter}${i + 1}`, value] as [string, CellValue]]));

/** The cells that the formulas below read; A1 to A3 are given other values. */
export const surroundings: Readonly<Record<string, CellValue>> = Object.fromEntries([
  ...column("A", [12.5, -3, 0.25, 7, 100, 42, 7, 0.5]),
  ...column("B", [3, 1, 4, 1, 5, 9, 2, 6]),
  ...column("C", ["apple", "Banana", "cherry", "apple", null, "date", "Elderberry", "fig"]),
  ...column("D", [1, 2, 3, 5, 8, 13, 21, 34]),
  ...column("E", [44927, 45000, 45107, 45292, 45351, 45657, 46000, 46100]),
  ...column("F", [-1000, 300, 420, 680, -50, 200]),
  ...column("G", [2, 1, 0.5]), ...column("H", [-1, 3, 0.25]), ...column("I", [0.5, 0.75, 4]),
  ...column("J", [true, false]),
]);

export const inputs = ["A1", "A2", "A3"] as const;

/** The inputs as they stand, and three other cases of them. */
export const draws: readonly (readonly number[])[] = [
  [12.5, 30, 4.2, 0.75], [-3, -7.25, 2.5, -1.5], [0.25, 0.6, 0.9, 0.125],
];

/** Formulas that every spreadsheet calculates, by function. */
export const shared: Readonly<Record<string, readonly string[]>> = {
  operators: ["=A1+A2*A3-A4/B1", "=A1^A3", "=-A2^2", "=A1%", "=A1>A2", "=A1<>B1", '=A1&" units"', '=C1="APPLE"', "=(A1>5)*A2", "=A1/(A2+3)"],
  IF: ["=IF(A1>10,A2,A3)", '=IF(A2<-5,"low","high")', "=IF(A1>100,1)", "=SUM(IF(A1>10,B1:B3,B4:B8))"],
  IFS: ["=IFS(A1>20,1,A1>5,2,TRUE,3)"], SWITCH: ["=SWITCH(INT(A1),12,\"dozen\",4,\"four\",\"other\")"],
  CHOOSE: ["=CHOOSE(INT(A3*3)+1,A1,A2,B1)", "=SUM(CHOOSE(2,A1:A3,B1:B3))"],
  IFERROR: ["=IFERROR(A1/(A2+3),-1)", "=IFERROR(SQRT(A2),A3)"], IFNA: ["=IFNA(MATCH(A1,B1:B8,0),99)"],
  AND: ["=AND(A1>5,A2<0)"], OR: ["=OR(A1>20,A2>0)"], XOR: ["=XOR(A1>5,A2<-5)"], NOT: ["=NOT(A1>5)"], TRUE: ["=IF(TRUE(),A1,0)"],
  FALSE: ["=IF(FALSE(),0,A1)"],
  ABS: ["=ABS(A2)"], SIGN: ["=SIGN(A2)"], INT: ["=INT(A2*A3)"], TRUNC: ["=TRUNC(A2*A3)", "=TRUNC(A1*A3,1)"],
  ROUND: ["=ROUND(A1*A3,1)", "=ROUND(A2*100,-1)", "=ROUND(2.675,2)"], ROUNDUP: ["=ROUNDUP(A1*A3,1)", "=ROUNDUP(A2,0)"],
  ROUNDDOWN: ["=ROUNDDOWN(A1*A3,1)"], MROUND: ["=MROUND(A1,0.4)"], CEILING: ["=CEILING(A1*A3,0.5)", "=CEILING(A2,-2)"],
  FLOOR: ["=FLOOR(A1*A3,0.5)", "=FLOOR(A2,-2)"], "CEILING.MATH": ["=CEILING.MATH(A2*A3)", "=CEILING.MATH(A2,2,1)"],
  "FLOOR.MATH": ["=FLOOR.MATH(A2*A3)", "=FLOOR.MATH(A2,2,1)"], EVEN: ["=EVEN(A1)"], ODD: ["=ODD(A2)"], MOD: ["=MOD(A2,4)", "=MOD(A1,A3)"],
  QUOTIENT: ["=QUOTIENT(A1,3)"], SQRT: ["=SQRT(A1)"], EXP: ["=EXP(A3)"], LN: ["=LN(A1)"], LOG10: ["=LOG10(A1)"], LOG: ["=LOG(A1,3)", "=LOG(A1)"],
  POWER: ["=POWER(A1,A3)"], PI: ["=PI()*A3"], SIN: ["=SIN(A1)"], COS: ["=COS(A1)"], TAN: ["=TAN(A3)"], ASIN: ["=ASIN(A3)"], ACOS: ["=ACOS(A3)"],
  ATAN: ["=ATAN(A1)"], ATAN2: ["=ATAN2(A1,A2)"], SINH: ["=SINH(A3)"], COSH: ["=COSH(A3)"], TANH: ["=TANH(A3)"], DEGREES: ["=DEGREES(A3)"],
  RADIANS: ["=RADIANS(A1)"], FACT: ["=FACT(A3*5+3)"], COMBIN: ["=COMBIN(10,A3*5)"], PERMUT: ["=PERMUT(10,A3*5)"],
  GCD: ["=GCD(A5,A6,60)"], LCM: ["=LCM(A6,A4,10)"],
  SUM: ["=SUM(A1:B8)", "=SUM(A1,A2,5)", "=SUM(A1:A3*B1:B3)", "=SUM(C1:C8,A1)"], AVERAGE: ["=AVERAGE(A1:A8)", "=AVERAGE(C1:C8)"],
  MIN: ["=MIN(A1:A8)"], MAX: ["=MAX(A1:A8,B1)"], PRODUCT: ["=PRODUCT(A1:A4)"], SUMSQ: ["=SUMSQ(A1:A4)"], COUNT: ["=COUNT(A1:C8)"],
  COUNTA: ["=COUNTA(A1:C8)"], COUNTBLANK: ["=COUNTBLANK(C1:C8)"], AVERAGEA: ["=AVERAGEA(A1:C3)"], MINA: ["=MINA(A1:C3)"], MAXA: ["=MAXA(A2:A3,J1)"],
  SUMPRODUCT: ["=SUMPRODUCT(A1:A8,B1:B8)", "=SUMPRODUCT((A1:A8>5)*B1:B8)", "=SUMPRODUCT(--(C1:C8=\"apple\"),A1:A8)"],
  SUMXMY2: ["=SUMXMY2(A1:A4,B1:B4)"], SUMX2MY2: ["=SUMX2MY2(A1:A4,B1:B4)"], SUMX2PY2: ["=SUMX2PY2(A1:A4,B1:B4)"],
  SUMIF: ['=SUMIF(A1:A8,">5")', '=SUMIF(C1:C8,"apple",A1:A8)', "=SUMIF(C1:C8,\"*a*\",B1:B8)", '=SUMIF(B1:B8,A3*4,A1:A8)'],
  SUMIFS: ['=SUMIFS(A1:A8,B1:B8,">2",C1:C8,"<>fig")', '=SUMIFS(A1:A8,B1:B8,">"&A3)'], COUNTIF: ['=COUNTIF(A1:A8,">=7")', '=COUNTIF(C1:C8,"?ig")'],
  COUNTIFS: ['=COUNTIFS(A1:A8,">0",B1:B8,"<5")'], AVERAGEIF: ['=AVERAGEIF(B1:B8,"<4",A1:A8)'], AVERAGEIFS: ['=AVERAGEIFS(A1:A8,B1:B8,">2")'],
  MAXIFS: ['=MAXIFS(A1:A8,B1:B8,"<4")'], MINIFS: ['=MINIFS(A1:A8,B1:B8,"<4")'],
  "STDEV.S": ["=STDEV.S(A1:A8)"], STDEV: ["=STDEV(A1:A8)"], "STDEV.P": ["=STDEV.P(A1:A8)"], STDEVP: ["=STDEVP(A1:A8)"], "VAR.S": ["=VAR.S(A1:A8)"],
  VAR: ["=VAR(A1:A8)"], "VAR.P": ["=VAR.P(A1:A8)"], VARP: ["=VARP(A1:A8)"], MEDIAN: ["=MEDIAN(A1:A8)"], "MODE.SNGL": ["=MODE.SNGL(A1:A8)"], MODE: ["=MODE(B1:B8)"],
  AVEDEV: ["=AVEDEV(A1:A8)"], DEVSQ: ["=DEVSQ(A1:A8)"], GEOMEAN: ["=GEOMEAN(A3:A8)"], HARMEAN: ["=HARMEAN(A3:A8)"], SKEW: ["=SKEW(A1:A8)"],
  "SKEW.P": ["=SKEW.P(A1:A8)"], KURT: ["=KURT(A1:A8)"], "PERCENTILE.INC": ["=PERCENTILE.INC(A1:A8,0.3)"], PERCENTILE: ["=PERCENTILE(A1:A8,A3)"],
  "PERCENTILE.EXC": ["=PERCENTILE.EXC(A1:A8,0.3)"], "QUARTILE.INC": ["=QUARTILE.INC(A1:A8,1)"], QUARTILE: ["=QUARTILE(A1:A8,3)"],
  "QUARTILE.EXC": ["=QUARTILE.EXC(A1:A8,1)"], LARGE: ["=LARGE(A1:A8,2)"], SMALL: ["=SMALL(A1:A8,3)"], TRIMMEAN: ["=TRIMMEAN(A1:A8,0.25)"],
  "RANK.EQ": ["=RANK.EQ(A4,A1:A8)"], RANK: ["=RANK(A1,A1:A8,1)"], "RANK.AVG": ["=RANK.AVG(A4,A1:A8)"], "PERCENTRANK.INC": ["=ROUND(PERCENTRANK.INC(A1:A8,7,9),6)"],
  PERCENTRANK: ["=ROUND(PERCENTRANK(A1:A8,10,9),6)"], "PERCENTRANK.EXC": ["=ROUND(PERCENTRANK.EXC(A1:A8,7,9),6)"], CORREL: ["=CORREL(A1:A8,B1:B8)"], PEARSON: ["=PEARSON(A1:A8,D1:D8)"],
  RSQ: ["=RSQ(A1:A8,B1:B8)"], "COVARIANCE.P": ["=COVARIANCE.P(A1:A8,B1:B8)"], COVAR: ["=COVAR(A1:A8,B1:B8)"], "COVARIANCE.S": ["=COVARIANCE.S(A1:A8,B1:B8)"],
  SLOPE: ["=SLOPE(A1:A8,D1:D8)"], INTERCEPT: ["=INTERCEPT(A1:A8,D1:D8)"], STEYX: ["=STEYX(A1:A8,D1:D8)"], FORECAST: ["=FORECAST(40,A1:A8,D1:D8)"],
  "FORECAST.LINEAR": ["=FORECAST.LINEAR(A1,B1:B8,D1:D8)"], FREQUENCY: ["=SUM(FREQUENCY(A1:A8,{0,10,50})*{1;2;3;4})"],
  "NORM.DIST": ["=NORM.DIST(A1,3,10,TRUE)", "=NORM.DIST(A1,3,10,FALSE)"], "NORM.INV": ["=NORM.INV(A3,5,2)"], "NORM.S.DIST": ["=NORM.S.DIST(A2,TRUE)", "=NORM.S.DIST(A3,FALSE)"],
  "NORM.S.INV": ["=NORM.S.INV(A3)"], NORMDIST: ["=NORMDIST(A1,3,10,TRUE)"], NORMINV: ["=NORMINV(A3,5,2)"], NORMSDIST: ["=NORMSDIST(A2)"], NORMSINV: ["=NORMSINV(A3)"],
  PHI: ["=PHI(A3)"], GAUSS: ["=GAUSS(A3)"], STANDARDIZE: ["=STANDARDIZE(A1,2,3)"], "LOGNORM.DIST": ["=LOGNORM.DIST(A1,1,2,TRUE)", "=LOGNORM.DIST(A1,1,2,FALSE)"],
  "LOGNORM.INV": ["=LOGNORM.INV(A3,1,2)"], "BETA.DIST": ["=BETA.DIST(A3,2,3,TRUE)", "=BETA.DIST(A3,0.5,3,FALSE)", "=BETA.DIST(A3,2,3,TRUE,-1,2)"],
  "BETA.INV": ["=BETA.INV(A3,2,3)", "=BETA.INV(A3,0.5,0.7)", "=BETA.INV(A3,2,3,10,20)"], "T.DIST": ["=T.DIST(A2,5,TRUE)", "=T.DIST(A2,5,FALSE)"], "T.DIST.RT": ["=T.DIST.RT(A1,5)"],
  "T.DIST.2T": ["=T.DIST.2T(A1,5)"], "T.INV": ["=T.INV(A3,5)"], "T.INV.2T": ["=T.INV.2T(A3,5)"], "CHISQ.DIST": ["=CHISQ.DIST(A1,5,TRUE)", "=CHISQ.DIST(A1,5,FALSE)"],
  "CHISQ.DIST.RT": ["=CHISQ.DIST.RT(A1,5)"], "CHISQ.INV": ["=CHISQ.INV(A3,5)"], "CHISQ.INV.RT": ["=CHISQ.INV.RT(A3,5)"], "F.DIST": ["=F.DIST(A1,3,7,TRUE)", "=F.DIST(A1,3,7,FALSE)"],
  "F.DIST.RT": ["=F.DIST.RT(A1,3,7)"], "F.INV": ["=F.INV(A3,3,7)"], "F.INV.RT": ["=F.INV.RT(A3,3,7)"], "GAMMA.DIST": ["=GAMMA.DIST(A1,2,3,TRUE)", "=GAMMA.DIST(A1,2,3,FALSE)"],
  "GAMMA.INV": ["=GAMMA.INV(A3,2,3)"], GAMMA: ["=GAMMA(A1)", "=GAMMA(A2+0.5)"], GAMMALN: ["=GAMMALN(A1)"], "BINOM.DIST": ["=BINOM.DIST(3,10,A3,TRUE)", "=BINOM.DIST(3,10,A3,FALSE)"],
  "BINOM.INV": ["=BINOM.INV(10,0.4,A3)"], "POISSON.DIST": ["=POISSON.DIST(4,A1,TRUE)", "=POISSON.DIST(4,A1,FALSE)"], "EXPON.DIST": ["=EXPON.DIST(A1,0.2,TRUE)", "=EXPON.DIST(A1,0.2,FALSE)"],
  "WEIBULL.DIST": ["=WEIBULL.DIST(A1,2,9,TRUE)", "=WEIBULL.DIST(A1,2,9,FALSE)"], "CONFIDENCE.NORM": ["=CONFIDENCE.NORM(A3,2,50)"], "CONFIDENCE.T": ["=CONFIDENCE.T(A3,2,50)"],
  INDEX: ["=INDEX(A1:B8,2,1)", "=INDEX(A1:A8,INT(A3*4)+1)", "=SUM(INDEX(A1:B8,0,1))", "=INDEX(A1:B3,9,1)", "=SUM(A1:INDEX(A1:A8,INT(A3*4)+2))"],
  MATCH: ["=MATCH(A1,D1:D8)", "=MATCH(1,B1:B8,0)", '=MATCH("ch*",C1:C8,0)', "=MATCH(A1,D1:D8,1)"],
  VLOOKUP: ["=VLOOKUP(A1,D1:E8,2)", '=VLOOKUP("cherry",C1:D8,2,FALSE)', "=VLOOKUP(A1,D1:E8,2,TRUE)", "=VLOOKUP(A1,D1:E8,2,FALSE)"],
  HLOOKUP: ["=HLOOKUP(A3*9,TRANSPOSE(D1:E8),2)", "=HLOOKUP(2,G1:I3,3,FALSE)"], LOOKUP: ["=LOOKUP(A1,D1:D8,B1:B8)", "=LOOKUP(A1,D1:E8)"],
  TRANSPOSE: ["=SUM(TRANSPOSE(A1:A3)*{1,2,3})"], MMULT: ["=SUM(MMULT(G1:I3,A1:A3))"], MINVERSE: ["=SUM(MINVERSE(G1:I3*A3))"], MDETERM: ["=MDETERM(G1:I3*A1)"], MUNIT: ["=SUM(MUNIT(3)*A1)"],
  NPV: ["=NPV(A3,F2:F6)+F1", "=NPV(0.1,A1:A4,B1)"], IRR: ["=IRR(F1:F6)", "=IRR(F1:F4,A3)"], MIRR: ["=MIRR(F1:F6,A3,0.1)"], XNPV: ["=XNPV(A3,F1:F6,E1:E6)"], XIRR: ["=XIRR(F1:F6,E1:E6)"],
  PMT: ["=PMT(A3/12,48,1000)", "=PMT(A3,5,1000,100,1)", "=PMT(0,5,A1)"], FV: ["=FV(A3,5,-100)", "=FV(A3,5,-100,-50,1)"], PV: ["=PV(A3,5,-100)"], NPER: ["=NPER(A3/12,-400,1000)"],
  RATE: ["=RATE(10,-150,A1*10+900)"], IPMT: ["=IPMT(A3/12,2,48,1000)", "=IPMT(A3,2,5,1000,0,1)"], PPMT: ["=PPMT(A3/12,2,48,1000)"], CUMIPMT: ["=CUMIPMT(A3,5,1000,2,4,0)"],
  CUMPRINC: ["=CUMPRINC(A3,5,1000,2,4,0)"], SLN: ["=SLN(1000,A1,5)"], SYD: ["=SYD(1000,A1,5,2)"], DDB: ["=DDB(1000,A1,5,2)", "=DDB(1000,400,5,3)"], EFFECT: ["=EFFECT(A3,4)"],
  NOMINAL: ["=NOMINAL(A3,4)"], RRI: ["=RRI(5,100,A1+100)"], PDURATION: ["=PDURATION(A3,100,200)"],
  LEFT: ["=LEFT(C2,3)", "=LEFT(A1,2)"], RIGHT: ["=RIGHT(C2,3)"], MID: ["=MID(C2,2,3)"], LEN: ["=LEN(A1&C7)"], UPPER: ["=UPPER(C2)"], LOWER: ["=LOWER(C2)"], PROPER: ['=PROPER("two woRds-of 3d")'],
  TRIM: ['=TRIM("  a   b ")'], CLEAN: ["=CLEAN(C1&CHAR(10)&C2)"], EXACT: ['=EXACT(C1,"Apple")'], FIND: ['=FIND("n",C2,4)', '=FIND("N",C2)'], SEARCH: ['=SEARCH("N",C2)', '=SEARCH("n?n",C2)'],
  SUBSTITUTE: ['=SUBSTITUTE(C2,"a","o")', '=SUBSTITUTE(C2,"a","o",2)'], REPLACE: ['=REPLACE(C2,2,3,"xy")'], REPT: ["=REPT(C8,3)"], CHAR: ["=CHAR(65)"], CODE: ["=CODE(C2)"],
  UNICHAR: ["=UNICHAR(8364)"], UNICODE: ['=UNICODE("€")'], VALUE: ['=VALUE("12.5")+A1'], CONCAT: ["=CONCAT(C1:C3,A1)"], CONCATENATE: ['=CONCATENATE(C1,"-",A1)'], TEXTJOIN: ['=TEXTJOIN("; ",TRUE,C1:C8,A1)'],
  TEXT: ['=TEXT(A1,"0.00")', '=TEXT(A1*1000,"#,##0")', '=TEXT(A3,"0.0%")', '=TEXT(E1,"yyyy-mm-dd")', '=TEXT(E5,"d mmm yy")', '=TEXT(A1*1000,"0.00E+00")', '=TEXT(A2,"0.0;(0.0);zero")', '=TEXT(A1,"General")', '=TEXT(E3+A3,"hh:mm:ss")', '=TEXT(A1,"""€ ""0.0")'],
  FIXED: ["=FIXED(A1*1000,1)", "=FIXED(A1*1000,-1,TRUE)"],
  DATE: ["=DATE(2024,INT(A1),31)"], YEAR: ["=YEAR(E1+A1)"], MONTH: ["=MONTH(E1+A1)"], DAY: ["=DAY(E1+A1)"], EDATE: ["=EDATE(E5,A1)", "=EDATE(45322,1)"], EOMONTH: ["=EOMONTH(E1,A1)"],
  DAYS: ["=DAYS(E4,E1)"], DAYS360: ["=DAYS360(E1,E5)", "=DAYS360(45322,45382,TRUE)"], YEARFRAC: ["=YEARFRAC(E1,E5)", "=YEARFRAC(E1,E3,1)", "=YEARFRAC(E1,E6,1)", "=YEARFRAC(E1,E5,2)", "=YEARFRAC(E1,E5,3)", "=YEARFRAC(E1,E5,4)"],
  DATEDIF: ['=DATEDIF(E1,E6,"y")', '=DATEDIF(E1,E6,"m")', '=DATEDIF(E1,E6,"d")', '=DATEDIF(E2,E6,"ym")', '=DATEDIF(E2,E6,"yd")'], WEEKDAY: ["=WEEKDAY(E1)", "=WEEKDAY(E3,2)", "=WEEKDAY(E3,3)"],
  WEEKNUM: ["=WEEKNUM(E3)", "=WEEKNUM(E3,21)", "=WEEKNUM(E4,2)"], ISOWEEKNUM: ["=ISOWEEKNUM(E1)"], TIME: ["=TIME(INT(A1),30,15)"], HOUR: ["=HOUR(A3)"], MINUTE: ["=MINUTE(A3/7)"], SECOND: ["=SECOND(A3/7)"],
  DATEVALUE: ['=DATEVALUE("2024-02-29")'],
  ISBLANK: ["=ISBLANK(C5)", "=ISBLANK(A1)"], ISERR: ["=ISERR(A1/0)"], ISERROR: ["=ISERROR(SQRT(A2))"], ISNA: ["=ISNA(MATCH(A1,B1:B8,0))"], ISLOGICAL: ["=ISLOGICAL(J1)"], ISNUMBER: ["=ISNUMBER(A1)", "=ISNUMBER(C1)"],
  ISTEXT: ["=ISTEXT(C1)"], ISNONTEXT: ["=ISNONTEXT(C5)"], ISEVEN: ["=ISEVEN(A1)"], ISODD: ["=ISODD(A1)"], NA: ["=IFERROR(NA(),A1)"], N: ["=N(A1)+N(J1)"], T: ["=T(C1)&T(A1)"],
  "ERROR.TYPE": ["=ERROR.TYPE(A1/0)"], TYPE: ["=TYPE(C1)"],
  ROW: ["=ROW(B3)+ROW()*0", "=SUM(ROW(B3:B5)*A1)"], COLUMN: ["=COLUMN(B3)"], ROWS: ["=ROWS(A1:B8)"], COLUMNS: ["=COLUMNS(A1:B8)"],
};

export const sharedFormulas: readonly string[] = Object.values(shared).flat();

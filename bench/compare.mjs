import { writeFileSync } from "node:fs";
import { join } from "node:path";

const median = (values) => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** How far two digests are apart, relative to the largest number in them; a spreadsheet tells the total alone. */
function apart({ digest, total }, wanted) {
  const sum = wanted.reduce((all, value) => all + value, 0);
  if (digest === undefined) return Math.abs(total - sum) / Math.abs(sum) > 1e-9 ? Infinity : 0;
  if (digest.length !== wanted.length) return Infinity;
  const largest = Math.max(...wanted.map(Math.abs), Number.MIN_VALUE);
  return Math.max(...digest.map((value, i) => (Number.isFinite(value) ? Math.abs(value - wanted[i]) / largest : Infinity)));
}

/**
 * Asks all in turn, round by round, and prints the medians of the ratios to the yardstick of the same round.
 * True where all results agree.
 */
export async function compared(subject, contestants, rounds, folder) {
  const { title, sizes, yardstick, targets = {}, limits = {} } = subject;
  const measures = contestants.filter(({ name }) => name === yardstick);
  if (measures.length === 0) console.log(`${yardstick} is not here: no ratios, times only`);
  const table = contestants.map(({ name, place }) => ({ name, place, cells: [] }));
  let agreed = true;
  for (const size of sizes) {
    const path = join(folder, "input");
    writeFileSync(path, new Uint8Array(subject.input(size).buffer));
    const times = contestants.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [i, contestant] of contestants.entries()) {
        if (size > (contestant.upTo ?? Infinity) || (contestant.only && (size !== contestant.only || round > 0))) continue;
        const answer = await contestant.ask(size, path);
        times[i].push(answer.time);
        if (round === 0) agreed = checked(subject, contestant, size, answer) && agreed;
      }
    }
    times.forEach((own, i) => {
      const measure = measures.find(({ place }) => place === contestants[i].place) ?? measures[0];
      const goals = contestants[i].name === "ours" ? [targets[size], limits[size]] : [];
      table[i].cells.push(cellOf(own, measure && times[contestants.indexOf(measure)], goals));
    });
  }
  for (const { stop } of contestants) await stop();
  print(title, sizes, yardstick, table);
  return agreed;
}

/** The first digest of a size is what all others are compared with; its own fault is told by the subject. */
const first = new Map();

function checked(subject, { name, place }, size, answer) {
  const key = `${subject.title} ${size}`;
  if (!first.has(key)) first.set(key, answer.digest);
  const fault = answer.digest && subject.fault ? subject.fault(subject.input(size), size, answer.digest) : 0;
  const wrong = Math.max(apart(answer, first.get(key)), fault);
  if (wrong <= subject.tolerance) return true;
  console.log(`WRONG: ${name} in ${place}, n = ${size}: ${wrong}`);
  return false;
}

function cellOf(own, base, goals) {
  if (own.length === 0) return "";
  const time = median(own);
  const ratio = base && median(own.map((value, round) => value / base[round]));
  const said = `${time.toPrecision(3)} ms${ratio === undefined ? "" : ` ×${ratio.toPrecision(3)}`}`;
  const [target, limit] = goals;
  const missed = (target !== undefined && ratio > target && `> ×${target}`) || (limit !== undefined && time > limit && `> ${limit} ms`);
  return missed ? `${said} (${missed})` : said;
}

function print(title, sizes, yardstick, table) {
  const rows = [["", "", ...sizes.map((size) => `n = ${size}`)], ...table.map(({ name, place, cells }) => [name, place, ...cells])];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`\n${title}\n× = median of the ratios to ${yardstick}, round by round`);
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());
}

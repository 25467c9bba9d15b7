// `npm run bench -- [WHAT…] [--rounds N]`: what synthesis takes, and what that is as a multiple of a Node that does nothing. WHAT is `five`, the
// estate of this repository; a number, a fleet of so many applications; `types`, what checking types costs an application; `watch`, how soon
// after a save `synth --watch` has written; `package`, what importing the package takes that `npm run build` made. Without it, `five 100`.
//
// Checking types is no part of the synthesis that is timed here: it has been done before, as where nothing that it read has changed since.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesizedTwice } from './ready.mjs';
import { rowsOfFive, writeFive } from './five.mjs';
import { hasHelm } from './fleet/helm.mjs';
import { rowsOfFleet, writeFleetToBeTimed } from './fleet/rows.mjs';
import { product } from './product.mjs';
import { timed } from './rounds.mjs';
import { tableText } from './table.mjs';
import { typesText } from './types.mjs';
import { watchText } from './watch.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' } },
});
const asked = positionals.length === 0 ? ['five', '100'] : [...new Set(positionals)];
const isFleet = (what) => /^[1-9]\d{0,3}$/.test(what);
const isKnown = (what) => ['five', 'types', 'watch', 'package'].includes(what) || isFleet(what);

/** Rounds, unless told: fewer of what takes long. */
const roundsOf = (usual) => Number(values.rounds ?? usual);
const usualOf = (count) => (count < 300 ? 7 : 3);

const ready = async (folder) => {
  writeFive(folder);
  await synthesizedTwice(folder);
};

const five = async (folder) => {
  await ready(folder);
  return timed(rowsOfFive(folder), folder, roundsOf(15));
};

const fleet = async (folder, count) => {
  await writeFleetToBeTimed(folder, count);
  return timed(rowsOfFleet(folder, count), folder, roundsOf(usualOf(count)));
};

const watch = async (folder) => {
  await ready(folder);
  return watchText(folder, roundsOf(15));
};

const imports = (folder) => {
  const row = { name: "import 'cheomseong'", command: [process.execPath, '-e', "import('cheomseong')"] };
  return timed([row], folder, roundsOf(15));
};

/** What a fleet from nothing takes, beside one of another size. */
const growthText = ([few, many]) => {
  const ratio = (of) => (many.row[of] / few.row[of]).toFixed(2);
  return `t(${many.count}) / t(${few.count}) from nothing: ${ratio('wall')} on the clock, ${ratio('cpu')} of the processor`;
};

const bench = async (folder) => {
  const fleets = [];
  for (const what of asked) {
    const own = join(folder, what);
    mkdirSync(own);
    if (what === 'five') console.log(tableText(await five(own), 'the five systems of this repository'));
    if (what === 'package') console.log(tableText(await imports(product), 'the package'));
    if (what === 'watch') console.log(`\n${await watch(own)}`);
    if (what === 'types') console.log(`\n${await typesText(own, [100, 300], roundsOf(3))}`);
    if (isFleet(what)) {
      const count = Number(what);
      const table = await fleet(own, count);
      fleets.push({ count, row: table.rows[0] });
      console.log(tableText(table, `a fleet of ${count}, each with 7 manifests and 8 pages`));
    }
    rmSync(own, { recursive: true });
  }
  if (fleets.length > 0 && !hasHelm())
    console.log('\nhelm is not on PATH: what it takes for the same objects was not timed');
  for (let i = 1; i < fleets.length; i++) console.log(`\n${growthText(fleets.slice(i - 1, i + 1))}`);
};

if (!asked.every(isKnown) || !(roundsOf(1) >= 1)) {
  console.error('what? five, a number of applications up to 9999, types, watch or package; and --rounds N');
  process.exitCode = 2;
} else {
  console.log(`medians, ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

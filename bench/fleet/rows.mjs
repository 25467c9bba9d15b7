// A fleet as it is timed: made from nothing, then as it is, then with one application edited.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checked, synthesizedTwice } from '../ready.mjs';
import { other, replaceIn } from '../edit.mjs';
import { copyProduct, linkWithoutCompiler, writeFiles } from '../product.mjs';
import { fleetOf } from './estate.mjs';
import { helmRows } from './helm.mjs';

/** Who publishes reads again what was written just now. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2500));

const made = ['dist', 'docs', 'instrumentation'];
const remove = (path) => rmSync(path, { recursive: true, force: true });

const edited = 'apps/relay-0001/alerts.ts';

/** What is kept of applications: without it nothing is remembered of any. */
const ofApplications = ['applications', 'estate', 'unchanged.json'].map((name) =>
  join('.library/synth', name),
);

/** Writes it into a folder, with what is kept of the library once one application was made and edited: it is ready to be run. */
export const writeFleetToBeTimed = async (folder, count) => {
  copyProduct(folder);
  linkWithoutCompiler(folder);
  writeFiles(folder, fleetOf(1));
  await synthesizedTwice(folder);
  replaceIn(join(folder, edited), other(1));
  await synthesizedTwice(folder);
  cpSync(join(folder, '.cache'), join(folder, '.library'), { recursive: true, preserveTimestamps: true });
  for (const name of ofApplications) remove(join(folder, name));
  writeFiles(folder, fleetOf(count));
  await checked(folder);
};

export const rowsOfFleet = (folder, count) => [
  {
    name: `${count} from nothing`,
    before: () => {
      for (const name of ['.cache', ...made]) remove(join(folder, name));
      cpSync(join(folder, '.library'), join(folder, '.cache'), { recursive: true, preserveTimestamps: true });
    },
    typed: true,
  },
  { name: `${count}, nothing changed`, before: aWhile },
  {
    name: `${count}, one application edited`,
    before: (round) => replaceIn(join(folder, edited), other(round)),
    typed: true,
  },
  ...helmRows(folder, count),
];

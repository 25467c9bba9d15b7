import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Drill, drillsFile, drillsIn, drillsText } from './drill.js';

/** The drills that an estate keeps in its folder; none where it has no such file. */
export const keptDrills = (folder = '.'): ReturnType<typeof drillsIn> => {
  const file = join(folder, drillsFile);
  return existsSync(file) ? drillsIn(readFileSync(file, 'utf8')) : { drills: [], faults: [] };
};

/** Adds drills to those that are kept. A file with lines that are wrong is left as it is: the caller has refused it. */
export const keepDrills = (folder: string, drills: readonly Drill[]): void => {
  const file = join(folder, drillsFile);
  writeFileSync(`${file}.new`, drillsText([...keptDrills(folder).drills, ...drills]));
  renameSync(`${file}.new`, file);
};

// What checking types costs an application of a fleet: two fleets, and what the larger takes more.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFleet } from './fleet/folder.mjs';
import { median } from './median.mjs';
import { run } from './run.mjs';

const project = JSON.stringify({
  extends: './tsconfig.json',
  compilerOptions: {
    tsBuildInfoFile: '.cache/types.tsbuildinfo',
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  files: ['main.ts'],
  include: [],
});
const compile = ['node_modules/typescript-native/bin/tsc', '--project', 'types.json'];

/** The processor's milliseconds for a fleet of so many, checked for the first time: `rounds` of them. */
const cpuOf = async (folder, count, rounds) => {
  writeFleet(folder, count);
  writeFileSync(join(folder, 'types.json'), project);
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    rmSync(join(folder, '.cache'), { recursive: true, force: true });
    taken.push((await run([process.execPath, ...compile], folder)).cpu);
  }
  return median(taken);
};

/** What is said of it. */
export const typesText = async (folder, [few, many], rounds) => {
  const [less, more] = [
    await cpuOf(join(folder, 'few'), few, rounds),
    await cpuOf(join(folder, 'many'), many, rounds),
  ];
  const each = (more - less) / (many - few) / 1000;
  return `types, from nothing: ${(less / 1000).toFixed(2)} CPU s of ${few} applications, ${(more / 1000).toFixed(2)} of ${many}: ${each.toFixed(3)} for each`;
};

import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fleetOf } from './estate.mjs';

const product = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Writes an estate of so many applications into a folder, with a copy of the product beside it, whose synthesis is then called in that folder
 * as in the product's own: `node bin/cheomseong.mjs synth`. The packages are those of the product, by a link.
 */
export const writeFleet = (folder, count) => {
  for (const name of ['bin', 'src', 'package.json', 'tsconfig.json'])
    cpSync(join(product, name), join(folder, name), { recursive: true });
  symlinkSync(join(product, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(fleetOf(count))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

// `node bench/fleet/main.mjs COUNT FOLDER`: writes an estate of so many applications into a new folder. `node bin/cheomseong.mjs synth` in it
// synthesizes it.
import { existsSync } from 'node:fs';
import { writeFleet } from './folder.mjs';

const [count, folder] = process.argv.slice(2);
if (!/^[1-9]\d{0,3}$/.test(count ?? '') || folder === undefined) {
  console.error('how many applications, and where? node bench/fleet/main.mjs COUNT FOLDER, of 1 to 9999');
  process.exitCode = 2;
} else if (existsSync(folder)) {
  console.error(`${folder} is there already: name a new folder`);
  process.exitCode = 2;
} else {
  writeFleet(folder, Number(count));
}

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { packedArchive } from './archive.js';
import { installedWithUs } from './installed.js';

/** The package as `npm pack` makes it, in the node_modules of somebody who has what npm would install with it. */
export interface Packed {
  /** Where that somebody works. */
  readonly user: string;
  /** The file that npm made. */
  readonly archive: string;
  /** Paths in the package, in order. */
  readonly files: readonly string[];
  /** In bytes, as it is downloaded. */
  readonly size: number;
  readonly text: (file: string) => string;
  readonly remove: () => void;
}

/** The packed package, and somebody who has it. */
export const pack = (): Packed => {
  const folder = mkdtempSync(join(tmpdir(), 'cheomseong-packed-'));
  const archive = packedArchive();
  const user = join(folder, 'user');
  const own = join(user, 'node_modules', 'cheomseong');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', own, '--strip-components=1']);
  for (const place of installedWithUs().keys()) {
    if (!existsSync(place) || place.lastIndexOf('node_modules/') > 0) continue;
    mkdirSync(dirname(join(user, place)), { recursive: true });
    symlinkSync(resolve(place), join(user, place));
  }
  return {
    user,
    archive,
    files: readdirSync(own, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(own, file)).isFile())
      .toSorted(),
    size: statSync(archive).size,
    text: (file) => readFileSync(join(own, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

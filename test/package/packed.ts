import { execFileSync } from 'node:child_process';
import {
  cpSync,
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
import { installedWithUs } from './installed.js';

const sources = [
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'LICENSE', 'README.md', 'CHANGELOG.md'],
  ...['bin', 'build', 'src'],
];

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

/** Packs a copy of the project, so that no other test finds lib/ half written. */
export const pack = (): Packed => {
  const folder = mkdtempSync(join(tmpdir(), 'cheomseong-packed-'));
  const project = join(folder, 'project');
  for (const name of sources.filter((each) => existsSync(each)))
    cpSync(name, join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: project, stdio: 'pipe' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack made nothing');

  const user = join(folder, 'user');
  const own = join(user, 'node_modules', 'cheomseong');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', own, '--strip-components=1']);
  for (const place of installedWithUs().keys()) {
    if (!existsSync(place) || place.lastIndexOf('node_modules/') > 0) continue;
    mkdirSync(dirname(join(user, place)), { recursive: true });
    symlinkSync(resolve(place), join(user, place));
  }
  return {
    user,
    archive: join(folder, archive),
    files: readdirSync(own, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(own, file)).isFile())
      .toSorted(),
    size: statSync(join(folder, archive)).size,
    text: (file) => readFileSync(join(own, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Copied, copied } from '../synth/copied.js';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository of git with a small estate, which its own copy of the product monitors. */
export interface Repository extends Copied {
  readonly git: (...args: readonly string[]) => string;
  readonly commit: () => string;
  readonly review: (...args: readonly string[]) => Promise<Ran>;
  readonly change: (path: string, from: string, to: string) => void;
}

const main = `import { cluster, estate } from 'cheomseong';
import { shop } from './apps/shop.js';

export default estate({ places: [cluster('production', { applications: [shop()] })] });
`;

const author = [
  '-c',
  'user.name=Reviewer',
  '-c',
  'user.email=reviewer@example.org',
  '-c',
  'commit.gpgsign=false',
];

/** Where what runs in a folder has what it needs for a while. */
export const temporary = (folder: string): string => join(folder, '.cache/temporary');

/** What runs the command in a folder. */
export const reviewIn =
  (folder: string) =>
  async (...args: readonly string[]): Promise<Ran> => {
    const { CHEOMSEONG_CACHE: _, INIT_CWD: __, ...env } = process.env;
    const TMPDIR = temporary(folder);
    mkdirSync(TMPDIR, { recursive: true });
    const child = spawn(process.execPath, ['bin/cheomseong.mjs', 'review', ...args], {
      cwd: folder,
      env: { ...env, TMPDIR },
    });
    const status = new Promise<number | null>((done) => child.on('close', done));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await status, stdout, stderr };
  };

/** Makes one, of which the first commit is main. */
export const repository = (): Repository => {
  const copy = copied();
  const { folder, write } = copy;
  write({ 'main.ts': main, 'apps/shop.ts': readFileSync('test/outside/shop.ts', 'utf8') });
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', [...author, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n.cache\n');
  const commit = (): string => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'step');
    return git('rev-parse', 'HEAD');
  };
  return {
    ...copy,
    ...{ git, commit, review: reviewIn(folder) },
    change: (path, from, to) => {
      const before = readFileSync(join(folder, path), 'utf8');
      if (!before.includes(from)) throw new Error(`${path} does not hold ${from}`);
      writeFileSync(join(folder, path), before.replace(from, to));
    },
  };
};

/** Takes away of a copy of the product what tells meanings, as of a release that had no review yet; and gives it back. */
export const asBefore = (folder: string) => {
  const [known, away] = [join(folder, 'src/review'), join(folder, '.cache/review-away')];
  cpSync(known, away, { recursive: true });
  rmSync(known, { recursive: true });
  return () => cpSync(away, known, { recursive: true });
};

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const sources = [
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'LICENSE', 'README.md', 'CHANGELOG.md'],
  ...['bin', 'build', 'src'],
].filter((each) => existsSync(each));

const filesIn = (path: string): readonly string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((name) => join(path, name))
        .filter((file) => statSync(file).isFile())
        .toSorted();

/** All that the package is made of, as a name: what is installed here too, since some of it is taken in. */
const keyOf = (): string => {
  const hash = createHash('sha256');
  for (const file of [...sources.flatMap(filesIn), 'package-lock.json'])
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
};

/** Packs a copy of the project, so that no other test finds lib/ half written. */
const packInto = (archive: string): void => {
  const folder = mkdtempSync(join(tmpdir(), 'cheomseong-archive-'));
  try {
    const project = join(folder, 'project');
    for (const name of sources) cpSync(name, join(project, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: project, stdio: 'pipe' });
    const made = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (made === undefined) throw new Error('npm pack made nothing');
    cpSync(join(folder, made), `${archive}.${process.pid}`);
    renameSync(`${archive}.${process.pid}`, archive);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** How long whoever waits for another's archive waits, in milliseconds. */
const patience = 100_000;
const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Whether this process is the one that packs; the others wait for it. */
const isFirst = (claim: string): boolean => {
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
};

/** The archive that `npm pack` makes of the sources as they are: made once for all tests that ask for it, and kept until these change. */
export const packedArchive = (): string => {
  const kept = resolve('.cache', 'packed');
  const key = keyOf();
  const [archive, claim] = [join(kept, `${key}.tgz`), join(kept, `${key}.claim`)];
  mkdirSync(kept, { recursive: true });
  if (existsSync(archive)) return archive;
  if (!isFirst(claim)) {
    for (let waited = 0; waited < patience; waited += 200) {
      if (existsSync(archive)) return archive;
      sleep(200);
    }
  }
  for (const other of readdirSync(kept).filter((name) => !name.startsWith(key)))
    rmSync(join(kept, other), { recursive: true, force: true });
  packInto(archive);
  rmSync(claim, { recursive: true, force: true });
  return archive;
};

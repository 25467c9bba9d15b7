import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { kept } from '#ground/cache.js';
import { textAt } from '#ground/json.js';
import { reason } from '#proof/tools/reason.js';
import { run } from '#proof/tools/run.js';
import { readMeaning } from '#review/meaning/read.js';
import type { Meaning } from '#review/meaning/meaning.js';
import type { Checkout } from './checkout.js';

/** By what a revision is asked what it means. */
export interface Runner {
  /** The folder of the estate that is reviewed. */
  readonly root: string;
  /** The folder of the product's own sources, where it runs from them. */
  readonly library: string | undefined;
  /** The script that runs the command. */
  readonly program: string;
}

/** What kept a meaning from being told, in a line. */
interface Untold {
  readonly why: string;
  /** Whether another library may tell it: the estate itself was not refused. */
  readonly mayBeTold: boolean;
}

/** What came of asking. */
export type Asked = Meaning | Untold;
export const isTold = (asked: Asked): asked is Meaning => 'places' in asked;

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 300) ?? '';

/** So many minutes a revision may take: it takes seconds, and more on a machine that does much else. */
const patience = 10;

/** Runs the command over an estate in another folder, with a cache of its own: what is bundled there is of other sources. */
const ask = async (program: string, folder: string, cache: string): Promise<Asked> => {
  const env = { CHEOMSEONG_CACHE: cache, INIT_CWD: folder, NO_COLOR: '1' };
  const timeout = patience * 60_000;
  const asked = await run(process.execPath, [program, 'review', '--meaning'], {
    cwd: folder,
    env,
    timeout,
  }).catch((error: unknown) => reason(error));
  if (typeof asked === 'string') {
    const isLate = asked.includes('did not end within');
    return { why: isLate ? `it did not end within ${patience} minutes` : firstLine(asked), mayBeTold: false };
  }
  const { stdout, stderr } = asked;
  if (stdout === '') return { why: firstLine(stderr), mayBeTold: false };
  return readMeaning(stdout) ?? { why: 'its library tells meanings in another form', mayBeTold: true };
};

/**
 * Runs the command of a checkout that has the product's own sources. Its cache is in it, since a source finds its tsconfig.json and by that
 * the product upwards from where it is; what is made of packages, and what V8 made of that, is the same for all of them and is kept.
 */
const askSources = async ({ estate }: Checkout): Promise<Asked> => {
  const cache = join(estate, '.cache');
  const [packages, code] = [kept('review', 'packages'), kept('review', 'code')];
  for (const folder of [packages, code, join(cache, 'synth')]) mkdirSync(folder, { recursive: true });
  symlinkSync(packages, join(cache, 'synth/packages'), 'junction');
  const words = join(cache, 'synth/command-main');
  cpSync(code, words, { recursive: true });
  const asked = await ask(join(estate, 'bin/cheomseong.mjs'), estate, cache);
  for (const name of readdirSync(words).filter((each) => each.endsWith('.code')))
    if (!existsSync(join(code, name))) cpSync(join(words, name), join(code, name));
  return asked;
};

/** The parts of the product that run, of which the estate has its own where the product runs from its sources. */
const parts = ['src', 'bin', 'package.json', 'tsconfig.json', '.cache'];

const knows = (folder: string): boolean => existsSync(join(folder, 'src/review/meaning'));

/** The library of a checkout, where it has one that knows the verb. */
export const askOwn = async (checkout: Checkout, { library, program }: Runner): Promise<Asked> => {
  if (library === undefined) return ask(program, checkout.estate, kept('review'));
  return knows(checkout.estate)
    ? askSources(checkout)
    : { why: 'its library does not know review yet', mayBeTold: true };
};

/** The library of the head in the place of that of a checkout, where the product runs from its sources. */
export const askOurs = async (checkout: Checkout, { root, library }: Runner): Promise<Asked> => {
  const { estate } = checkout;
  if (library === undefined) return { why: 'the installed release cannot read it', mayBeTold: false };
  for (const part of parts) {
    rmSync(join(estate, part), { recursive: true, force: true });
    if (part !== '.cache') cpSync(join(root, part), join(estate, part), { recursive: true });
  }
  return askSources(checkout);
};

const wantedIn = (folder: string): string => {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return textAt(read, 'dependencies', 'cheomseong') ?? textAt(read, 'devDependencies', 'cheomseong') ?? '';
  } catch {
    return '';
  }
};

/** That a revision was written for another release than that which reads it; empty where it was not. */
export const releaseText = ({ estate }: Checkout, { root, library }: Runner, release: string): string => {
  const [was, is] = [wantedIn(estate), wantedIn(root)];
  return library !== undefined || was === is || was === ''
    ? ''
    : `was written for cheomseong ${was}, and is read by ${release}`;
};

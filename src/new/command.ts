import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Language } from '#ground/language.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { addressOf } from './address.js';
import { type Made, madeOf } from './files.js';
import { naming } from './naming.js';
import type { Package } from './project.js';

export const newHelp = `Makes an application, and an estate of it where there is none yet: main.ts, metrics, alerts, a dashboard, tests of routes,
pipelines for GitHub and GitLab, a README. Nothing that is there is overwritten.

  cheomseong new NAME

Options
      --language ko|en   in which people read alerts, runbooks and dashboards. Without: what the variable LANG says
      --dry-run          names the files, and writes none
      --json             the same for programs
  -h, --help             this text

Example
  npx cheomseong new order-service --language ko
`;

const options = {
  language: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const languageOf = (given: string | undefined, environment: string): Language => {
  if (given === 'ko' || given === 'en') return given;
  if (given !== undefined) throw new UsageError([`--language ${given}: there are ko and en`]);
  return environment.startsWith('ko') ? 'ko' : 'en';
};

/** What a command of git says in a folder; nothing where it is no repository, or git is not there. */
const git = (folder: string, ...args: readonly string[]): string => {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
};

const told = ({ files, changed, kept, byHand }: Made, name: string): string =>
  [
    ...Object.keys(files).map((path) => `${changed.includes(path) ? 'changed' : 'written'}  ${path}`),
    ...kept.map((path) => `kept     ${path}`),
    ...(byHand === undefined ? [] : ['', 'Add to main.ts:', byHand]),
    '',
    `Next: say in apps/${name}/ what it exports, then npx cheomseong synth.`,
    '',
  ].join('\n');

/** `cheomseong new NAME`. */
export const newCommand = (args: readonly string[], { out, folder }: Surface, own: Package): ExitCode => {
  const { words, text, isGiven } = readWords(args, options, 1);
  const [name] = words;
  if (name === undefined) throw new UsageError(['a name is missing: cheomseong new shop']);
  const made = naming(name, languageOf(text('language'), process.env.LC_ALL ?? process.env.LANG ?? ''));
  if (existsSync(join(folder, 'apps', name)))
    throw new UsageError([
      `apps/${name} is there already; give the application another name, or remove that folder`,
    ]);
  const read = (path: string): string | undefined =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;
  const address = addressOf(
    git(folder, 'remote', 'get-url', 'origin'),
    git(folder, 'branch', '--show-current'),
  );
  const done = madeOf(made, { folder: basename(folder), read, address, package: own });
  if (!isGiven('dry-run'))
    for (const [path, content] of Object.entries(done.files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  out.write(
    isGiven('json')
      ? `${JSON.stringify({ ...done, files: Object.keys(done.files) }, null, 2)}\n`
      : told(done, name),
  );
  return exitCodes.well;
};

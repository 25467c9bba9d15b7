import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { type Made, madeOf } from './files.js';
import { write } from './write.js';
import { type Found, foundAt } from './found.js';
import { languageOf, spokenHere } from './language.js';
import { type Naming, naming } from './naming.js';
import type { Package } from './package-json.js';

export const newHelp = `Makes an application, and an estate of it where there is none yet: main.ts, metrics, alerts, a dashboard, tests of routes,
pipelines for GitHub and GitLab, a README. Nothing that is there is overwritten. In a folder that holds something else already,
as a tsconfig.json or a dist/ tells, the estate stands in monitoring/.

  cheomseong new NAME

Options
      --language ko|en   in which people read alerts, runbooks and dashboards. Without: what LC_ALL, LC_MESSAGES or LANG says
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

/** What is to be done next, which nobody else can know. */
const next = (
  made: Made,
  { name }: Naming,
  { isInstalled, manager, address, base }: Found,
): readonly string[] => [
  ...(isInstalled ? [] : [`  ${manager} install`]),
  `  say in ${base}apps/${name}/ what it exports and where it runs`,
  ...(address === undefined && `${base}apps/runbooks.ts` in made.files
    ? [`  say in ${base}apps/runbooks.ts where this repository is read: it has no remote that tells`]
    : []),
  '  npx cheomseong synth && npx cheomseong prove',
];

const told = (made: Made, naming: Naming, found: Found, isTried: boolean): string =>
  [
    ...Object.keys(made.files).map((path) => {
      const [change, write] = isTried ? ['to change', 'to write '] : ['changed', 'written'];
      return `${made.changed.includes(path) ? change : write}  ${path}`;
    }),
    ...made.kept.map((path) => `${isTried ? 'to keep  ' : 'kept   '}  ${path}`),
    ...(made.byHand === undefined ? [] : ['', `Add to ${found.main}:`, made.byHand]),
    ...['', 'Next:', ...next(made, naming, found), ''],
  ].join('\n');

/**
 * `cheomseong new NAME`.
 *
 * @param mainFile The file of the estate, there or not.
 */
export const newCommand = (
  args: readonly string[],
  { out, root }: Surface,
  own: Package,
  mainFile: string,
): ExitCode => {
  const { words, text, isGiven } = readWords(args, options, 1);
  const [name] = words;
  if (name === undefined) throw new UsageError(['a name is missing: cheomseong new shop']);
  const named = naming(name, languageOf(text('language'), spokenHere(process.env)));
  const found = foundAt(root, mainFile);
  if (existsSync(join(root, `${found.base}apps`, name)))
    throw new UsageError([
      `${found.base}apps/${name} is there already; give the application another name, or remove that folder`,
    ]);
  const made = madeOf(named, found, own);
  const isTried = isGiven('dry-run');
  if (!isTried) write(root, made.files);
  out.write(
    isGiven('json')
      ? `${JSON.stringify({ ...made, files: Object.keys(made.files) }, null, 2)}\n`
      : told(made, named, found, isTried),
  );
  return exitCodes.well;
};

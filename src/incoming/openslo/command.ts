import { isObject } from '#ground/field.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { yamlOf } from '#ground/yaml.js';
import type { AnySlo } from '#alerts/slo/slo.js';
import { languageOf, spokenHere } from '#new/language.js';
import { openSlos } from '#openslo/written.js';
import { filesOf } from '#proof/rules/files.js';
import { documentsIn } from './documents.js';
import { objectivesModule } from './module.js';
import { objectivesOf } from './objective.js';

export const opensloHelp = `Writes objectives as OpenSLO v1, or reads OpenSLO into objectives.

  cheomseong openslo FILE.ts      the SLOs that FILE.ts exports, as documents of OpenSLO
  cheomseong openslo FILE…        the SLOs of YAML files and folders, or of - for standard input, as a module, with the metrics that they
                                  read; what it cannot say is told beside it

Options
      --language ko|en     that of titles. Without: the first in which an SLO is told; of what is read, what LC_ALL, LC_MESSAGES or
                           LANG says
  -h, --help               this text

Exit codes
  0  written      1  written, but for what is told      2  it could not be run

Examples
  npx cheomseong openslo apps/shop/slos.ts > openslo.yaml
  npx cheomseong openslo openslo.yaml > apps/shop/slos.ts
`;

const options = { language: { type: 'string' } } as const;

const isSlo = (value: unknown): value is AnySlo =>
  isObject(value) && isObject(value['budget']) && isObject(value['recorded']) && 'burnRates' in value;

/** The objectives that a module exports: by themselves, or several together. */
const slosIn = (exported: Readonly<Record<string, unknown>>): readonly AnySlo[] => {
  const values = Object.values(exported).flatMap((value) =>
    isSlo(value) ? [value] : Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [],
  );
  return [...new Set(values.filter(isSlo))];
};

/** `cheomseong openslo`. `exported` is what a file of TypeScript exports, where one is given. */
export const opensloCommand = async (
  args: readonly string[],
  { out, err, folder }: Surface,
  exported?: Readonly<Record<string, unknown>>,
): Promise<ExitCode> => {
  const { words, text } = readWords(args, options);
  const [first] = words;
  if (first === undefined) throw new UsageError(['a file is missing: cheomseong openslo apps/shop/slos.ts']);
  const given = text('language');
  if (exported !== undefined) {
    const asked = given === undefined ? undefined : languageOf(given, '');
    const slos = slosIn(exported);
    if (slos.length === 0) throw new UsageError([`${first} exports no objective that slo(…) makes`]);
    out.write(openSlos(slos, asked).map(yamlOf).join('---\n'));
    return exitCodes.well;
  }
  const documents = documentsIn(await filesOf(words, folder));
  const language = languageOf(given, spokenHere(process.env));
  const read = documents.filter(({ kind }) => kind === 'SLO').flatMap((slo) => objectivesOf(slo, documents));
  const made = objectivesModule(
    read.flatMap(({ objective }) => objective ?? []),
    language,
  );
  out.write(made.text);
  const unsaid = [...read.flatMap((each) => each.unsaid), ...made.unsaid];
  for (const { what, why } of unsaid) err.write(`${what}: ${why}\n`);
  return unsaid.length === 0 ? exitCodes.well : exitCodes.faults;
};

import { basename } from 'node:path';
import { type Fault, explained, faultText } from '#ground/fault.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { Metric } from '#promql/metric/metric.js';
import { compared, undeclared } from './compared.js';
import { declaredIn } from './declared.js';
import type { Family } from './exposition.js';
import { scraped } from './source.js';
import { catalogText } from './written.js';

export const catalogHelp = `Writes what a program exports as a typed catalogue, or holds a catalogue against it.

  cheomseong catalog SOURCE                  SOURCE is a saved /metrics, its URL, or - for standard input
  cheomseong catalog SOURCE --against FILE   in what the catalogues that FILE exports differ: what is missing, renamed, of another
                                             type, has other buckets, labels or values

Options
      --name NAME        the name of the catalogue in code, metrics without
      --json             the catalogue, or its differences, for programs
  -h, --help             this text

Exit codes
  0  written, or no difference      1  there are differences      2  it could not be run

Examples
  npx cheomseong catalog http://localhost:8080/metrics --name shopMetrics > apps/shop/metrics.ts
  npx cheomseong catalog metrics.prom --against apps/shop/metrics.ts
`;

const options = { name: { type: 'string' }, against: { type: 'string' }, json: { type: 'boolean' } } as const;

const isCatalog = (value: unknown): value is MetricCatalog =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.values(value).every((each) => each instanceof Metric);

/** What the module of `--against` exports. */
export type Exported = Readonly<Record<string, unknown>>;

const differences = (catalogs: ReadonlyMap<string, MetricCatalog>, scrape: ReadonlyMap<string, Family>) => ({
  faults: [...catalogs].flatMap(([name, metrics]): readonly Fault[] =>
    compared(metrics, scrape).map((fault) => ({ ...fault, where: `${name}.${fault.where}` })),
  ),
  undeclared: undeclared([...catalogs.values()], scrape),
});

const undeclaredText = (count: number): string =>
  `${count === 1 ? '1 metric is' : `${count} metrics are`} exported that no catalogue declares\n`;

/** `cheomseong catalog`. `against` is what the file of `--against` exports, which is loaded where it is asked for. */
export const catalogCommand = async (
  args: readonly string[],
  { out, folder }: Surface,
  against?: Exported,
): Promise<ExitCode> => {
  const { words, text: given, isGiven } = readWords(args, options, 1);
  const [source] = words;
  const name = given('name') ?? 'metrics';
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    throw new UsageError([
      `--name ${name}: code cannot call anything so; write letters and digits: shopMetrics`,
    ]);
  if (source === undefined)
    throw new UsageError(['a source is missing: cheomseong catalog http://localhost:8080/metrics']);
  const scrape = await scraped(source, folder);
  if (against === undefined) {
    const declared = declaredIn(scrape);
    const from = source === '-' ? 'the program' : /^https?:/.test(source) ? source : basename(source);
    out.write(isGiven('json') ? `${JSON.stringify(declared, null, 2)}\n` : catalogText(name, declared, from));
    return exitCodes.well;
  }
  const catalogs = new Map(
    Object.entries(against).flatMap(([name, value]) => (isCatalog(value) ? [[name, value] as const] : [])),
  );
  if (catalogs.size === 0) throw new UsageError([`${given('against')} exports no catalogue`]);
  const found = differences(catalogs, scrape);
  if (isGiven('json')) out.write(`${JSON.stringify(found, null, 2)}\n`);
  else {
    if (found.faults.length > 0)
      out.write(`${faultText(`${given('against')}`, found.faults, true)}${explained(found.faults)}\n`);
    out.write(undeclaredText(found.undeclared.length));
  }
  return found.faults.some(({ isHint }) => !isHint) ? exitCodes.faults : exitCodes.well;
};

import { basename } from 'node:path';
import { type Fault, explained, faultText } from '#ground/fault.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { Metric } from '#promql/metric/metric.js';
import { compared, undeclared } from './compared.js';
import { type Declared, declaredIn } from './declared.js';
import type { Family } from './exposition.js';
import { scraped } from './source.js';
import { isOfRegistry, registryIn, strategyOf } from './weaver/files.js';
import { declaredBy } from './weaver/read.js';
import { declaredOf, registryText } from './weaver/written.js';
import { catalogModule, catalogText } from './written.js';

const word = { type: 'string' } as const;
const options = {
  name: word,
  names: word,
  against: word,
  registry: word,
  json: { type: 'boolean' },
} as const;

const isCatalog = (value: unknown): value is MetricCatalog =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.values(value).every((each) => each instanceof Metric);

/** What the module of `--against` or `--registry` exports. */
export type Exported = Readonly<Record<string, unknown>>;

const differences = (catalogs: ReadonlyMap<string, MetricCatalog>, scrape: ReadonlyMap<string, Family>) => ({
  faults: [...catalogs].flatMap(([name, metrics]): readonly Fault[] =>
    compared(metrics, scrape).map((fault) => ({ ...fault, where: `${name}.${fault.where}` })),
  ),
  undeclared: undeclared([...catalogs.values()], scrape),
});

const undeclaredText = (count: number): string =>
  `${count === 1 ? '1 metric is' : `${count} metrics are`} exported that no catalogue declares\n`;

/** What a registry says nothing of, and who knows it. */
const ofRegistry = (from: string): string =>
  `What ${from} declares, as Prometheus stores it. A registry tells no buckets: hold these against the program's own, by catalog --against.`;

/** The catalogues that a file exports. */
const catalogsIn = (exported: Exported, file: string | undefined): ReadonlyMap<string, MetricCatalog> => {
  const catalogs = Object.entries(exported).flatMap(([name, value]) =>
    isCatalog(value) ? [[name, value] as const] : [],
  );
  if (catalogs.length === 0) throw new UsageError([`${file} exports no catalogue`]);
  return new Map(catalogs);
};

/** `cheomseong catalog`. `exported` is what the file of `--against` or `--registry` exports, which is loaded where it is asked for. */
export const catalogCommand = async (
  args: readonly string[],
  { out, folder }: Surface,
  exported: Exported = {},
): Promise<ExitCode> => {
  const { words, text: given, isGiven } = readWords(args, options, 1);
  const [source] = words;
  const name = given('name') ?? 'metrics';
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    throw new UsageError([
      `--name ${name}: code cannot call anything so; write letters and digits: shopMetrics`,
    ]);
  const [against, registry] = [given('against'), given('registry')];
  const strategy = strategyOf(given('names'));
  if (registry !== undefined) {
    if (source !== undefined)
      throw new UsageError([`${source}: one word too many; --registry names its file`]);
    const catalogs = catalogsIn(exported, registry);
    const metrics = [...catalogs.values()].flatMap((each) => Object.values(each).map(declaredOf));
    out.write(registryText([...catalogs.keys()].join('.'), metrics));
    return exitCodes.well;
  }
  if (source === undefined)
    throw new UsageError(['a source is missing: cheomseong catalog http://localhost:8080/metrics']);
  const from = source === '-' ? 'the program' : /^https?:/.test(source) ? source : basename(source);
  const write = (declared: readonly Declared[], module: string): ExitCode => {
    out.write(isGiven('json') ? `${JSON.stringify(declared, null, 2)}\n` : module);
    return exitCodes.well;
  };
  if (isOfRegistry(source, folder)) {
    if (against !== undefined)
      throw new UsageError([
        `--against ${against}: it is held against what a program exports, not a registry`,
      ]);
    const declared = declaredBy(registryIn(source, folder), strategy);
    return write(declared, catalogModule(name, declared, ofRegistry(from)));
  }
  const scrape = await scraped(source, folder);
  if (against === undefined) {
    const declared = declaredIn(scrape);
    return write(declared, catalogText(name, declared, from));
  }
  const found = differences(catalogsIn(exported, against), scrape);
  if (isGiven('json')) out.write(`${JSON.stringify(found, null, 2)}\n`);
  else {
    if (found.faults.length > 0)
      out.write(`${faultText(against, found.faults, true)}${explained(found.faults)}\n`);
    out.write(undeclaredText(found.undeclared.length));
  }
  return found.faults.some(({ isHint }) => !isHint) ? exitCodes.faults : exitCodes.well;
};

import type { Family } from '#catalog/exposition.js';
import { scraped } from '#catalog/source.js';
import type { Fault } from '#ground/fault.js';
import type { GivenFile } from '#ground/yaml-objects.js';
import { recordedNames } from '#rules/against/compared.js';
import type { FindingOf } from '#rules/finding.js';
import { findingsOfAll } from '#proof/rules/findings.js';
import { readAgainst } from '#proof/rules/against/read.js';
import { progress } from '#proof/command/progress.js';
import type { Surface } from '#ground/surface.js';
import { edgesTold, withBuckets } from './catalogue/buckets.js';
import { type Catalogue, catalogueOf } from './catalogue/catalogue.js';
import { familiesStored } from './catalogue/stored.js';
import { filesOf } from '#proof/rules/files.js';
import { intervalsOf } from '#proof/rules/intervals.js';
import { proveRules } from '#proof/rules/prove.js';
import { subjectsOf } from '#proof/rules/subject.js';
import type { Verdict } from '#proof/rules/verdict.js';
import { programOf } from '#proof/tools/tool.js';
import { selectors } from '#promql/expr/ast.js';
import { type Foreign, readRules } from '#rules/read.js';
import type { WrittenAlert, WrittenGroup } from '#rules/rule.js';
import { type Understood, understood } from '#rules/understood.js';

/** All that came in, and what is known of it. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly groups: readonly WrittenGroup[];
  readonly understood: Understood;
  /** What promtool says of what is derived of each alert. */
  readonly verdicts: ReadonlyMap<WrittenAlert, Verdict>;
  readonly findings: readonly FindingOf[];
  readonly families: ReadonlyMap<string, Family>;
  readonly faults: readonly Fault[];
  /** Documents that are no rules. */
  readonly foreign: readonly Foreign[];
}

/** What stands in files, before anybody is asked about it. */
export type Read = Pick<Given, 'files' | 'groups' | 'faults' | 'foreign'>;

/** Reads what was given. */
export const readGiven = async (names: readonly string[], folder: string): Promise<Read> => {
  const files = await filesOf(names, folder);
  const { groups, faults, foreign } = readRules(files);
  return { files, groups, faults, foreign };
};

/** An address that is not that of a program's own metrics is a Prometheus's. */
const isPrometheus = (source: string): boolean =>
  /^https?:\/\//.test(source) && URL.canParse(source) && !/\/metrics$/.test(new URL(source).pathname);

const exportedBy = async (
  source: string,
  known: Understood,
  folder: string,
): Promise<ReadonlyMap<string, Family>> =>
  isPrometheus(source) ? familiesStored(await readAgainst([source], known, folder)) : scraped(source, folder);

/** The catalogue of all that rules read, but for what they record. */
const catalogueRead = (known: Understood, families: ReadonlyMap<string, Family>): Catalogue => {
  const rules = [...known.of];
  const recorded = new Set(rules.flatMap(([{ kind, name }]) => (kind === 'record' ? [name] : [])));
  const read = rules.flatMap(([, each]) => ('expr' in each ? selectors(each.expr) : []));
  const names = [...new Set(read.map(({ metric }) => metric.name))];
  return catalogueOf(
    names.filter((name) => name !== '' && !recorded.has(name)),
    { metrics: known.metrics, edges: edgesTold(known) },
    families,
  );
};

/** So many promtools side by side. */
const jobs = 2;

/** What is known of what was read: what programs export, and what promtool says of what is derived of each alert. */
export const knownOf = async (
  read: Read,
  metrics: readonly string[],
  { folder, err }: Pick<Surface, 'folder' | 'err'>,
): Promise<Given> => {
  const { files, groups } = read;
  const known = understood(groups);
  const scrapes = await Promise.all(metrics.map((source) => exportedBy(source, known, folder)));
  const families = new Map(scrapes.flatMap((each) => [...each]));
  const intervals = intervalsOf({}, files);
  const asked = withBuckets(known, catalogueRead(known, families));
  const subjects = subjectsOf(groups, asked, intervals);
  const found = findingsOfAll(subjectsOf(groups, known, intervals), recordedNames(groups));
  const promtool = await programOf('promtool');
  const { done, end } = progress(subjects.length, err);
  const verdicts = await proveRules(subjects, { promtool, fresh: false, jobs, onJudged: done });
  end();
  return {
    ...read,
    understood: known,
    verdicts: new Map(
      subjects.flatMap(({ alert }, i) =>
        verdicts.slice(i, i + 1).map((verdict) => [alert, verdict] as const),
      ),
    ),
    findings: [...found].flatMap(([{ alert }, all]) => all.map((finding) => ({ alert, finding }))),
    families,
  };
};

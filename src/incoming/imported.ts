import type { Fault } from '#ground/fault.js';
import type { GivenFile } from '#ground/yaml-objects.js';
import { readRules } from '#rules/read.js';
import type { Incoming, Way } from './alert/asked.js';
import { type GroupWritten, type Ways, groupsWritten } from './application/assembled.js';
import { type Described, applicationFiles, sharedFiles } from './application/files.js';
import { type Beside, type Piece, piecesOf, withoutPieces } from './beside/beside.js';
import { type PanelsParity, panelsParity } from './parity/dashboards.js';
import { type RuleParity, ruleParity } from './parity/rules.js';
import { type ScrapeParity, scrapeParity } from './scrapes/parity.js';
import type { Plan } from './plan/plan.js';
import { namesIn } from './code/names.js';
import type { ProofCode } from './proof/proof.js';
import type { TrialFolder } from './trial/folder.js';
import type { Disproven, Trial, Try } from './trial/outcome.js';
import { type Settled, settled } from './trial/settled.js';

/** An application that compiles, is synthesized, and was held against what came in. */
export interface Imported {
  readonly files: Readonly<Record<string, string>>;
  readonly groups: readonly GroupWritten[];
  readonly failed: ReadonlyMap<Incoming, string>;
  /** Tests of its routes as they are. */
  readonly routes: string;
  readonly parity: RuleParity;
  readonly panels: PanelsParity;
  readonly scrapes: ScrapeParity;
  /** What stands beside rules, as far as it is written. */
  readonly beside: Beside;
  readonly hints: readonly Fault[];
}

/** What keeps an application from being written. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const best: Way = { expr: 'typed', proof: 'derived' };

/** What is synthesized. */
const filesOf = ({ outcome }: Trial): readonly GivenFile[] =>
  Object.entries(outcome?.files ?? {}).map(([file, text]) => ({ file, text }));

/** The rules of all PrometheusRules that are synthesized. */
const rendered = (trial: Trial) =>
  readRules(filesOf(trial).filter(({ file }) => /\/PrometheusRule\.[^/]+$/.test(file))).groups;

const refusalOf = ({ types, outcome, broken }: Trial): string | undefined => {
  const told = [
    ...(broken === undefined ? [] : [broken]),
    ...types.map(({ place, text }) => `${place}: ${text}`),
    ...(outcome?.faults ?? []).map(
      ({ where, why, cure }) => `${where}: ${why}${cure === '' ? '' : `; ${cure}`}`,
    ),
  ];
  return told.length === 0 ? undefined : told.join('\n');
};

/** The alerts that are rendered otherwise than they came in though they are written in typed words. */
const misspelt = (groups: readonly GroupWritten[], { differences }: RuleParity, ways: Ways) => {
  const lines = new Set(
    differences.flatMap(({ field, place }) => (field === 'expr' ? [`${place.file}:${place.line}`] : [])),
  );
  return groups
    .flatMap(({ written }) => written)
    .filter(({ incoming: { alert } }) => lines.has(`${alert.place.file}:${alert.place.line}`))
    .map(({ incoming }) => incoming)
    .filter((incoming) => ways.get(incoming)?.expr === 'typed');
};

/** With what is told now, then with the series of its histograms one by one, then without a proof. */
const mendedWay = (way: Way, { code }: ProofCode, { told, why }: Disproven): Way => {
  if (told !== undefined && way.told === undefined) return { ...way, told };
  const { told: _, ...others } = way;
  return namesIn(code).some((name) => /^observes/.test(name))
    ? { ...others, histograms: 'series' }
    : { ...way, proof: 'unproven', why };
};

/** Ways in which those are written whose proofs do not hold as they are. */
const mended = (groups: readonly GroupWritten[], all: readonly Disproven[], ways: Ways): Ways => {
  const byKey = new Map(all.map((each) => [each.key, each]));
  const written = groups.flatMap((group) => group.written);
  return new Map([
    ...ways,
    ...written.flatMap(({ incoming, proof }): readonly (readonly [Incoming, Way])[] => {
      const found = byKey.get(incoming.key ?? incoming.alert.name);
      const way = ways.get(incoming);
      if (found === undefined || way === undefined || proof.is === 'unproven') return [];
      return [[incoming, mendedWay(way, proof, found)]];
    }),
  ]);
};

/** What of a trial is about a piece: what the compiler says of its file, what running it threw, what the laws say of it. */
const blamed = ({ types, outcome, broken }: Trial, beside: Beside): ReadonlyMap<Piece, string> =>
  new Map(
    piecesOf(beside).flatMap((piece) => {
      const { file, what } = piece;
      const told = [
        ...types.flatMap(({ place, text }) => (place.includes(`/${file}:`) ? [text] : [])),
        ...(broken?.includes(`/${file}:`) === true ? [broken] : []),
        ...(outcome?.faults ?? []).flatMap(({ where, why }) =>
          where.includes(`/${file}:`) || new RegExp(`/${what}s?(/|\\b)`).test(where) ? [why] : [],
        ),
      ];
      const [why] = told;
      return why === undefined ? [] : [[piece, why.split('\n')[0] ?? why] as const];
    }),
  );

/** Where and by what an application is tried, and what it is held against. */
export interface Workshop {
  readonly came: readonly GivenFile[];
  readonly folder: TrialFolder;
  readonly tries: Try;
}

const attempt = async (
  plan: Plan,
  described: Described,
  beside: Beside,
  workshop: Workshop,
  begun: Settled,
): Promise<Imported> => {
  const { folder, tries, came } = workshop;
  const { ending } = described;
  const { ways, failed } = await settled(plan, begun, sharedFiles(plan, ending), ending, folder.place, tries);
  const groups = groupsWritten(plan, ways);
  const files = applicationFiles(plan, ways, described, beside);
  const trial = await tries(folder.estate(files));
  const why = refusalOf(trial);
  const bad = why === undefined ? new Map<Piece, string>() : blamed(trial, beside);
  if (why !== undefined && bad.size === 0) throw new Refused(why);
  if (bad.size > 0) return attempt(plan, described, withoutPieces(beside, bad), workshop, { ways, failed });
  const parity = ruleParity(
    groups.map(({ name, group, written }) => ({
      name,
      before: group.written,
      rules: [...group.records.map(({ record }) => record), ...written.map(({ incoming }) => incoming.alert)],
    })),
    rendered(trial),
  );
  const again = misspelt(groups, parity, ways);
  const disproven = trial.outcome?.disproven ?? [];
  if (again.length + disproven.length === 0)
    return {
      ...{ files, groups, failed, parity, beside },
      routes: trial.outcome?.routes[described.naming.name] ?? '',
      panels: panelsParity(beside, trial.outcome?.files ?? {}),
      scrapes: scrapeParity(came, filesOf(trial)),
      hints: trial.outcome?.hints ?? [],
    };
  const worse = new Map(mended(groups, disproven, ways));
  for (const incoming of again) {
    const way = worse.get(incoming);
    if (way) worse.set(incoming, { ...way, expr: 'as written' });
  }
  return attempt(plan, described, beside, workshop, { ways: worse, failed });
};

/**
 * Holds the whole estate, with an application that came in, to what holds over all of it.
 *
 * @param main The main file as it would be.
 * @throws Refused on what keeps it from being synthesized.
 */
export const heldToEstate = async (
  { files }: Imported,
  main: string,
  { folder, tries }: Workshop,
): Promise<void> => {
  const why = refusalOf(await tries(folder.whole(files, main)));
  if (why !== undefined) throw new Refused(`With it the estate is refused:\n${why}`);
};

/**
 * The application that a plan comes to: each alert in the best way in which it compiles and renders what came in.
 *
 * @throws Refused on what keeps it from being synthesized.
 */
export const imported = (
  plan: Plan,
  described: Described,
  beside: Beside,
  workshop: Workshop,
): Promise<Imported> =>
  attempt(plan, described, beside, workshop, {
    ways: new Map(plan.groups.flatMap(({ alerts }) => alerts.map((each) => [each, best] as const))),
    failed: new Map(),
  });

import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import { type Limit, ratio } from '#promql/unit/limit.js';
import type { Exported } from '#promql/vector/gained.js';
import { type Behaviour, grows, holds } from '#alerts/scenario/behaviour.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { withLabels } from '#alerts/scenario/labels.js';
import { lookalikes } from '#alerts/scenario/lookalikes.js';
import type { Firing } from '#alerts/scenario/scenario.js';
import { type Failing, comparedShare } from './failing.js';

type Labels = Readonly<Record<string, string>>;

interface Of<L extends string> {
  readonly limit: Limit<'ratio'>;
  readonly for: Duration;
  readonly window: Duration;
  /** At this rate there are too few events. */
  readonly least: Limit<'perSecond'>;
  /** Labels of the alert. */
  readonly labels: Readonly<Record<L, string>>;
  /** Labels of events that are well, and of those of a kind that fail; none where no label tells kinds apart. */
  readonly well: Labels;
  readonly failing: (kind: number) => Labels | undefined;
  /** What fails, as a clause. */
  readonly when: string;
}

/** A kind of failure each minute. */
const each = 60;

/** A series that is first there so long after the fault began, with a value that stays. */
const appearing = (behaviour: Behaviour, value: number, appears: number): Behaviour => ({
  ...behaviour,
  course: { type: 'gauge', value, appears },
});

/**
 * Each minute something fails for the first time, some of it in a process that has just started; what a target counted before anybody
 * scraped it is old, and does not count. Nothing where first failures are not told.
 */
export const firstFailures = <L extends string>(failing: Failing<L>, of: Of<L>): readonly Firing<L>[] => {
  const { failed, by = [], exported } = failing;
  const others = 'all' in failing ? failing.all : failing.well;
  const seconds = inSeconds(of.window);
  const perTarget = by.some((label) => label === 'job' || label === 'instance');
  if (!exported || seconds % each !== 0 || perTarget || !of.failing(0)) return [];
  const told = of.limit.value <= 0.25 ? 2 * of.limit.value : (1 + of.limit.value) / 2;
  const many = 12_000 * of.least.value;
  const begins = Math.ceil((2 * seconds) / each) * each + 10 * each;
  const ends = Math.ceil((inSeconds(of.for) + seconds) / each) * each + each;
  const late = ends - each;
  // Well within the window, and more than half of it ago.
  const long = ends - 0.8 * seconds;
  const failure = (kind: number, value: number, target: Labels, appears: number): Behaviour =>
    appearing(withLabels({ ...of.failing(kind), ...target })(grows(failed, {}, 0)), value, appears);
  const { up, started } = exported;
  const job = fixedLabel(up, 'job') ?? 'service';
  const at = (name: string): Target => ({ job, instance: `${name}:8000` });
  const [known, young, stale, older] = [at('known'), at('young'), at('stale'), at('older')];
  const kinds = Array.from({ length: ends / each + 1 }, (_, kind) => kind);
  const first = kinds.map((kind) =>
    failure(kind, many * told, started && kind * each === late ? young : known, kind * each),
  );
  const since = (target: Target, before: number) =>
    started ? [holds(started, target, begins + ends - before)] : [];
  const selectors = scrapedSelectors(comparedShare(failing, of.window).expr);
  return [
    {
      when: of.when,
      series: [
        withLabels(of.well)(grows(others, {}, (many * (1 - told)) / each)),
        ...first,
        ...scraped(up, known),
        ...since(known, 100 * seconds),
        ...lateScraped(up, young, late),
        ...[stale, older].flatMap((target) => lateScraped(up, target, long)),
        ...since(young, seconds - 20),
        // Both count for nothing, whatever they counted before.
        failure(0, 1_000 * many, stale, long),
        ...since(stale, 100 * seconds),
        failure(0, 1_000 * many, older, long),
        ...since(older, seconds),
        ...lookalikes(first, selectors),
        ...lookalikes([holds(up, stale, 1), ...(started ? [holds(started, stale, 1e9)] : [])], selectors),
      ],
      after: duration(begins),
      lasts: duration(ends + each),
      within: duration(ends),
      unsteady: true,
      labels: of.labels,
      value: heldAgainst(of.limit, ratio(told)),
    },
  ];
};

type Target = Readonly<Record<'job' | 'instance', string>>;

/** A target that is scraped by two paths, of which one never answers. */
const scraped = (up: Exported['up'], target: Target): readonly Behaviour[] => [
  holds(up, target, 1),
  withLabels({ endpoint: 'another', pod: 'another' })(holds(up, target, 0)),
];

/** One that is first scraped then, by two paths that both answer. */
const lateScraped = (up: Exported['up'], target: Target, appears: number): readonly Behaviour[] =>
  scraped(up, target).map((each) => appearing(each, 1, appears));

import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { type Application, scrapesOf } from '#application/application.js';
import { platformExporters } from '#application/platform.js';
import type { Scrape } from '#application/scrape.js';
import type { AnyMetric, MetricInfo } from '#promql/metric/metric.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { storedAs } from '#promql/metric/parts.js';
import type { Asked } from './asked.js';
import type { SimulatedFault } from './fault.js';

type Labels = Readonly<Record<string, string>>;

/** A series of a target. */
export interface Series extends Behaviour {
  /** Its labels as they are exported, without those that scraping adds. */
  readonly exported: Labels;
  /** All of its labels as they are stored. */
  readonly labels: Labels;
  /** The fault of whose proof it is; none of a series that no alert reads. */
  readonly fault?: SimulatedFault;
}

/** All series of one metric: of a histogram its buckets, its sum and its count. */
export interface Family {
  readonly name: string;
  readonly kind: MetricInfo['kind'];
  readonly series: readonly Series[];
}

/** One that is scraped. */
export interface Target extends Asked {
  readonly families: readonly Family[];
  /** What proofs say of whether it answers, which is told by no series of its own. */
  readonly up: readonly Series[];
}

/** A target before it is known which series are its own. */
interface Draft {
  readonly asked: Asked;
  readonly metrics: readonly AnyMetric[];
  readonly series: Series[];
  /** Its labels where it stands in for another that a proof names: the pod, the container. */
  readonly of?: Draft;
}

const byScraping: ReadonlySet<string> = new Set(Object.values(scrapeMetrics).map(({ info }) => info.name));

/** Of several that are declared by one name the last, which is the newest. */
const metricsOf = ({ metrics }: Pick<Scrape, 'metrics'>): readonly AnyMetric[] => [
  ...new Map(metrics.flatMap((each) => Object.values(each)).map((each) => [each.info.name, each])).values(),
];

const isOwn = ({ metric }: Behaviour, label: string): boolean => metric.ownLabels.includes(label);

/** Labels whose values a proof makes up where it does not matter who it is. */
const madeUp: ReadonlySet<string> = new Set(['pod', 'container', 'instance', 'service', 'job', 'node']);

/** Whether a proof says no more than that it is some one: `this-pod`. */
const isAnyone = (label: string, value: string): boolean => value === `this-${label}`;

/** The labels of a series that scraping adds, as far as they make a target of their own; nothing where it is of another. */
const added = (
  { labels }: Asked,
  series: Behaviour,
  isKnown: (label: string, value: string) => boolean,
): Labels | undefined => {
  const scraped = Object.entries(series.labels).filter(
    ([label, value]) =>
      !isOwn(series, label) && value !== '' && !(madeUp.has(label) && isAnyone(label, value)),
  );
  const isOther = ([label, value]: readonly [string, string]): boolean =>
    (labels[label] ?? value) !== value && (!madeUp.has(label) || isKnown(label, value));
  if (scraped.some(isOther)) return undefined;
  return Object.fromEntries(scraped.filter(([label, value]) => labels[label] !== value));
};

const exportedBy = (series: Behaviour): Labels =>
  Object.fromEntries(Object.entries(series.labels).filter(([label]) => isOwn(series, label)));

/** Where a target is asked that stands for another pod, or another machine, of one that is known. */
const another = ({ asked }: Draft, labels: Labels, number: number): Asked => ({
  ...asked,
  address: asked.address.replace(/^([^.:]+)/, `$1-${number}`),
  labels: { ...asked.labels, ...labels },
});

/** A series that no alert reads: a counter grows by 1 a second, a gauge is 1 where it may be. */
const unread = (metric: MetricInfo, target: Labels): readonly Series[] => {
  const { kind, ownLabels, values, buckets = [], range: [least, greatest] = [-Infinity, Infinity] } = metric;
  const course: Series['course'] =
    kind === 'counter'
      ? { type: 'counter', perSecond: 1, events: [] }
      : { type: 'gauge', value: Math.min(Math.max(1, least), greatest) };
  const own = Object.fromEntries(ownLabels.map((label) => [label, values[label]?.[0] ?? 'any']));
  const labelled = (further: Labels): Series => {
    const exported = { ...own, ...further };
    return { metric, exported, labels: { ...target, ...exported }, course };
  };
  if (ownLabels.includes('le')) return [...buckets, '+Inf'].map((edge) => labelled({ le: String(edge) }));
  return [labelled(ownLabels.includes('quantile') ? { quantile: '0.5' } : {})];
};

/** Gives each series to the first target that may be its own: in a cluster to one of the pod that it names. */
const deal = (drafts: Draft[], fault: SimulatedFault, splits: boolean): void => {
  // What is of somebody else is of nobody here, by whatever label it is told apart.
  const isKnown = (label: string, value: string): boolean =>
    value === 'somebody-else' || drafts.some(({ asked, of }) => !of && asked.labels[label] === value);
  for (const behaviour of fault.scenario.series) {
    const isUp = behaviour.metric.name === 'up';
    const isExporter = ({ asked, metrics }: Draft) =>
      isUp
        ? !asked.honorsLabels
        : metrics.some((each) => storedAs(each).some(({ name }) => name === behaviour.metric.name));
    const first = drafts.find(
      (each) => isExporter(each) && !each.of && added(each.asked, behaviour, isKnown),
    );
    if (!first) continue;
    const missing = added(first.asked, behaviour, isKnown) ?? {};
    if (first.asked.honorsLabels) {
      first.series.push({ ...behaviour, exported: behaviour.labels, fault });
      continue;
    }
    const isNamed = (each: Draft) =>
      each.of === first &&
      Object.entries(missing).every(([label, value]) => each.asked.labels[label] === value);
    let target = first;
    if (splits && Object.keys(missing).length > 0) {
      const known = drafts.find(isNamed);
      target = known ?? {
        ...first,
        of: first,
        series: [],
        asked: another(first, missing, drafts.filter(({ of }) => of === first).length + 1),
      };
      if (!known) drafts.push(target);
    }
    const exported = exportedBy(behaviour);
    target.series.push({ ...behaviour, labels: { ...target.asked.labels, ...exported }, exported, fault });
  }
};

/** What the platform exports, as far as alerts read it: kube-state-metrics and cAdvisor say whose each series is. */
const platformDrafts = ({ platform }: Pick<Application, 'platform'>): Draft[] => {
  const metrics = metricsOf({ metrics: platform }).filter(({ info }) => !byScraping.has(info.name));
  const nameOf = ({ info }: AnyMetric): string =>
    platformExporters.find((each) =>
      Object.values(each.metrics).some((other) => other.info.name === info.name),
    )?.name ?? 'platform';
  const names = [...new Set(metrics.map(nameOf))];
  return names.map((name) => ({
    asked: {
      job: name.toLowerCase(),
      address: `${name.toLowerCase()}.monitoring:8080`,
      path: '/metrics',
      labels: {},
      honorsLabels: true,
    },
    metrics: metrics.filter((each) => nameOf(each) === name),
    series: [],
  }));
};

export interface Drawn {
  /** Every target that is asked of a scrape. */
  readonly askedOf: (scrape: Scrape) => readonly Asked[];
  /** Whether a series whose pod is not known makes a target of its own, as in a cluster; on a host there is one of each. */
  readonly splits: boolean;
}

/**
 * What is scraped of an application, with all the metrics that are declared of it, of exporters and of the platform. What alerts read
 * behaves as their proofs say; of what no alert reads there is one series on each target.
 */
export const targetsOf = (
  application: Application,
  faults: readonly SimulatedFault[],
  { askedOf, splits }: Drawn,
): readonly Target[] => {
  const drafts: Draft[] = [
    ...scrapesOf(application).flatMap((scrape) =>
      askedOf(scrape).map((asked): Draft => ({ asked, metrics: metricsOf(scrape), series: [] })),
    ),
    ...(splits ? platformDrafts(application) : []),
  ];
  for (const fault of faults) deal(drafts, fault, splits);
  const readNames = new Set(drafts.flatMap(({ series }) => series.map(({ metric }) => metric.name)));
  return drafts.map(({ asked, metrics, series, of }) => ({
    ...asked,
    up: series.filter(({ metric }) => metric.name === 'up'),
    families: metrics.flatMap((metric): readonly Family[] => {
      const all = storedAs(metric).flatMap((info) =>
        readNames.has(info.name)
          ? series.filter((each) => each.metric.name === info.name)
          : of || asked.honorsLabels || info.stored
            ? []
            : unread(info, asked.labels),
      );
      return all.length === 0 ? [] : [{ name: metric.info.name, kind: metric.info.kind, series: all }];
    }),
  }));
};

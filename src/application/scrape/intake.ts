import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import { targetLabels } from '#promql/metric/label.js';

/**
 * The formats of an exposition, of which Prometheus takes one where a target names none:
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config.
 */
export const scrapeProtocols = [
  'PrometheusText0.0.4',
  'PrometheusText1.0.0',
  'OpenMetricsText0.0.1',
  'OpenMetricsText1.0.0',
  'PrometheusProto',
] as const;
export type ScrapeProtocol = (typeof scrapeProtocols)[number];

/** What Prometheus takes of an answer, and what it takes the answer for. */
export interface Intake {
  /**
   * What an answer is read as whose Content-Type says nothing, or nothing that Prometheus knows. Prometheus 3 refuses it unless this is
   * given, Prometheus 2 took it for its own text: handlers that write bare text are down after the upgrade.
   */
  readonly fallbackScrapeProtocol?: ScrapeProtocol;
  /** How many series a target may have, once those to drop are dropped. Of one that has more nothing is taken: it is down, and told of. */
  readonly sampleLimit?: number;
  /** How many labels a series may have, with its name and those of its target. Of a target where one has more nothing is taken. */
  readonly labelLimit?: number;
  /**
   * Whether a label that a target sets itself stays, where Prometheus would set it: of what tells about others, such as a Pushgateway, or
   * another Prometheus. Else it is stored as `exported_job`.
   */
  readonly honorLabels?: boolean;
}

/** The same without what is not said. */
export const intakeOf = ({
  fallbackScrapeProtocol,
  sampleLimit,
  labelLimit,
  honorLabels,
}: Intake): Intake => ({
  ...(fallbackScrapeProtocol !== undefined && { fallbackScrapeProtocol }),
  ...(sampleLimit !== undefined && { sampleLimit }),
  ...(labelLimit !== undefined && { labelLimit }),
  ...(honorLabels === true && { honorLabels }),
});

const limitFaults = (where: keyof Intake, limit: number | undefined): readonly Fault[] =>
  limit === undefined || (Number.isInteger(limit) && limit >= 1)
    ? []
    : [
        {
          where,
          what: String(limit),
          code: 'no-whole-number',
          why: limit === 0 ? '0 is no limit to Prometheus' : `${limit} is no number of things`,
          cure: 'write a whole number of at least 1, or leave it out',
        },
      ];

/** The metric whose series have most labels: their names, their own and those of their target in a cluster. */
const widest = (
  metrics: readonly MetricCatalog[],
  copied: readonly string[],
): { readonly name: string; readonly width: number } | undefined =>
  [...stored(metrics).values()]
    .map(({ name, labels }) => ({
      name,
      width: new Set(['__name__', ...targetLabels, ...copied, ...labels]).size,
    }))
    .sort((a, b) => b.width - a.width)[0];

/** What is wrong with it: a format that is none, a limit that is none, or one that no scrape keeps. */
export const intakeFaults = (
  { fallbackScrapeProtocol: protocol, sampleLimit, labelLimit }: Intake,
  metrics: readonly MetricCatalog[],
  copied: readonly string[],
): readonly Fault[] => {
  const wide = widest(metrics, copied);
  return [
    ...(protocol === undefined || scrapeProtocols.includes(protocol)
      ? []
      : [
          {
            where: 'fallbackScrapeProtocol',
            what: protocol,
            code: 'no-such-word' as const,
            why: `'${protocol}' is no format of an exposition`,
            cure: instead(protocol, scrapeProtocols),
          },
        ]),
    ...limitFaults('sampleLimit', sampleLimit),
    ...limitFaults('labelLimit', labelLimit),
    ...(labelLimit !== undefined && labelLimit >= 1 && wide !== undefined && labelLimit < wide.width
      ? [
          {
            where: 'labelLimit',
            what: String(labelLimit),
            code: 'limit-under-labels' as const,
            why: `${wide.name} has ${wide.width} labels with its name and those of its target, so every scrape of it would fail`,
            cure: `write at least ${wide.width}`,
          },
        ]
      : []),
  ];
};

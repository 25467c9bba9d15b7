import type { Duration } from '#ground/duration.js';
import { type Fault, below, refuse } from '#ground/fault.js';
import { anything, exactly, length, oneOf, text } from '#ground/shape.js';
import {
  type RemoteWrite,
  type RemoteWriteSpec,
  remoteWrite,
  remoteWriteFaults,
} from '#platform/remote-write/remote-write.js';

/** Who scrapes: the Prometheus of the platform, which writes to VictoriaMetrics, or its own agent. */
export const scrapers = ['prometheus', 'vmagent'] as const;
export type Scraper = (typeof scrapers)[number];
/** Who evaluates rules. */
export const evaluators = ['prometheus', 'vmalert'] as const;
export type Evaluator = (typeof evaluators)[number];

/** A VictoriaMetrics that keeps what is scraped. Its operator finds its kinds by the label `release`, as that of Prometheus does. */
export interface VictoriaMetrics {
  readonly name: 'victoriametrics';
  /** Where samples are written to: `http://vmsingle-shop.monitoring.svc:8428`, or `…/insert/0/prometheus` of a cluster of it. */
  readonly url: string;
  /** How long it keeps samples: its `-retentionPeriod`. */
  readonly retention: Duration;
  readonly scrapesBy: Scraper;
  readonly rulesBy: Evaluator;
  /** Of a Prometheus that writes to it; its own agent says for itself where it writes. */
  readonly write?: RemoteWrite;
}

export interface VictoriaMetricsSpec
  extends
    Pick<VictoriaMetrics, 'url' | 'retention'>,
    Partial<Pick<VictoriaMetrics, 'scrapesBy' | 'rulesBy'>> {
  readonly write?: Omit<RemoteWriteSpec, 'url' | 'tenant'>;
}

const victoriaMetricsShape = exactly(
  {
    name: text,
    url: text,
    retention: length,
    scrapesBy: oneOf(scrapers),
    rulesBy: oneOf(evaluators),
  },
  { write: anything },
);

/** What is wrong with a VictoriaMetrics, whether it was made so or changed since. */
export const victoriaMetricsFaults = ({ scrapesBy, rulesBy, write }: VictoriaMetrics): readonly Fault[] => [
  ...(write ? below('write', remoteWriteFaults(write)) : []),
  ...(scrapesBy === 'vmagent' && write
    ? [
        {
          where: 'write',
          what: write.url,
          code: 'setting-for-nothing' as const,
          why: 'its own agent scrapes, and says for itself where it writes: no Prometheus does',
          cure: "leave it out, or write scrapesBy: 'prometheus'",
        },
      ]
    : []),
  ...(scrapesBy === 'vmagent' && rulesBy === 'prometheus'
    ? [
        {
          where: 'rulesBy',
          what: rulesBy,
          code: 'evaluated-by-none' as const,
          why: 'Prometheus scrapes nothing then, so its rules read nothing',
          cure: "write rulesBy: 'vmalert', or scrapesBy: 'prometheus'",
        },
      ]
    : []),
];

/**
 * A VictoriaMetrics, and who scrapes and evaluates rules for it: its own agent and vmalert unless told.
 *
 * @throws Refusal on an address that is none, on a description of what nobody writes, on rules of a Prometheus that scrapes nothing, on what
 * `remoteWrite` refuses.
 */
export const victoriaMetrics = ({ write, ...spec }: VictoriaMetricsSpec): VictoriaMetrics => {
  const given = { name: 'victoriametrics', scrapesBy: 'vmagent', rulesBy: 'vmalert', ...spec } as const;
  refuse('VictoriaMetrics', victoriaMetricsShape('', given));
  const written = remoteWrite({ name: 'victoriametrics', ...write, url: `${spec.url}/api/v1/write` });
  const isWritten = given.scrapesBy === 'prometheus' || write !== undefined;
  const made: VictoriaMetrics = { ...given, ...(isWritten && { write: written }) };
  refuse('VictoriaMetrics', victoriaMetricsFaults(made));
  return made;
};

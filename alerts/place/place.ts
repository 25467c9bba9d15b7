import type { AnyMetric } from '../../promql/metric/metric.js';
import type { Localized } from '../rule/language.js';

/** One running part, as commands name it, and the lines by which a person finds it. */
export interface Part {
  readonly find: readonly string[];
  /** As a shell writes it: `service/web`, `"$POD"`, `fastapi`. */
  readonly name: string;
}

/**
 * Where that runs which an alert watches: what its parts are called there, and by which commands a person looks at them. It is
 * a fact about the application, whoever writes its rules.
 */
export interface Place {
  /** What one running part is called: a pod, a container. In Korean it ends in a vowel: 가, 를 and 는 follow it. */
  readonly part: Localized;
  /** A part that a person chooses from all that run: `which` says what to choose. */
  readonly chosen: (metric: AnyMetric, which?: string) => Part;
  /** What exports a metric itself: its Service where that is known, or an alert by `service` says it; else a chosen part. */
  readonly exporting: (metric: AnyMetric, by?: readonly string[], which?: string) => Part;
  /** The log of a part: `options` as `--tail=100` or `--since=15m`. */
  readonly logs: (metric: AnyMetric, part: string, options: string) => string;
  /** A command inside a part. */
  readonly exec: (metric: AnyMetric, part: string, command: string) => string;
  /** What the exporter of a metric, a program beside what it watches, logged last; nothing where its Service is not known. */
  readonly exporterLogs: (metric: AnyMetric) => readonly string[];
  /** What was deployed lately. */
  readonly deployed: (metric: AnyMetric) => string;
  /** How much CPU and memory each part takes now. */
  readonly usage: (metric: AnyMetric) => string;
  /** How to see why the targets of a job, which the alert names, are not scraped. */
  readonly scraped: (up: AnyMetric) => readonly string[];
}

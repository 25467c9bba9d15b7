import { type Duration, inSeconds } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';

/** What is known of an application's traces, of which follows how many wait at once and what memory that takes. */
export interface Traffic {
  /** New traces, when there are most. */
  readonly traces: Limit<'perSecond'>;
  /** Spans of a trace. */
  readonly spansPerTrace: number;
  /** How long a trace is waited for from its first span on, until it is decided whether it is kept. */
  readonly decisionWait: Duration;
  /** How many gateways there are. */
  readonly gateways: number;
}

/** What a gateway must hold. */
export interface Held {
  /** Traces that come to it each second. */
  readonly perSecond: number;
  /** Traces that wait, or whose decision is remembered for spans that come late. */
  readonly traces: number;
  /** MiB that the spans of waiting traces take. */
  readonly mebibytes: number;
}

/** Bytes that a span takes in memory, with a dozen attributes. It is a guess on the safe side: the alert on refused spans tells of a wrong one. */
const spanBytes = 2_048;
/** Twice what waits: as long again the decision is remembered, and a burst of twice as many has room. */
const headroom = 2;

/** What one gateway must hold: while another of several is away, it has a larger part of the traces. */
export const heldBy = ({ traces, spansPerTrace, decisionWait, gateways }: Traffic): Held => {
  const perSecond = Math.ceil(traces.value / Math.max(1, gateways - 1));
  const waiting = perSecond * inSeconds(decisionWait);
  return {
    perSecond,
    traces: Math.ceil(waiting * headroom),
    mebibytes: Math.ceil((waiting * headroom * spansPerTrace * spanBytes) / 1_024 ** 2),
  };
};

/** MiB that a collector takes with nothing in it. */
export const idleMebibytes = 80;

/** Limits by which a collector keeps within the memory of its container, in MiB. */
export interface MemoryLimits {
  /** What it may have: of the container's the rest is the runtime's. */
  readonly limit: number;
  /** What may come between two looks at it; from `limit - spike` on spans are refused. */
  readonly spike: number;
}

/** Spans of a batch that is sent. */
export const batchSize = 512;

/** How many batches may wait to be sent in so many MiB. */
export const waitingBatches = (mebibytes: number): number =>
  Math.max(10, Math.floor((mebibytes * 1_024 ** 2) / (batchSize * spanBytes)));

/** Four fifths of the container's memory, of which a fifth may come at once: https://github.com/open-telemetry/opentelemetry-collector/tree/v0.159.0/processor/memorylimiterprocessor#best-practices. */
export const memoryLimits = (containerMebibytes: number): MemoryLimits => {
  const limit = Math.floor(containerMebibytes * 0.8);
  return { limit, spike: Math.floor(limit * 0.2) };
};

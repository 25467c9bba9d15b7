import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, thrownBy } from '#ground/fault.js';
import { aNumber, exactly, length } from '#ground/shape.js';

/**
 * How samples wait and go, https://prometheus.io/docs/practices/remote_write/#parameters. Each shard holds `capacity` samples, so memory is
 * at most `maxShards × capacity`; each sends `maxSamplesPerSend` at once.
 */
export interface Queue {
  /** Samples that a shard holds before reading the log waits. */
  readonly capacity: number;
  readonly minShards: number;
  readonly maxShards: number;
  /** Samples of one request. */
  readonly maxSamplesPerSend: number;
  /** How long samples wait for a request to be full. */
  readonly batchSendDeadline: Duration;
  readonly minBackoff: Duration;
  readonly maxBackoff: Duration;
  /** Samples that are older are not sent again; none is too old unless given. */
  readonly sampleAgeLimit?: Duration;
}

/** Prometheus's own, of release 3, https://prometheus.io/docs/prometheus/latest/configuration/configuration/#remote_write. */
export const usualQueue: Queue = {
  capacity: 10_000,
  minShards: 1,
  maxShards: 50,
  maxSamplesPerSend: 2_000,
  batchSendDeadline: '5s',
  minBackoff: '30ms',
  maxBackoff: '5s',
};

export const queueShape = exactly(
  {
    capacity: aNumber,
    minShards: aNumber,
    maxShards: aNumber,
    maxSamplesPerSend: aNumber,
    batchSendDeadline: length,
    minBackoff: length,
    maxBackoff: length,
  },
  { sampleAgeLimit: length },
);

const counts = ['capacity', 'minShards', 'maxShards', 'maxSamplesPerSend'] as const;

const wrong = (where: keyof Queue, what: string, why: string, cure: string): Fault => ({
  where,
  what,
  code: 'bad-queue',
  why,
  cure,
});

/** Numbers that are none, and those that contradict each other. */
export const queueFaults = (queue: Queue): readonly Fault[] => {
  const { capacity, minShards, maxShards, maxSamplesPerSend, minBackoff, maxBackoff } = queue;
  const uneven = counts.filter((each) => !Number.isInteger(queue[each]) || queue[each] < 1);
  if (uneven.length > 0)
    return uneven.map((each) =>
      wrong(
        each,
        String(queue[each]),
        `${queue[each]} is no number of them`,
        'write a whole number of at least 1',
      ),
    );
  const lengths = [minBackoff, maxBackoff].flatMap((each, i) =>
    thrownBy(i === 0 ? 'minBackoff' : 'maxBackoff', () => inSeconds(each)),
  );
  return [
    ...lengths,
    ...(minShards > maxShards
      ? [
          wrong(
            'minShards',
            String(minShards),
            `at most ${maxShards} shards are run, and these are the least`,
            `write at most ${maxShards}`,
          ),
        ]
      : []),
    ...(capacity < maxSamplesPerSend
      ? [
          wrong(
            'capacity',
            String(capacity),
            `a shard that holds ${capacity} samples never fills a request of ${maxSamplesPerSend}`,
            `write ${3 * maxSamplesPerSend} to ${10 * maxSamplesPerSend}, 3 to 10 requests`,
          ),
        ]
      : []),
    ...(lengths.length === 0 && inSeconds(minBackoff) > inSeconds(maxBackoff)
      ? [
          wrong(
            'minBackoff',
            minBackoff,
            `it waits ${maxBackoff} at most, and this is the least`,
            `write at most ${maxBackoff}`,
          ),
        ]
      : []),
  ];
};

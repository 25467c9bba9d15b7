import { describe, expect, test } from '@jest/globals';
import { queueAlerts } from '#alerts/rabbitmq.js';
import type { Queues } from '#alerts/rabbitmq/checked-queues.js';
import { called } from '#alerts/text/subject.js';
import { rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { count } from '#promql/unit/limit.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { queueTooLong, deadLettersWaiting } = packs.queues;

test('a missing target counts as a broker that is down', () => {
  expect(oneLine(packs.rabbitmq.rabbitmqDown)).toMatchInlineSnapshot(
    `"(min(max_over_time(up{namespace="canteen", service="rabbitmq"}[4m])) or vector(0)) == 0"`,
  );
});

test('work queues are named', () => {
  expect(oneLine(queueTooLong)).toMatchInlineSnapshot(
    `"max by (vhost, queue) (last_over_time(rabbitmq_queue_messages_ready{namespace="canteen", queue=~"orders|photos"}[2m])) > 1000"`,
  );
});

test('dead-letter queues are those of a pattern', () => {
  expect(oneLine(deadLettersWaiting)).toMatchInlineSnapshot(
    `"max by (vhost, queue) (last_over_time(rabbitmq_queue_messages{namespace="canteen", queue=~"dead|dead\\\\..+"}[2m])) > 0"`,
  );
});

describe('a queue on the wrong side of the pattern is refused', () => {
  const refused = (queues: Queues) => () =>
    queueAlerts(called('Canteen'), rabbitmqMetrics, { ...queues, waiting: count(10) });

  test('a work queue that is taken for one of dead letters', () => {
    expect(
      refused({ work: ['q.fast', 'q.dlq'], deadLetter: { pattern: /.+dlq/, names: ['q.dlq'] } }),
    ).toThrow("queues: work queue 'q.dlq' matches /.+dlq/; dead letters are no work, narrow the pattern");
  });

  test('a dead-letter queue that is not', () => {
    expect(
      refused({ work: ['q.fast'], deadLetter: { pattern: /.+dlq/, names: ['q.dlq', 'dlq.fast'] } }),
    ).toThrow("queues: dead-letter queue 'dlq.fast' does not match /.+dlq/; widen the pattern");
  });
});

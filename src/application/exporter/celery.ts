import { celeryConsumerMetrics, celeryExporterMetricsWith } from '#metrics/celery-exporter.js';
import { type Fault, refuse } from '#ground/fault.js';
import { type Secret, secretReference } from '#ground/secret.js';
import { aNumber, fields, listOf, oneOf, text } from '#ground/shape.js';
import { pythonBuckets } from '#promql/metric/declare.js';
import { type Asked, type Exporter, exporter } from './exporter.js';
import { little } from './resources.js';

export interface CelerySpec extends Asked {
  readonly namespace: string;
  /** What carries the tasks: of RabbitMQ it tells of the consumers of a queue too. */
  readonly broker: 'redis' | 'rabbitmq';
  /**
   * Where the URL of the broker is kept, with its user and password: `redis://:…@redis:6379/0`, `amqp://…@rabbitmq:5672/`; over TLS
   * `rediss://…?ssl_cert_reqs=required`, `amqps://…`.
   */
  readonly url: Secret;
  /** Queues that it tells of from its start, though no worker takes from them. Of others it learns by their workers. */
  readonly queues: readonly [string, ...string[]];
  /** Upper edges of the buckets of running, in seconds; the last of its own ends at 10. */
  readonly buckets?: readonly number[];
}

/** It is Python, and holds Celery itself: 51 MB with eight tasks seen. */
const usual = { cpu: { ...little.cpu, limit: 500 }, memory: { request: 64, limit: 192 } };

/**
 * celery-exporter for the workers of one broker, https://github.com/danihodovic/celery-exporter. Scrapes ask all workers, and wait a
 * second for their answers.
 *
 * @throws Error on a name of a queue that its list of them cannot hold, and on buckets that do not ascend.
 */
export const celeryExporter = (
  name: string,
  { broker, url, queues, buckets = pythonBuckets, ...spec }: CelerySpec,
): Exporter => {
  refuse(`exporter ${name}`, celeryShape('', { broker, url, queues, buckets }));
  refuse(`exporter ${name}`, queues.length > 0 ? [] : [noQueue]);
  refuse(`exporter ${name}`, queues.filter((queue) => !/^[^,\s]+$/.test(queue)).map(unlisted));
  return exporter(name, {
    image: 'ghcr.io/danihodovic/celery-exporter:0.12.2',
    ...spec,
    port: 9808,
    usual,
    needs: [
      "Celery's broker, at the URL that the Secret holds",
      'workers that send events (`worker_send_task_events = True`)',
    ],
    // Its page says where the metrics are; `/health` asks the broker.
    livePath: '/',
    args: [
      `--queues=${queues.join(',')}`,
      `--buckets=${buckets.join(',')}`,
      // Else it ends when the broker restarts.
      '--retry-interval=5',
      // Pods that put tasks into queues have another name after each deployment, and theirs are never forgotten.
      '--generic-hostname-task-sent-metric',
    ],
    environment: { CE_BROKER_URL: url },
    metrics: [celeryExporterMetricsWith(buckets), ...(broker === 'rabbitmq' ? [celeryConsumerMetrics] : [])],
  });
};

const celeryShape = fields({
  ...{ broker: oneOf(['redis', 'rabbitmq']), url: secretReference },
  ...{ queues: listOf(text), buckets: listOf(aNumber) },
});

const noQueue: Fault = {
  where: 'queues',
  what: '',
  code: 'holds-nothing',
  why: 'it has none, so nobody is told of one from which no worker takes',
  cure: "write at least one: ['celery']",
};

const unlisted = (queue: string): Fault => ({
  where: 'queues',
  what: queue,
  code: 'bad-name',
  why: `'${queue}' is no name that a list of queues with commas can hold`,
  cure: 'write the name of one queue, without commas and spaces',
});

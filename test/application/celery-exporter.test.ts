import { expect, test } from '@jest/globals';
import { celeryExporter } from '#application/exporter/celery.js';
import { secret } from '#ground/secret.js';
import { composeOf } from '../hosts/compose/compose-file.js';
import { host } from '#application/host/host.js';
import { render } from '../hosts/rendered.js';
import { objectsOf, at, only } from '../synth/estate/objects.js';
import { shop } from '../synth/estate/shop.js';

const url = secret('laundry-celery', 'url');
const spec = { namespace: 'shop-prod', broker: 'redis', url, queues: ['wash', 'iron'] } as const;
const exporter = celeryExporter('laundry-celery-exporter', spec);

test('celery-exporter knows the URL of the broker by a Secret only (mistake 19)', () => {
  expect(exporter.environment).toEqual({ CE_BROKER_URL: url });
});

test('it tells of a queue from which nobody takes, and outlives a restart of the broker', () => {
  expect(exporter.args).toEqual([
    '--queues=wash,iron',
    '--buckets=0.005,0.01,0.025,0.05,0.075,0.1,0.25,0.5,0.75,1,2.5,5,7.5,10',
    '--retry-interval=5',
    '--generic-hostname-task-sent-metric',
  ]);
});

test('its buckets are those of its catalogue', () => {
  const { args, scrape } = celeryExporter('it', { ...spec, buckets: [1, 5, 30] });
  expect([args[1], scrape.metrics[0]?.['taskDuration']?.info.buckets]).toEqual([
    '--buckets=1,5,30',
    [1, 5, 30],
  ]);
});

test('of a queue’s consumers it tells where the broker is RabbitMQ', () => {
  const told = (broker: 'redis' | 'rabbitmq') =>
    celeryExporter('it', { ...spec, broker }).scrape.metrics.some((each) => 'queueConsumers' in each);
  expect([told('redis'), told('rabbitmq')]).toEqual([false, true]);
});

test('it lives whether the broker answers or not', () => {
  expect(exporter.livePath).toBe('/');
});

test('two queues in one name are refused', () => {
  expect(() => celeryExporter('it', { ...spec, queues: ['wash,iron'] })).toThrow(
    "exporter it: queues: 'wash,iron' is no name that a list of queues with commas can hold; write the name of one queue, without commas and spaces",
  );
});

test('on Kubernetes the URL is a key of that Secret', () => {
  const deployment = only(objectsOf(shop({ exporters: [exporter] })), 'Deployment', exporter.name);
  expect(at(deployment, 'spec', 'template', 'spec', 'containers', 0, 'env')).toEqual([
    { name: 'CE_BROKER_URL', valueFrom: { secretKeyRef: { name: 'laundry-celery', key: 'url' } } },
  ]);
});

test('on a host it is a variable', () => {
  const { files } = render(host(shop({ exporters: [exporter] })));
  const { environment } = composeOf(files, 'production').services[exporter.name] ?? {};
  expect(environment).toMatchInlineSnapshot(`
    {
      "CE_BROKER_URL": "\${LAUNDRY_CELERY_URL:?set LAUNDRY_CELERY_URL in .env to the url that laundry-celery-exporter logs in with}",
    }
  `);
});

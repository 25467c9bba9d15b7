// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { podScrape, pods } from '#application/scrape/pods.js';
import { staticScrape } from '#application/scrape/static.js';
import { cacheExporter, workers } from '../../synth/estate/found.js';

const asked = { interval: '30s', metrics: [] } as const;
podScrape(workers, { ...asked, port: 'metrics', copiedLabels: ['tier'] });
// @ts-expect-error A port that the pods do not have.
podScrape(workers, { ...asked, port: 'http' });
// @ts-expect-error A label that the pods do not have.
podScrape(workers, { ...asked, port: 'metrics', copiedLabels: ['team'] });
// @ts-expect-error TLS, and plain http.
podScrape(workers, { ...asked, port: 'metrics', tls: {} });
// @ts-expect-error Pods of no namespace.
pods('worker', { namespaces: [], labels: { app: 'worker' }, ports: { metrics: 9808 } });

const targets = [{ address: 'cache-1:6379' }] as const;
const through = { exporter: cacheExporter.service, port: 'metrics' } as const;
staticScrape('caches', { ...asked, namespace: 'shop-prod', targets, through });
// @ts-expect-error Targets of nobody.
staticScrape('caches', { ...asked, targets });
// @ts-expect-error No target.
staticScrape('caches', { ...asked, namespace: 'shop-prod', targets: [] });
// @ts-expect-error A port that the exporter does not have.
staticScrape('caches', { ...asked, namespace: 'shop-prod', targets, through: { ...through, port: 'http' } });

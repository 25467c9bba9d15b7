// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { postgresExporter } from '#application/exporter/postgres.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { withServiceLabels } from '#application/service-labels.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { secret } from '#ground/secret.js';
import { stockMetrics, web } from '../synth/estate/shop.js';

// @ts-expect-error A port that the Service does not have (mistake 11).
scrape(web, { port: 'metrics', interval: '30s', metrics: [] });

// @ts-expect-error A label that the Service does not have (mistake 6).
scrape(web, { port: 'http', interval: '30s', copiedLabels: ['team'], metrics: [] });

const ports = { namespaces: ['shop-prod'], labels: { tier: 'web' }, ports: { http: 80, admin: 81 } } as const;
const several = [web, service('front', ports), service('back', { ...ports, ports: { admin: 81 } })];
scrape(several, { name: 'all', port: 'admin', interval: '30s', copiedLabels: ['tier'], metrics: [] });
// @ts-expect-error A port that not all of the Services have (mistake 11).
scrape(several, { name: 'all', port: 'http', interval: '30s', metrics: [] });
// @ts-expect-error A label that not all of the Services have (mistake 6).
scrape(several, { name: 'all', port: 'admin', interval: '30s', copiedLabels: ['app'], metrics: [] });
// @ts-expect-error Several Services have no name in common.
scrape(several, { port: 'admin', interval: '30s', metrics: [] });

// @ts-expect-error A Service in no namespace.
service('nowhere', { namespaces: [], labels: { app: 'x' }, ports: { http: 80 } });

// @ts-expect-error A label of the Service that no scrape is told to copy (mistake 6).
stockMetrics.items.where({ tier: 'web' });
// @ts-expect-error Grouping by a label that no scrape copies (mistake 6).
sum(value(withServiceLabels(stockMetrics, ['tier']).items), { by: ['team'] });

const user = secret('stock-db', 'username');
// @ts-expect-error A password as text (mistake 19).
postgresExporter('db', { namespace: 'a', database: 'db:5432/stock', user, password: 'hunter2' });
// @ts-expect-error A data source without a database.
postgresExporter('db', { namespace: 'a', database: 'db:5432', user, password: user });

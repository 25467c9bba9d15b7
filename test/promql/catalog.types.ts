import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';
import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';

// A metric without labels of its own, beside others in a catalogue.
const { open } = catalog({ open: gauge('shop_baskets', { help: 'Baskets that are open.' }) });

// What must compile: it has the labels of its target.
max(value(open), { by: ['instance'] });
const perServer: Gauge<'instance', 'count'> = open;
void perServer;

// @ts-expect-error a label that it does not have
max(value(open), { by: ['shelf'] });
// @ts-expect-error a matcher for it
open.where({ shelf: 'a' });

const both = catalog({
  requests: counter('shop_requests_total', {
    help: 'Requests.',
    labels: ['status'],
    values: { status: ['ok'] },
  }),
  items: gauge('shop_items', { help: 'Items.', labels: ['shelf', 'status'] }),
});
// What must compile: a catalogue narrowed by labels that all of its metrics have.
narrowed(both, { namespace: 'shop-prod', status: 'ok' });
// @ts-expect-error a label that only one of them has
narrowed(both, { shelf: 'a' });
// @ts-expect-error a value that a closed label cannot have
narrowed(both, { namespace: 'shop-prod' }).requests.where({ status: 'OK' });

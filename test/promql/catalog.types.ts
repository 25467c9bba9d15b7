import { catalog } from '../../promql/metric/catalog.js';
import { gauge } from '../../promql/metric/declare.js';
import type { Gauge } from '../../promql/metric/metric.js';
import { max } from '../../promql/vector/aggregate.js';
import { value } from '../../promql/vector/select.js';

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

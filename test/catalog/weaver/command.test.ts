import { expect, test } from '@jest/globals';
import { catalogCommand } from '#catalog/command.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter } from '#promql/metric/declare.js';

const ran = async (args: readonly string[], exported?: Readonly<Record<string, unknown>>) => {
  let said = '';
  const terminal = { write: (text: string) => void (said += text), isTTY: false };
  const surface = {
    ...{ out: terminal, err: terminal, colour: false },
    ...{ root: '.', folder: 'test/catalog/weaver' },
  };
  const code = await catalogCommand(args, surface, exported);
  return { code, said };
};

test('A registry is written as a module', async () => {
  expect((await ran(['second', '--name', 'shopMetrics'])).said).toBe(
    `import { catalog, counter } from 'cheomseong';

/** What second declares, as Prometheus stores it. A registry tells no buckets: hold these against the program's own, by catalog --against. */
export const shopMetrics = catalog({
  shopOrders: counter('shop_orders_total', {
    help: 'Orders.',
    labels: ['shop_order_state', 'http_route'],
    values: { shop_order_state: ['placed', 'paid'] },
  }),
});
`,
  );
});

test('A catalogue is written as a registry', async () => {
  const shopMetrics = catalog({
    orders: counter('shop_orders_total', { help: 'Orders', labels: ['state'] }),
  });
  expect(await ran(['--registry', 'metrics.ts'], { shopMetrics, other: 1 })).toEqual({
    code: 0,
    said: `groups:
  - id: registry.shopMetrics
    type: attribute_group
    brief: Labels of what shopMetrics declares.
    attributes:
      - id: state
        type: string
        stability: development
        brief: The label state.
        examples:
          - state
  - id: metric.shop_orders
    type: metric
    metric_name: shop_orders
    instrument: counter
    unit: "{count}"
    brief: Orders
    stability: development
    attributes:
      - ref: state
`,
  });
});

test.each([
  [['--registry', 'metrics.ts'], 'metrics.ts exports no catalogue'],
  [['x.prom', '--registry', 'metrics.ts'], 'x.prom: one word too many'],
  [['registry', '--against', 'metrics.ts'], 'it is held against what a program exports, not a registry'],
  [['none.yaml'], 'none.yaml cannot be read: '],
])('It is told what cannot be: %j', async (args, sentence) => {
  await expect(ran(args)).rejects.toThrow(sentence);
});

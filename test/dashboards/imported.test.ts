import { describe, expect, test } from '@jest/globals';
import { imported } from '#alerts/imported/imported.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import { above } from '#alerts/rule/condition.js';
import { unproven } from '#alerts/scenario/standing.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { catalog } from '#promql/metric/catalog.js';
import { count } from '#promql/unit/limit.js';
import { asWritten } from '#promql/vector/as-written.js';
import { baskets, openBaskets, shop } from './fixture.js';

const manyBaskets = (severity: RuleSeverity) =>
  imported('ManyBaskets', {
    when: above(asWritten('max by (path) (shop_baskets)', { metrics: [catalog({ baskets })] }), count(5)),
    severity,
    proof: unproven('it is an example'),
  });
const spec = { description: 'Baskets that are open.', signal: openBaskets };

describe('an alert that was written elsewhere', () => {
  test('is drawn by no panel that does not want it', () => {
    const alerts = [manyBaskets('critical')];
    expect(() => shop([timeseries('Baskets', spec)], { alerts })).not.toThrow();
  });

  test.each([
    ['red', 'critical'],
    ['yellow', 'warning'],
    ['blue', 'none'],
  ] as const)('is a %s line where it is like %s', (color, severity) => {
    const { drawing } = timeseries('Baskets', { ...spec, limits: [manyBaskets(severity)] });
    expect(drawing.lines).toEqual([{ color, operator: '>', limit: count(5) }]);
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { RuleContext } from '#alerts/rule/prometheus.js';
import { type Placed, placedIn, proveAlerts } from '#proof/prove-estate.js';
import { programOf } from '#proof/tools/tool.js';

/** Tests by the real promtool in use that alerts fire and stay quiet as their proofs say, in both languages. */
export const provesAlerts = (alerts: readonly Placed[]): void => {
  describe('promtool holds every proof', () => {
    const refused = new Map<Placed, string>();

    beforeAll(async () => {
      const proven = await proveAlerts(alerts, { promtool: await programOf('promtool') });
      proven.forEach(({ refused: why }, i) =>
        alerts.slice(i, i + 1).forEach((alert) => refused.set(alert, why.join('\n'))),
      );
    }, 180_000);

    test.each(
      alerts.map((placed) => [`${placed.context.application}'s ${placed.alert.name}`, placed] as const),
    )('%s', (_, placed) => {
      expect(refused.get(placed)).toBe('');
    });
  });
};

/** The same of all alerts of groups. */
export const provesEveryAlert = (groups: readonly RuleGroup[], context: RuleContext): void =>
  provesAlerts(placedIn(groups, context));

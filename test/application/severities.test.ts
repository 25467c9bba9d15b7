import { describe, expect, test } from '@jest/globals';
import { imported } from '#alerts/imported/imported.js';
import { present } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { unproven } from '#alerts/scenario/standing.js';
import { alertsOf } from '#application/application.js';
import type { Severities } from '#application/severities.js';
import { everyCriticalAlertPages } from '#laws/paged.js';
import { asWritten } from '#promql/vector/as-written.js';
import { shop, shopMetrics } from '../synth/estate/shop.js';

const baskets = asWritten('shop_baskets', { metrics: [shopMetrics] });
const shopWith = (severity: string | undefined, severities?: Severities) =>
  shop({
    groups: [
      group('baskets', {
        interval: '30s',
        packs: [
          {
            many: imported('ManyBaskets', {
              when: present(baskets),
              labels: severity === undefined ? {} : { severity },
              proof: unproven('it is an example'),
            }),
          },
        ],
      }),
    ],
    ...(severities && { severities }),
  });
const severityOf = (...given: Parameters<typeof shopWith>) =>
  alertsOf(shopWith(...given)).find(({ name }) => name === 'ManyBaskets');

describe('the severity of an alert that was written elsewhere', () => {
  test.each([
    ['critical', 'critical', undefined],
    ['warning', 'warning', undefined],
    ['none', 'none', undefined],
    ['warning', undefined, undefined],
    ['critical', 'page', { page: 'critical' }],
    ['none', 'info', { info: 'none' }],
  ] as const)('is like %s where it is %s and the application says %j', (like, severity, severities) => {
    expect(severityOf(severity, severities)?.severity).toBe(like);
  });

  test('stays among its labels as it was', () => {
    expect(severityOf('page', { page: 'critical' })?.labels).toEqual({ severity: 'page' });
  });

  test('is refused where nobody says what it is like (mistake 111)', () => {
    expect(() => shopWith('page')).toThrow(
      "'page' is no severity that is known here, so nobody knows whom it must reach: ManyBaskets; say which of ours it is like: severities: { page: 'warning' }",
    );
  });

  test('is said for nothing where no alert has it', () => {
    expect(() => shopWith('page', { page: 'critical', ticket: 'warning' })).toThrow(
      "severities.ticket: no imported alert has the severity 'ticket'; leave it out",
    );
  });

  test('is like one of those that there are', () => {
    expect(() => shopWith('page', JSON.parse('{ "page": "fatal" }'))).toThrow(
      "'fatal' is none of critical, warning, none",
    );
  });

  test('that is like critical must page somebody', () => {
    const law = (severities: Severities) =>
      everyCriticalAlertPages({ applications: [shopWith('page', severities)], objects: [] }).map(
        ({ what }) => what,
      );
    expect(
      [law({ page: 'critical' }), law({ page: 'warning' })].map((told) =>
        told.join().includes('ManyBaskets'),
      ),
    ).toEqual([true, false]);
  });
});

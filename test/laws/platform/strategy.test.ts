import { describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { everyAlertStaysWithItsApplication } from '#laws/neighbour.js';
import { everyApplicationKeepsToAnEnforcedNamespace } from '#laws/enforced.js';
import { everyAlertReachesSomebody } from '#laws/reached.js';
import type { MatcherStrategy, Platform } from '#platform/platform.js';
import { usualPlatform } from '#platform/usual.js';
import { bakery, requestRate, alerting, shop, toSlack, tooMany } from '../../synth/estate/shop.js';
import { against, keeping, platform } from './judged.js';

const { alertmanager } = usualPlatform;
if (alertmanager === undefined) throw new Error('the usual platform has an Alertmanager');

const strategy = (matcherStrategy: MatcherStrategy, namespace = 'monitoring'): Platform =>
  platform({ namespace, alertmanager: { ...alertmanager, matcherStrategy } });

/** An application whose alerts say that they are of another namespace than its routes. */
const astray = (): Application => {
  const one = shop({ groups: alerting(tooMany('TooMany', requestRate)) });
  return {
    ...one,
    groups: one.groups.map((group) => ({
      ...group,
      alerts: group.alerts.map((alert) => ({
        ...alert,
        labels: { ...alert.labels, namespace: 'elsewhere' },
      })),
    })),
  };
};

describe('an alert of another namespace than its routes (mistake 5)', () => {
  test.each(['OnNamespace', 'OnNamespaceExceptForAlertmanagerNamespace'] as const)(
    'is told to nobody under %s',
    (name) => {
      expect(against(everyAlertReachesSomebody, strategy(name), [astray()])).toMatchObject([
        { code: 'alert-reaches-nobody', why: expect.stringContaining('namespace="shop-prod"') },
      ]);
    },
  );

  test('is told where the operator adds no namespace', () => {
    expect(against(everyAlertReachesSomebody, strategy('None'), [astray()])).toEqual([]);
  });

  test('is told where the application lives beside Alertmanager, which is excepted', () => {
    const beside = strategy('OnNamespaceExceptForAlertmanagerNamespace', 'shop-prod');
    expect(against(everyAlertReachesSomebody, beside, [astray()])).toEqual([]);
  });
});

describe('applications of several namespaces', () => {
  const greedy = () => {
    const { route } = toSlack();
    const one = shop();
    return { ...one, routing: { ...one.routing, route: { ...route, matchers: [] } } };
  };
  const neighbour = () => bakery({ groups: alerting(tooMany('TooMany', requestRate)) });

  test('keep apart where the operator adds the namespace', () => {
    expect(
      against(everyAlertStaysWithItsApplication, strategy('OnNamespace'), [greedy(), neighbour()]),
    ).toEqual([]);
  });

  test('are refused where it adds none, and one takes what is the other’s', () => {
    expect(
      against(everyAlertStaysWithItsApplication, strategy('None'), [greedy(), neighbour()]),
    ).toContainEqual(
      expect.objectContaining({
        where: 'shop/routing',
        what: 'TooMany of bakery',
        code: 'meddles-with-others',
      }),
    );
  });

  test('keep apart where each matches its own', () => {
    const own = shop({ routing: toSlack({ matchers: { application: 'shop' } }) });
    const other = bakery({ routing: toSlack({ matchers: { application: 'bakery' } }) });
    expect(against(everyAlertStaysWithItsApplication, strategy('None'), [own, other])).toEqual([]);
  });
});

describe('a platform that enforces the label namespace (mistake 9)', () => {
  const enforcing = keeping({ enforcedNamespaceLabel: 'namespace' });
  const elsewhere = () => shop({ namespace: 'monitoring-of-shop' });

  test('refuses an application that watches another namespace, whatever that says', () => {
    expect(against(everyApplicationKeepsToAnEnforcedNamespace, enforcing, [elsewhere()])).toContainEqual(
      expect.objectContaining({ where: 'shop/scrape-shop', code: 'namespace-enforced' }),
    );
  });

  test('is not asked for by an application where it does not', () => {
    const asking = shop({ enforcedNamespaceLabel: 'namespace' });
    expect(against(everyApplicationKeepsToAnEnforcedNamespace, platform(), [asking])).toMatchObject([
      { where: 'shop', code: 'setting-for-nothing', why: 'the platform of production enforces no namespace' },
    ]);
  });
});

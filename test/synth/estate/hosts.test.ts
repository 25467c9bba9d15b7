import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import type { Application } from '#application/application.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { type Host, host } from '#application/host/host.js';
import { hosts } from '../../estate.js';
import { runbookPages } from '#synth/runbooks/page.js';
import { secret } from '#ground/secret.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { synthesize } from '#synth/synthesize.js';
import { EstateRefusal } from '#synth/refusal.js';
import { bakery, shop, toSlack } from './shop.js';
import { inProduction } from '../../place.js';

/** What is wrong with an estate and its hosts when it is synthesized. */
const faults = (applications: readonly Application[], on: readonly Host[]) => {
  const { charts, laws } = synthesisOf(inProduction(applications, on));
  try {
    synthesize(charts, laws);
    return [];
  } catch (error) {
    if (error instanceof EstateRefusal) return error.faults;
    throw error;
  }
};

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
/** Slack wakes people: a host has critical alerts of its own. */
const waking = routing({
  language: 'en',
  receivers: { chat: { ...chat, pages: true } },
  route: { receiver: 'chat' },
});

describe('the hosts of an estate', () => {
  const here = shop({ routing: waking });

  test('may be one for each application', () => {
    const other = { ...bakery(), routing: waking };
    expect(faults([here, other], [host(here), host(other)])).toEqual([]);
  });

  test('are refused where two have one application', () => {
    expect(faults([here], [host(here), host(here, { ports: { grafana: 3001 } })])).toEqual([
      {
        where: 'shop',
        what: 'shop',
        code: 'name-twice',
        why: 'two hosts have this name, and both would be written to shop/',
        cure: "give one of them another name: host(…, { name: '…' })",
      },
    ]);
  });

  test('need not run in a cluster too', () => {
    expect(faults([], [host(here)])).toEqual([]);
  });

  test('may hold one application twice, under names of their own', () => {
    const again = host(here, { name: 'shop-again' });
    expect(faults([here], [host(here), again])).toEqual([]);
  });

  test('are refused where a cluster is called like one', () => {
    const named = { ...host(here), name: 'production' };
    expect(faults([here], [named])).toContainEqual(
      expect.objectContaining({
        where: 'production',
        why: 'a cluster and a host have this name, and both would be written to production/',
      }),
    );
  });

  test('are refused where a file of theirs holds a secret', () => {
    const exporters = here.exporters.map((each) => ({ ...each, environment: { STOCK_API_TOKEN: 'ab12' } }));
    const careless = { ...here, exporters };
    expect(faults([careless], [host(careless)])).toContainEqual({
      where: 'shop/docker-compose.yml',
      what: '(not shown)',
      code: 'secret-in-the-open',
      why: 'the value of a secret variable would be committed and readable by everybody',
      cure: 'refer to it with secret(name, key): it is then read from a file or a variable of the host',
    });
  });

  test('are refused where an alert on their monitoring reaches nobody (mistake 80)', () => {
    const careful = shop({ routing: toSlack({ matchers: { component: 'shop' } }) });
    expect(faults([careful], [host(careful)])).toContainEqual(
      expect.objectContaining({
        where: 'shop/routing',
        why: expect.stringContaining('NotificationsFailing'),
      }),
    );
  });

  test('are refused where a critical alert on their monitoring pages nobody (mistake 57)', () => {
    const silent = shop();
    expect(faults([silent], [host(silent)])).toContainEqual({
      where: 'shop/routing',
      what: 'NotificationsFailing, RulesFailing, PrometheusStorageFailing',
      code: 'critical-pages-nobody',
      why: expect.stringMatching(/^critical, and pages nobody: NotificationsFailing/),
      cure: expect.stringMatching(/^route it to what pages/),
    });
  });

  test('may have routes that take nothing but an alert on their monitoring', () => {
    const routed = shop({
      routing: routing({
        language: 'en',
        receivers: { chat, wakes: { ...chat, pages: true } },
        route: { receiver: 'chat', routes: [{ receiver: 'wakes', matchers: { severity: 'critical' } }] },
      }),
    });
    expect(faults([], [host(routed)])).toEqual([]);
    expect(faults([routed], [])).toContainEqual(
      expect.objectContaining({ where: 'shop/routing.route.routes[0].matchers' }),
    );
  });

  test('are refused where an alert on their monitoring looks at hardly two scrapes (mistake 31)', () => {
    const hasty = host(here, {
      watchers: (alerts) => override(alerts, { rulesFailing: { window: '45s', for: '0s' } }),
    });
    expect(faults([here], [hasty])).toContainEqual(
      expect.objectContaining({
        where: 'shop/rules',
        why: expect.stringMatching(/^RulesFailing reads .* over 45s, and it is scraped every 30s/),
      }),
    );
  });

  test('are told of with everything else that is wrong', () => {
    const groups = [...here.groups, ...here.groups].map((group, i) => ({ ...group, name: `shop-${i}` }));
    const said = faults([{ ...here, groups }, here], [host(here), host(here)]);
    expect(said.map(({ where }) => where)).toEqual(expect.arrayContaining(['shop', 'production/shop']));
  });
});

describe.each(hosts.map(({ application }) => [application.name, application] as const))(
  'the runbooks of %s, which lives on a host,',
  (name, application) => {
    const text = [...runbookPages(application).values()].join('\n');
    const projects = [...text.matchAll(/docker compose -p (\S+)/g)].map(([, project]) => project);

    test('name its own project and that of its monitoring, and no other', () => {
      expect([...new Set(projects)].sort()).toEqual([name, `${name}-monitoring`]);
    });
  },
);

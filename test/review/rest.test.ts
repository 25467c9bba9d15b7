import { describe, expect, test } from '@jest/globals';
import { dashboardsBetween } from '#review/compare/compare.js';
import { alert, application, dashboard, meaning, meant, panel, place } from './meant.js';
import { firstLineOf, pageOf } from './page.js';

describe('Objectives', () => {
  const objective = {
    name: 'Availability',
    title: 'Availability',
    objective: 0.999,
    text: '99.9%',
    window: '30d',
  };

  test('that promise less are told', () => {
    const after = { ...objective, objective: 0.99, text: '99%' };
    expect(pageOf(meant({ objectives: [objective] }), meant({ objectives: [after] }))).toContain(
      '**Availability** is 99% of 30d instead of 99.9% of 30d',
    );
  });

  test('are what the first line is about where nothing is worse', () => {
    expect(firstLineOf(meant({ objectives: [objective] }), meant({}))).toBe('# 1 objective is another.');
  });
});

describe('Panels', () => {
  const [one, two, three] = [panel(1, 'Requests'), panel(2, 'Errors'), panel(3, 'Latency')];
  const said = (...after: readonly (typeof one)[]): string =>
    pageOf(meant({ dashboards: [dashboard([one, two, three])] }), meant({ dashboards: [dashboard(after)] }));

  test('that are gone and new are told by their titles', () => {
    expect(said(one, two, panel(4, 'Queues'))).toMatch(/gone: “Latency”\n {2}- new: “Queues”/);
  });

  test('that are called otherwise are the same where they ask the same', () => {
    expect(said(one, two, { ...three, id: 9, title: 'How long' })).toContain(
      '“Latency” is called “How long”',
    );
  });

  test('that are moved are told, not those that make room', () => {
    expect(said(three, one, two)).toMatch(/moved: “Latency”$/m);
  });

  test('that only others push down are not moved', () => {
    const down = [one, two, three].map((each) => ({ ...each, grid: `0,${each.id * 8 + 8},12,8` }));
    expect(said(panel(4, 'Queues'), ...down)).not.toContain('moved');
  });

  test('that ask something else are told', () => {
    expect(said(one, { ...two, queries: ['other'] }, three)).toContain('asking something else: “Errors”');
  });

  test('of another title are told by both', () => {
    expect(said(one, { ...two, title: 'Failures' }, three)).toContain('“Errors” is called “Failures”');
  });

  test('of another limit are told by both', () => {
    const limited = (limit: string) =>
      meant({ dashboards: [dashboard([{ ...two, limits: [limit], look: limit }])] });
    expect(pageOf(limited('5%'), limited('8%'))).toMatch(/- “Errors”: its limit 5% → 8%$/m);
  });

  test('change nothing for anybody on call', () => {
    expect(said(one)).toMatch(/^# Nothing changes for anybody on call\./);
  });

  test('name their dashboard for whoever takes pictures of it', () => {
    const before = meant({ dashboards: [dashboard([one]), dashboard([two], { uid: 'shop-cache' })] });
    const after = meant({ dashboards: [dashboard([one]), dashboard([three], { uid: 'shop-cache' })] });
    expect(dashboardsBetween(before, after)).toEqual(['shop-cache']);
  });
});

describe('Secrets', () => {
  const secret = {
    ...{ namespace: 'shop', name: 'shop-slack', keys: ['url'], uses: ['Slack #shop'], by: 'hand' },
    without: ['nobody is told by Slack #shop'],
  };

  test('that must be there before the merge stand below the first line', () => {
    expect(pageOf(meant({}), meant({}, { secrets: [secret] })).split('\n')[2]).toBe(
      'Before the merge: a Secret must be there, `shop/shop-slack`.',
    );
  });

  test('tell what is silent without them', () => {
    expect(pageOf(meant({}), meant({}, { secrets: [secret] }))).toContain(
      'Without it nobody is told by Slack #shop.',
    );
  });

  test('of which another key is read are told by it', () => {
    const after = { ...secret, keys: ['token', 'url'] };
    expect(pageOf(meant({}, { secrets: [secret] }), meant({}, { secrets: [after] }))).toContain(
      'must exist before this is merged with key token too',
    );
  });

  describe('that exist, of which another key is read,', () => {
    const slack = (to: string) => ({ uses: [`Slack #${to}`], without: [`nobody is told by Slack #${to}`] });
    const both = {
      ...{ ...secret, keys: ['url', 'url2'] },
      without: ['nobody is told by Slack #shop', 'nobody is told by Slack #late'],
      reads: [
        { key: 'url', ...slack('shop') },
        { key: 'url2', ...slack('late') },
      ],
    };
    const page = pageOf(meant({}, { secrets: [secret] }), meant({}, { secrets: [both] }));

    test('need that key before the merge, and not a Secret', () => {
      expect(page.split('\n')[2]).toBe('Before the merge: key `url2` in `shop/shop-slack`.');
    });

    test('tell what reads that key', () => {
      expect(page).toMatch(
        /with key url2 too: Slack #late .*\n {2}- Without it nobody is told by Slack #late\./,
      );
    });

    test('say of what reads the others nothing', () => {
      expect(page).not.toContain('Slack #shop');
    });
  });

  test('that nobody reads any more may go', () => {
    expect(pageOf(meant({}, { secrets: [secret] }), meant({}))).toContain('is read by nothing any more');
  });
});

describe('Manifests', () => {
  const object = (pruned: boolean) => ({
    ...{ path: 'production/shop/Deployment.redis-exporter.yaml', kind: 'Deployment', namespace: 'shop' },
    ...{ name: 'redis-exporter', pruned, content: 'a' },
  });

  test('that ArgoCD removes are told, with what ends', () => {
    expect(pageOf(meant({}, { objects: [object(true)] }), meant({}))).toMatch(
      /\*\*Deployment shop\/redis-exporter\*\* is pruned by ArgoCD[^]*its pods end/,
    );
  });

  test('that ArgoCD leaves are told to stay', () => {
    expect(pageOf(meant({}, { objects: [object(false)] }), meant({}))).toContain(
      'stays until somebody deletes it',
    );
  });

  test('that ArgoCD leaves and that route are told to go on telling', () => {
    const routes = { ...object(false), kind: 'AlertmanagerConfig', name: 'shop' };
    expect(pageOf(meant({}, { objects: [routes] }), meant({}))).toContain(
      'whom it routes to may go on being told by it',
    );
  });

  test('that change and are new are counted in a sentence', () => {
    const [was, is, fresh] = [
      object(true),
      { ...object(true), content: 'b' },
      { ...object(true), path: 'new' },
    ];
    expect(pageOf(meant({}, { objects: [was] }), meant({}, { objects: [is, fresh] }))).toContain(
      '**Files** of the place: 1 changed, 1 new, of 2 in all',
    );
  });
});

describe('Scrapes', () => {
  const scrape = {
    ...{ name: 'shop', job: 'shop', path: '/metrics', port: 'http', interval: '30s', takes: '' },
    targets: ['job=shop service=shop'],
  };

  test('of another job end what was stored', () => {
    expect(pageOf(meant({ scrapes: [scrape] }), meant({ scrapes: [{ ...scrape, job: 'web' }] }))).toContain(
      'its job is web instead of shop: the series of before end',
    );
  });

  test('are told by port, path and interval', () => {
    const after = { ...scrape, path: '/m', port: 'web', interval: '1m' };
    expect(pageOf(meant({ scrapes: [scrape] }), meant({ scrapes: [after] }))).toMatch(
      /asked at \/m instead of \/metrics\n {2}- at port web instead of http\n {2}- every 1m instead of 30s/,
    );
  });
});

describe('The page', () => {
  test('tells what a change costs in series', () => {
    const before = meant({ series: 100 }, { series: 1_000 });
    expect(pageOf(before, meant({ series: 350 }, { series: 1_250 }))).toContain(
      '1,000 → 1,250 series (+250, +25.0%)',
    );
  });

  test('says of code that was moved that it means what it meant', () => {
    expect(pageOf(meant({}), meant({}), 3)).toContain('3 files differ, and mean what they meant');
  });

  test('says once what is so in several places', () => {
    const of = (limit: number) => {
      const high = alert('High', { limit: { value: limit, unit: 'ratio', text: `${limit * 100}%` } });
      const shop = application({ alerts: [high] });
      return meaning(place([shop]), place([shop], { name: 'standby' }));
    };
    expect(pageOf(of(0.05), of(0.1))).toContain('(critical, shop in production and standby)');
  });

  test('is one page: of a hundred alerts it tells the first, and how many there are', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      alert(`Alert${i}`, { expr: `metric_${i}_a / metric_${i}_b`, summary: `${i}` }),
    );
    expect(pageOf(meant({}), meant({ alerts: many }))).toContain(
      '… and 85 more: `cheomseong review --json` has all',
    );
  });

  test('tells an application that is gone by its alerts that paged', () => {
    const before = meant({ alerts: [alert('A'), alert('B')] });
    expect(firstLineOf(before, meaning(place([])))).toBe('# 2 critical alerts that paged are gone.');
  });
});

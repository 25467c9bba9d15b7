import { describe, expect, test } from '@jest/globals';
import type { About } from '#application/about.js';
import type { Application } from '#application/application.js';
import type { DashboardSpec } from '#dashboards/dashboard.js';
import { drawn } from '#dashboards/panel/drawn.js';
import { persesSpec } from '#dashboards/perses/dashboard.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { shownTitle } from '#dashboards/shown-title.js';
import { dashboardV2 } from '#dashboards/v2/dashboard.js';
import { panelsIn } from '#dashboards/row.js';
import { kubernetes } from '#application/platform.js';
import { answeredOnHost } from '#hosts/answered.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { print } from '#promql/expr/print.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { alerting, drawing, openBaskets, shop, stock, tooMany } from '../../synth/estate/shop.js';

const of = (
  spec: Partial<DashboardSpec>,
  more: readonly ((about: About) => ReturnType<ReturnType<typeof drawing>>)[] = [],
) => shop({ dashboards: [drawing(openBaskets, spec), ...more] });
const first = ({ dashboards }: Application) => {
  const [found] = dashboards;
  if (!found) throw new Error('it has no dashboard');
  return found;
};
/** Panels by their titles, but for those that follow from alerts that no other draws. */
const titles = (application: Application) =>
  first(application).panels.flatMap((entry) => (entry.type === 'panel' ? [entry.title] : []));
const board = (title: string) => ({ title, application: 'shop', applicationTitle: 'The Shop' });

describe('the strip', () => {
  test('stands on top of every dashboard of an application', () => {
    expect(titles(shop())).toEqual(['Up', 'Firing now', 'Signal']);
  });

  test('is left out where nobody wants it', () => {
    expect(titles(of({ strip: false }))).toEqual(['Signal']);
  });

  test('is none of a dashboard that others drew', () => {
    expect(titles(of({ panels: [drawn.text('Theirs', {})] }))).toEqual(['Theirs']);
  });

  test('has a line of its own', () => {
    const places = (dashboardModel(first(shop())).panels ?? [])
      .slice(0, 3)
      .map(({ gridPos }) => [gridPos?.y, gridPos?.x, gridPos?.w]);
    expect(places).toEqual([
      [0, 0, 8],
      [0, 8, 16],
      [5, 0, 16],
    ]);
  });

  test('is said in the language of its dashboard', () => {
    expect(titles(of({ language: 'ko' })).slice(0, 2)).toEqual(['동작 중', '지금 발생한 알림']);
  });

  test('leaves how often a dashboard asks to what its own panels read', () => {
    expect(first(shop()).scrapeInterval).toBe('30s');
  });
});

describe('an alert that fires', () => {
  const links = (application: Application) => {
    const panel = (dashboardModel(first(application)).panels ?? []).find(
      ({ title }) => title === 'Firing now',
    );
    return JSON.stringify(panel).match(/"url":"[^"]*"/g);
  };

  test('leads to its runbook', () => {
    expect(links(shop())).toEqual(['"url":"https://runbooks.example/shop/${__value.raw}.md"']);
  });

  test('leads nowhere where an address is not made of its name', () => {
    expect(links(shop({ runbook: () => 'https://runbooks.example' }))).toBeNull();
  });
});

describe('a dashboard is called', () => {
  test.each([
    ['after its application', 'Overview', 'The Shop: Overview'],
    ['as it is where it names its application', 'The shop in numbers', 'The shop in numbers'],
    [
      'as it is where it has the name by which the application is known here',
      'Shop overview',
      'Shop overview',
    ],
  ])('%s', (_, title, shown) => {
    expect(shownTitle(board(title))).toBe(shown);
  });
});

describe('the dashboards of an application', () => {
  const two = of({}, [drawing(openBaskets, { uid: 'shop-other' })]);
  const link = {
    ...{ type: 'dashboards', title: 'Shop', tags: ['shop'], asDropdown: true },
    ...{ keepTime: true, includeVars: true, targetBlank: false },
  };

  test('have its name as a tag', () => {
    expect(dashboardModel(first(of({ tags: ['team-a', 'shop'] }))).tags).toEqual(['shop', 'team-a']);
  });

  test('lead to each other over the same time with the same choice', () => {
    expect(dashboardModel(first(two)).links).toMatchObject([link]);
  });

  test("do so in Grafana's second model", () => {
    expect(dashboardV2(first(two)).links).toMatchObject([link]);
  });

  test('do so in Perses by their addresses', () => {
    expect(persesSpec(first(two), two.dashboards).links).toEqual([
      {
        name: 'Shop',
        url: '/projects/$__project/dashboards/shop-other?start=$__range',
        targetBlank: false,
        renderVariables: true,
      },
    ]);
  });

  test('lead nowhere where there is one', () => {
    expect(dashboardModel(first(shop())).links).toEqual([]);
  });
});

describe('on a host', () => {
  const available = max(value(kubeStateMetrics.deploymentAvailable.where({ namespace: 'shop-prod' })));
  const inPods = shop({
    platform: [kubernetes],
    groups: alerting(tooMany('PodsMissing', available), tooMany('TooManyItems', stock)),
  });
  const strip = panelsIn(first(answeredOnHost(inPods).application).panels);

  test('the strip tells nothing of pods', () => {
    expect(strip[0]?.queries.map(({ legend }) => legend)).toEqual([
      '{{up}}/{{of}} shop',
      '{{up}}/{{of}} stock-exporter',
    ]);
  });

  test('it asks for the values of those alerts alone that can fire there', () => {
    const asked = print(strip[1]?.queries[0]?.expr ?? { type: 'number', value: NaN });
    expect([asked.includes('TooManyItems'), asked.includes('PodsMissing')]).toEqual([true, false]);
  });
});

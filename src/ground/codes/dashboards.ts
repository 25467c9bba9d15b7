import { theme } from './kind.js';

/** Dashboards. */
export const dashboards = theme({
  'bad-uid': {
    is: 'A uid that Grafana does not take',
    why: 'Links to it lead nowhere.',
    wrong: `dashboard('Shop', { ...board, panels: [words], uid: 'Shop 1' })`,
    right: `dashboard('Shop', { ...board, panels: [words], uid: 'shop-1' })`,
    mistakes: [27],
  },
  'bad-folder': {
    is: 'A folder that Grafana takes for another, or for none',
    why: 'Of a path it takes the last part, and into one with a dot it does not look.',
    wrong: `application('shop', { ...shop, title: 'teams/shop' })`,
    right: `application('shop', { ...shop, title: 'teams · shop' })`,
    mistakes: [65],
  },
  'bad-panel-kind': {
    is: 'A kind of panel that Grafana does not draw, or that has a word of its own',
    why: 'Grafana shows “panel plugin not found”; a word of its own knows what is right for it.',
    wrong: `visualization('graph', { options: {} })`,
    right: `timeseries('Workers', workers)`,
    mistakes: [23],
  },
  'no-description': {
    is: 'A panel or a dashboard that does not say what it shows',
    why: 'Whoever is woken sees a line, and not what it means.',
    wrong: `dashboard('Shop', { ...board, panels: [words], description: '' })`,
    right: `dashboard('Shop', { ...board, panels: [words], description: 'Whether the shop is well.' })`,
    mistakes: [75],
  },
  'no-full-scale': {
    is: 'A gauge that does not say when it is full',
    why: 'Half of what?',
    wrong: `gaugePanel('Workers', { ...workers })`,
    right: `gaugePanel('Workers', { ...workers, max: count(10) })`,
    mistakes: [24],
  },
  'no-such-variable': {
    is: 'A variable that the dashboard does not define',
    why: 'Grafana asks for $pool itself, and shows nothing.',
    wrong: `dashboard('Shop', { ...board, panels: [stat('Workers of $pool', { ...workers })] })`,
    right: `dashboard('Shop', { ...board, panels: [stat('Workers', { ...workers })] })`,
    mistakes: [23],
  },
  'value-in-parts': {
    is: 'A choice that Grafana would take for several',
    why: 'It parts values at commas and colons.',
    wrong: `dashboard('Shop', {
  ...board,
  variables: [choice('pool', ['a, b'])],
  panels: [stat('Workers of $pool', { ...workers })],
})`,
    right: `dashboard('Shop', {
  ...board,
  variables: [choice('pool', ['a', 'b'])],
  panels: [stat('Workers of $pool', { ...workers })],
})`,
    mistakes: [23],
  },
  'several-as-one': {
    is: 'A variable of several values that is compared as one',
    why: 'As soon as two are chosen nothing is shown.',
    wrong: `dashboard('Shop', {
  ...board,
  variables: [choice('pool', ['a', 'b'], { multiple: true })],
  panels: [
    stat('Workers', {
      signal: sum(value(metrics.workers.where({ pool: variable('pool') }))),
      description: 'Workers.',
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  variables: [pools],
  panels: [
    stat('Workers', {
      signal: sum(value(metrics.workers.where({ pool: pools }))),
      description: 'Workers.',
    }),
  ],
})`,
    mistakes: [23],
  },
  'window-too-short': {
    is: 'A window that holds too few scrapes',
    why: 'A rate needs two samples; a window of four scrapes still has them when one is missed.',
    wrong: `application('shop', {
  ...shop,
  groups: groupOf({ asked: alert('ManyRequests', { ...many, window: '40s' }) }),
})`,
    right: `application('shop', {
  ...shop,
  groups: groupOf({ asked: alert('ManyRequests', { ...many, window: '10m' }) }),
})`,
    mistakes: [26, 31],
  },
  'interval-too-short': {
    is: 'A dashboard that says it is scraped more often than it is',
    why: 'The windows of its panels are made for another interval, and are empty in between.',
    wrong: `dashboard('Shop', {
  ...board,
  scrapedEvery: () => '1m',
  scrapeInterval: '30s',
  panels: [stat('Workers', { ...workers })],
})`,
    right: `dashboard('Shop', {
  ...board,
  scrapedEvery: () => '1m',
  panels: [stat('Workers', { ...workers })],
})`,
    mistakes: [31],
  },
  'refresh-too-fast': {
    is: 'A refresh that is faster than Grafana takes',
    why: 'It refreshes every 5s at most.',
    wrong: `dashboard('Shop', { ...board, panels: [words], refresh: '1s' })`,
    right: `dashboard('Shop', { ...board, panels: [words], refresh: '30s' })`,
    mistakes: [24],
  },
  'no-such-datasource': {
    is: 'A data source that the application does not declare',
    why: 'The panel says “datasource not found”.',
    wrong: `application('shop', {
  ...shop,
  dashboards: [
    (about) =>
      dashboard('Shop', {
        ...board,
        panels: [
          stat('Workers', {
            ...workers,
            datasource: datasource('prometheus', { uid: 'thanos', name: 'Thanos' }),
          }),
        ],
      }),
  ],
})`,
    right: `application('shop', {
  ...shop,
  otherDatasources: [datasource('prometheus', { uid: 'thanos', name: 'Thanos' })],
  dashboards: [
    (about) =>
      dashboard('Shop', {
        ...board,
        panels: [
          stat('Workers', {
            ...workers,
            datasource: datasource('prometheus', { uid: 'thanos', name: 'Thanos' }),
          }),
        ],
      }),
  ],
})`,
    mistakes: [22],
  },
  'no-dashboard': {
    is: 'A ConfigMap for Grafana that holds no dashboard',
    why: 'The sidecar reads it, and Grafana shows nothing: mostly it is wrapped in another object.',
    wrong: `{"dashboard": {"uid": "shop", "panels": []}}`,
    right: `{"uid": "shop", "panels": []}`,
    mistakes: [22],
    notRun: 'It is an object of an own construct, which test/laws/objects has.',
  },
});

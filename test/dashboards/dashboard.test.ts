import { Refusal, faultText } from '#ground/fault.js';
import { describe, expect, test } from '@jest/globals';
import { above, below } from '#alerts/rule/condition.js';
import { hours } from '#alerts/rule/hours.js';
import type { DashboardSpec } from '#dashboards/dashboard.js';
import { logs } from '#dashboards/panel/logs.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { stat } from '#dashboards/panel/stat.js';
import { text } from '#dashboards/panel/text.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { row } from '#dashboards/row.js';
import { choice, labelValues } from '#dashboards/variable.js';
import { variable } from '#promql/metric/match.js';
import { count, percent } from '#promql/unit/limit.js';
import { now } from '#promql/vector/time.js';
import { alertOn, errorRatio, note, openBaskets, requestRate, requests, shop, storeFill } from './fixture.js';

const description = 'What it shows.';
const tooMany = alertOn('TooMany', 'warning', above(openBaskets, count(50)));
const farTooMany = alertOn('FarTooMany', 'critical', above(openBaskets, count(5)));
const full = alertOn('Full', 'critical', above(storeFill, percent(5)));
const namespace = labelValues('namespace', requests);
const inNamespace = (reference = variable('namespace')) =>
  timeseries('Requests', {
    description,
    signal: requestRate('5m', requests.where({ namespace: reference })),
  });

/** What is said about a dashboard. */
const faultsOf = (panels: DashboardSpec['panels'], spec: Partial<DashboardSpec> = {}): readonly string[] => {
  try {
    shop(panels, spec);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults.map(({ where, code, why, cure }) =>
      faultText('', [{ where, what: '', code, why, cure }]).slice(2),
    );
  }
};

describe('a dashboard is refused', () => {
  test.each<[what: string, panels: DashboardSpec['panels'], spec: Partial<DashboardSpec>, fault: string]>([
    ['without panels', [], {}, 'has no panels; add one'],
    ['without a description', [note('a')], { description: ' ' }, 'has no description; say what it answers'],
    [
      'with a uid that Grafana does not take',
      [note('a')],
      { application: 'the-application-with-the-longest-name' },
      "uid 'the-application-with-the-longest-name-shop': Grafana takes 40 of a to z, 0 to 9 and hyphens; give the dashboard a shorter uid of its own",
    ],
    [
      'in a time zone that does not exist',
      [note('a')],
      { timezone: 'Asia/Soul' },
      "timezone 'Asia/Soul': is no IANA time zone; write e.g. 'Asia/Seoul', 'utc' or 'browser'",
    ],
    [
      'that refreshes faster than Grafana does',
      [note('a')],
      { refresh: '1s' },
      "refresh '1s': Grafana refreshes every 5s at most; write '5s' or more",
    ],
    [
      'with a panel that is not described',
      [text('a', { description: '', markdown: 'Hello.' })],
      {},
      "panel 'a': has no description; say what it shows and how to read it",
    ],
    [
      'with a panel wider than the grid',
      [note('a', { width: 25 })],
      {},
      "panel 'a': is 25 columns wide and the grid has 24; write 1 to 24",
    ],
    [
      'with a panel of no height',
      [note('a', { height: 0 })],
      {},
      "panel 'a': is 0 rows high; write a whole number from 1",
    ],
    [
      'with a title that no id can be made of',
      [note('처리량')],
      {},
      "panel '처리량': the title has no letter a to z and no digit, which its id is made of; give it a key",
    ],
    [
      'with text that says nothing',
      [text('a', { description, markdown: '' })],
      {},
      "panel 'a': shows no text; write what a reader should know",
    ],
    [
      'with logs of every stream',
      [logs('a', { description, logql: '{}' })],
      {},
      `panel 'a': LogQL '{}' selects no streams; begin with at least one label, e.g. {namespace="…"}`,
    ],
    [
      'with a panel of which neither its metrics nor anybody says anything (mistake 75)',
      [timeseries('Since', { signal: now() })],
      {},
      "panel 'Since': has no description; say what it shows and how to read it",
    ],
    [
      'with a limit that is never seen',
      [timeseries('Open', { signal: openBaskets, limits: [tooMany, farTooMany] })],
      {},
      "panel 'Open': yellow at '> 50' is never seen, for red begins at '> 5'; let yellow begin before red",
    ],
    [
      'with a limit of another unit than its values, where types were put aside',
      [Reflect.apply(timeseries, undefined, ['Open', { signal: openBaskets, limits: [full] }])],
      {},
      "panel 'Open': the values are in count, not in ratio; write count(5)",
    ],
    [
      'with two panels of one title',
      [note('a'), row('b', [note('a')])],
      {},
      "panel 'a': stands here more than once; give each its own title",
    ],
    [
      'with two rows of one title',
      [row('b', [note('a')]), row('b', [note('c')])],
      {},
      "row 'b': stands here more than once; give each its own title",
    ],
    [
      'with two panels of one id',
      [note('Requests (all)'), note('Requests, all')],
      {},
      "panels 'Requests (all)' and 'Requests, all': have the same id 99061184; give one of them another key",
    ],
    ['with an empty row', [note('a'), row('b', [])], {}, "row 'b': has no panels; leave it out"],
    [
      'with a variable that is not defined (mistake 23)',
      [inNamespace()],
      {},
      "panel 'Requests': refers to $namespace, which is no variable of this dashboard (it has none); define it",
    ],
    [
      'with a variable that is not defined in a text',
      [text('a', { description, markdown: 'Of ${tenant:raw}.' })],
      {},
      "panel 'a': refers to $tenant, which is no variable of this dashboard (it has none); define it",
    ],
    [
      'with a variable that is not defined in a row',
      [row('Of [[tenant]]', [note('a')])],
      {},
      "row 'Of [[tenant]]': refers to $tenant, which is no variable of this dashboard (it has none); define it",
    ],
    [
      'with a variable that is not defined in another',
      [inNamespace()],
      { variables: [labelValues('namespace', requests.where({ pod: variable('pod') }))] },
      'variables: refers to $pod, which is no variable of this dashboard (namespace); define it',
    ],
    [
      'with a variable that nothing uses',
      [note('a')],
      { variables: [namespace] },
      'variable namespace: nothing uses it; match with it, or leave it out',
    ],
    [
      'with a variable that is defined twice',
      [inNamespace()],
      { variables: [namespace, choice('namespace', ['a'])] },
      'variable namespace: is defined twice; give one of them another name',
    ],
    [
      'with one value compared where several may be chosen',
      [inNamespace()],
      { variables: [choice('namespace', ['a', 'b'], { multiple: true })] },
      `panel 'Requests': shop_requests_total{namespace="$namespace"} compares with one value while several may be chosen; match with the variable that \`choice\` or \`labelValues\` gave`,
    ],
    [
      'with a choice of what a comma would part',
      [inNamespace()],
      { variables: [choice('namespace', ['a,b'])] },
      "variable namespace: Grafana would read 'a,b' as several values; leave out comma and colon",
    ],
    [
      'with a window shorter than four scrapes (mistake 26)',
      [timeseries('Requests', { description, signal: requestRate('1m') })],
      {},
      "panel 'Requests': the window of shop_requests_total[1m] is shorter than four scrapes of 30s; write '$__rate_interval', or '2m' or more",
    ],
    [
      'with a window of one step (mistake 26)',
      [timeseries('Requests', { description, signal: requestRate('$__interval') })],
      {},
      "panel 'Requests': the window of shop_requests_total[$__interval] is one step of the drawing, which is often shorter than a scrape; write '$__rate_interval', or '2m' or more",
    ],
  ])('%s', (_, panels, spec, fault) => {
    expect(faultsOf(panels, spec)).toEqual([fault]);
  });

  test('for all its faults at once', () => {
    expect(faultsOf([note('a', { width: 0 }), row('b', [])], { refresh: '1s' })).toHaveLength(3);
  });
});

describe('a dashboard takes', () => {
  test('a variable that several panels follow', () => {
    expect(faultsOf([inNamespace(namespace)], { variables: [namespace] })).toEqual([]);
  });

  test('what Grafana itself fills in', () => {
    expect(faultsOf([text('a', { description, markdown: 'Since $__from.' })])).toEqual([]);
  });

  test('a short window where scrapes are more frequent', () => {
    const panel = timeseries('Requests', { description, signal: requestRate('1m') });
    expect(faultsOf([panel], { scrapeInterval: '15s' })).toEqual([]);
  });
});

describe('a panel of what an alert watches', () => {
  const errorsHigh = alertOn(
    'ErrorsHigh',
    'critical',
    above(errorRatio('5m', requests.where({ namespace: 'prod' })), percent(5)),
  );
  const watched = errorRatio('5m', requests.where({ namespace: 'prod' }));
  const others = alertOn('OthersHigh', 'critical', above(watched, percent(10)));
  const errorsSome = alertOn('ErrorsSome', 'warning', above(watched, percent(1)));
  const errors = errorRatio('$__rate_interval', requests.where({ namespace: variable('namespace') }));
  const faultsWith = (panel: Panel) => faultsOf([panel], { variables: [namespace], alerts: [errorsHigh] });

  test('is refused with another limit (mistake 24)', () => {
    expect(faultsWith(timeseries('Errors', { description, signal: errors, limits: [others] }))).toEqual([
      "panel 'Errors': shows what ErrorsHigh watches, without the limit at which it fires (> 5%); give the panel the alert in its limits",
    ]);
  });

  test('is refused without a limit (mistake 24)', () => {
    expect(faultsWith(stat('Errors', { description, signal: errors }))).toHaveLength(1);
  });

  test('is taken with its limit', () => {
    expect(faultsWith(timeseries('Errors', { description, signal: errors, limits: [errorsHigh] }))).toEqual(
      [],
    );
  });

  test('is taken with its limit and a milder one', () => {
    const limits = [errorsSome, errorsHigh];
    expect(faultsWith(timeseries('Errors', { description, signal: errors, limits }))).toEqual([]);
  });

  const workingHours = hours({ days: ['monday'], from: '09:00', to: '17:00', timeZone: 'Asia/Seoul' });
  const none = alertOn('NoBaskets', 'warning', below(openBaskets, count(1)), workingHours);

  test('may leave out a limit that holds at some hours only', () => {
    expect(faultsOf([stat('Baskets', { signal: openBaskets })], { alerts: [none] })).toEqual([]);
  });

  test('is refused with another limit than holds at some hours', () => {
    const panel = stat('Baskets', { signal: openBaskets, limits: [farTooMany] });
    expect(faultsOf([panel], { alerts: [none] })).toHaveLength(1);
  });

  test('is not one that names the alert and shows something else', () => {
    const other = stat('Baskets', { description, signal: openBaskets, alerts: [errorsHigh] });
    expect(faultsOf([other])).toEqual([
      "panel 'Baskets': names ErrorsHigh and shows nothing of what it watches; leave it out: a panel that draws its signal names it by limits: [ErrorsHigh]",
    ]);
  });

  test('is another panel when it shows something else', () => {
    const other = stat('Baskets', { description, signal: openBaskets });
    expect(faultsOf([other], { alerts: [errorsHigh] })).toEqual([]);
  });
});

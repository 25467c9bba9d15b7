import { describe, expect, test } from '@jest/globals';
import { readAnnotations } from '#browser/dashboard/model/annotation.js';
import { regionsOf, spans } from '#browser/dashboard/query/regions.js';

const [annotation] = readAnnotations([
  {
    name: 'Firing',
    enable: true,
    target: { expr: 'ALERTS' },
    titleFormat: '{{alertname}}',
    textFormat: '{{component}}, {{severity}}',
    tagKeys: 'severity, team',
  },
]);
const labels = { alertname: 'HighErrorRate', component: 'server', severity: 'critical', team: 'shop' };
const made = (times: readonly number[], values: readonly number[]) =>
  annotation ? regionsOf(annotation, [{ labels, times, values }], 60, 'red') : [];

describe('Times at which an alert fires', () => {
  test('are joined where they follow one another by a step', () => {
    expect(spans([0, 60, 120, 300, 360], 60)).toEqual([
      [0, 120],
      [300, 360],
    ]);
  });

  test('are one moment where it fires once', () => {
    expect(spans([60], 60)).toEqual([[60, 60]]);
  });
});

describe('A region of an annotation', () => {
  test('says what its formats make of the labels, and the tags that they do not say', () => {
    expect(made([0, 60], [1, 1])).toEqual([
      { from: 0, to: 60, title: 'HighErrorRate', text: 'server, critical\nshop', colour: 'red' },
    ]);
  });

  test('ends where the value is nought', () => {
    expect(made([0, 60, 120], [1, 0, 1]).map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [120, 120],
    ]);
  });
});

describe('Annotations of a dashboard', () => {
  test.each([
    ['one that is off', { enable: false, expr: 'up' }],
    ['one that Grafana keeps itself', { enable: true, datasource: { uid: '-- Grafana --' }, expr: 'up' }],
    ['one of logs', { enable: true, datasource: { type: 'loki' }, expr: '{a="b"}' }],
  ])('%s is not asked for', (_, given) => {
    expect(readAnnotations([given])).toEqual([]);
  });
});

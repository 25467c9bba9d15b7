import { describe, expect, test } from '@jest/globals';
import { type AlertSpec, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { unproven } from '#alerts/scenario/standing.js';
import { print } from '#promql/expr/print.js';
import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import { count } from '#promql/unit/limit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { matched } from '#promql/vector/matched.js';
import { ignoring, on } from '#promql/vector/matching.js';
import { rawPromql } from '#promql/vector/raw.js';
import { value } from '#promql/vector/select.js';

const waiting = gauge('stall_waiting', { help: 'Guests who wait', labels: ['queue', 'stall'] });
const open = gauge('stall_open', { help: 'Whether it is open', labels: ['stall'] });
const perQueue = sum(value(waiting), { by: ['queue', 'stall'] });
const perStall = max(value(open), { by: ['stall'] });

const words = { meaning: 'm', impact: 'i', check: 'c', action: 'a', summary: 's', description: 'd' };
const exprOf = (spec: Partial<AlertSpec<'queue' | 'stall', 'count'>>): string => {
  const made = alert<'queue' | 'stall', 'count'>('ManyWait', {
    limit: count(5),
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => above(perQueue, limit),
    says: { en: () => words },
    proof: () => unproven('it is an example'),
    ...spec,
  });
  override({ made }, { made: leftOut });
  return print(made.expr);
};
const before = 'sum by (queue, stall) (last_over_time(stall_waiting[2m])) > 5';

describe('what is given of other labels', () => {
  test('says on which it is matched', () => {
    expect(exprOf({ given: () => matched(perStall, on('stall')) })).toBe(
      `${before}\nand on (stall) max by (stall) (last_over_time(stall_open[2m]))`,
    );
  });

  test('or which are left out', () => {
    const others = max(value(open), { by: ['stall', 'pod'] });
    expect(() => exprOf({ given: () => [matched(others, ignoring('pod'))] })).toThrow("no label 'queue'");
  });

  test('stands beside what has the same labels', () => {
    const given = () => [perQueue, matched(perStall, on('stall'))];
    expect(exprOf({ given })).toMatch(/and sum by \(queue, stall\) .*\nand on \(stall\) max/);
  });

  test('may be what must not be', () => {
    expect(exprOf({ except: () => matched(perStall, on('stall')) })).toBe(
      `${before}\nunless on (stall) max by (stall) (last_over_time(stall_open[2m]))`,
    );
  });
});

describe('PromQL as text whose series nothing aggregates', () => {
  const metrics = [catalog({ waiting })];
  const raw = (text: string) => rawPromql(text, { labels: 'scraped', unit: 'count', metrics });

  test('is a signal where it says so', () => {
    expect(String(above(raw('stall_waiting'), count(5)).signal)).toBe('stall_waiting');
  });

  test('offers all labels that its series may have', () => {
    expect(raw('stall_waiting').labels).toEqual(expect.arrayContaining(['queue', 'stall', 'instance']));
  });

  test('is refused where it is aggregated: it would say of labels what is not so', () => {
    expect(() => raw('sum by (queue) (stall_waiting)')).toThrow(
      'its series are aggregated: they carry the labels (queue), not those as scraped',
    );
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { derive } from '#derive/derive.js';
import type { Asked, Derivation, Proven } from '#derive/derivation.js';
import { inSeconds, isDuration } from '#ground/duration.js';
import { parsed } from '#rules/expression.js';
import { type Claim, refusedByPromtool } from './proof.js';
import { samples } from './sample.js';

const asked = (text: string, pending = '0s'): Asked => {
  const read = parsed(text);
  if (!('expr' in read) || !isDuration(pending)) throw new Error(`${text} is not read`);
  return { name: 'Derived', expr: read.expr, for: inSeconds(pending), interval: 60, scrape: 30, records: [] };
};

const known = new Map<string, Derivation>();
const derivedOf = (text: string, pending?: string): Derivation => {
  const key = `${text} for ${pending ?? '0s'}`;
  const found = known.get(key) ?? derive(asked(text, pending));
  known.set(key, found);
  return found;
};

const provenOf = (text: string, pending?: string): Proven => {
  const found = derivedOf(text, pending);
  if (found.kind !== 'derived') throw new Error(`${text}: ${JSON.stringify(found)}`);
  return found;
};

const all = Object.entries(samples).flatMap(([kind, each]) => each.map((sample) => ({ kind, ...sample })));

describe.each(Object.keys(samples))('Of %s', (kind) => {
  test.each(samples[kind] ?? [])(
    'a fault and a quiet course are derived: $text',
    ({ text, for: pending }) => {
      expect(derivedOf(text, pending)).toMatchObject({ kind: 'derived' });
    },
  );
});

describe('The real promtool proves what is derived', () => {
  let claims: readonly Claim[] = [];
  let refused: readonly string[] = [];
  beforeAll(async () => {
    claims = all.flatMap(({ text, for: pending }): readonly Claim[] => {
      const found = derivedOf(text, pending);
      return found.kind === 'derived' ? [{ text, for: asked(text, pending).for, proven: found }] : [];
    });
    refused = await refusedByPromtool(claims);
  }, 120_000);

  test('of each sample', () => {
    expect(claims.length).toBe(all.length);
  });

  test.each(all)('$text', ({ text }) => {
    expect(refused[claims.findIndex((claim) => claim.text === text)]).toBe('');
  });
});

describe('What is derived is said in words', () => {
  const said = (text: string): readonly [fires: string, quiet: string] => {
    const { fires, quiet } = provenOf(text);
    return [fires.said.join(', '), quiet.said.join(', ')];
  };

  test('by what touches the limit, and what is just beyond it', () => {
    expect(said('oven_trays > 12')).toEqual([
      'oven_trays of host-1:9100 is 13',
      'oven_trays of host-1:9100 is 12',
    ]);
  });

  test('of a counter by how fast it grows', () => {
    expect(said('rate(orders_failed_total[5m]) > 2')).toEqual([
      'orders_failed_total of host-1:9100 grows by 2.1 a second',
      'orders_failed_total of host-1:9100 grows by 1.9 a second',
    ]);
  });

  test('of a moment by how long ago it is', () => {
    expect(said('time() - backup_timestamp_seconds > 86400')).toEqual([
      'backup_timestamp_seconds of host-1:9100 is 25 hours ago',
      'backup_timestamp_seconds of host-1:9100 is 24 hours ago',
    ]);
  });

  test('of bytes also in larger units', () => {
    const [fires] = said('shelf_free_bytes < 1024 * 1024 * 1024');
    expect(fires).toMatch(/^shelf_free_bytes of host-1:9100 is 1000000000 \(954 MiB\)$/);
  });

  test('of a series that is not there', () => {
    expect(said('absent(up{job="bakery"})')).toEqual([
      'up of host-1:9100 is missing',
      'up of host-1:9100 is 1',
    ]);
  });
});

describe('A person can judge by what stands beside', () => {
  const besideOf = (text: string): readonly string[] => provenOf(text).fires.beside;

  test('which is the other side of a comparison, without the host that was named', () => {
    expect(besideOf('oven_power / oven_power_limit > 12')).toEqual(['oven_power_limit is 11']);
  });

  test('and is said of the fault alone, as it is the same when it is quiet', () => {
    expect(provenOf('oven_power / oven_power_limit > 12').quiet.beside).toEqual([]);
  });

  test('three of them at the most, with how many more there are', () => {
    expect(besideOf('oven_a > oven_b + oven_c + oven_d + oven_e + oven_f').slice(3)).toEqual(['2 more']);
  });

  test('of a change by what was before', () => {
    const { said } = provenOf(
      'sum(rate(orders_total[5m])) < 0.5 * sum(rate(orders_total[5m] offset 1h))',
    ).fires;
    expect(said.join()).toMatch(/^orders_total of host-1:9100 grows by .+, and grew by .+ before$/);
  });
});

describe('Values are lifelike', () => {
  test('what says yes or no is 0 or 1', () => {
    expect(provenOf('up == 0').fires.said).toEqual(['up of host-1:9100 is 0']);
  });

  test('a share is no more than 1', () => {
    expect(provenOf('shelf_used_ratio > 0.95').fires.said).toEqual(['shelf_used_ratio of host-1:9100 is 1']);
  });

  test('what is counted is whole', () => {
    expect(provenOf('oven_trays < 3').fires.said).toEqual(['oven_trays of host-1:9100 is 2']);
  });
});

describe('What is none of the alert’s business', () => {
  test('is as bad all the time, and does not matter', () => {
    const { quiet } = provenOf('tray_state{state="burnt"} == 1');
    expect(quiet.series.map(({ labels }) => labels['state'])).toEqual(['burnt', 'state-1']);
  });

  test('tells that it is quiet by another label, not by nothing', () => {
    expect(provenOf('oven_info{mode!="ready"} == 1').isVacuous).toBe(false);
  });
});

describe('Time', () => {
  test('an alert fires as long after the fault as it waits', () => {
    expect(provenOf('oven_trays > 12', '15m').firesAfter).toBe(900);
  });

  test('a window that holds too few scrapes is scraped more often', () => {
    expect(provenOf('rate(orders_total[30s]) > 1').scrape).toBeLessThan(30);
  });

  test('what looks far back is scraped and evaluated less often, so that promtool can run it', () => {
    const { interval, until } = provenOf('avg_over_time(oven_load[30d]) > 3');
    expect(until / interval).toBeLessThan(2_000);
  });
});

test('The same is derived of the same alert', () => {
  const text =
    'sum by (shop) (rate(orders_total{code=~"5.."}[5m])) / sum by (shop) (rate(orders_total[5m])) > 0.05';
  expect(derive(asked(text))).toEqual(derive(asked(text)));
});

const kindOf = (text: string): Derivation['kind'] => derive(asked(text)).kind;

test('A watchdog always fires', () => {
  expect(kindOf('vector(1)')).toBe('always fires');
});

test('What always holds by the order of operators always fires, and is told by which part', () => {
  expect(derive(asked('count(oven_trays > 1) or vector(0) < 1'))).toMatchObject({
    kind: 'always fires',
    why: "'vector(0) < 1' holds whatever is, and so does all of the expression",
  });
});

describe('What counts nothing as 0', () => {
  const text = '(sum(rate(orders_total[5m])) or vector(0)) < 1';

  test('is quiet where there is more than its limit', () => {
    expect(provenOf(text, '5m').quiet.said).toEqual([
      'orders_total of host-1:9100 grows by 34.8 a minute',
      'orders_total of host-2:9100 grows by 28.8 a minute',
    ]);
  });

  test('fires while its windows are empty, if it does not wait', () => {
    expect([provenOf(text).warms, provenOf(text, '5m').warms]).toEqual([300, undefined]);
  });
});

describe('The nearest quiet course', () => {
  const bordersOf = (text: string): readonly (readonly string[])[] => {
    const { fires, quiet } = provenOf(text);
    return [fires.said, quiet.said];
  };

  test('is at a limit that lies far below what is usual', () => {
    expect(bordersOf('tray_size_bytes / 1024 > 5')).toEqual([
      ['tray_size_bytes of host-1:9100 is 5400 (5.27 KiB)'],
      ['tray_size_bytes of host-1:9100 is 5120 (5 KiB)'],
    ]);
  });

  test('of what is to equal another is where it does', () => {
    expect(bordersOf('bakery_ovens_wanted != bakery_ovens')).toEqual([
      ['bakery_ovens_wanted of host-1:9100 is 10'],
      ['bakery_ovens_wanted of host-1:9100 is 11'],
    ]);
  });

  test('of either of two is by one of them', () => {
    expect(bordersOf('oven_trays{side="left"} > 1 or oven_trays{side="right"} > 1')).toEqual([
      ['oven_trays{side="left"} of host-1:9100 is 2'],
      ['oven_trays{side="left"} of host-1:9100 is 1'],
    ]);
  });

  test('is found where looking far back leaves few tries', () => {
    expect(
      provenOf('sum(rate(orders_total[5m])) < 0.5 * sum(rate(orders_total[5m] offset 1w))').isVacuous,
    ).toBe(false);
  });
});

test('What no value passes cannot fire', () => {
  expect(kindOf('oven_trays > 5 and oven_trays < 3')).toBe('cannot fire');
});

test('What comes and goes is counted over a subquery', () => {
  expect(derivedOf('count_over_time((up == 0)[10m:1m]) > 3')).toMatchObject({ kind: 'derived' });
});

test('What is read of a moment that no test reaches is not judged', () => {
  expect(derivedOf('sum(rate(bakery_loaves_total[5m] @ 1609746000)) > 10')).toMatchObject({
    kind: 'not judged',
    why: "'bakery_loaves_total @ 1609746000' is read at one moment of the calendar, which no test reaches",
  });
});

describe('A rule begins and ends when it is evaluated, so that', () => {
  test.each([
    ['bakery_queue @ end() > 10', 'bakery_queue > 10'],
    ['sum(rate(bakery_loaves_total[5m] @ start())) > 10', 'sum(rate(bakery_loaves_total[5m])) > 10'],
  ])('%s is proven as %s is', (text, plainly) => {
    expect(provenOf(text).fires).toEqual(provenOf(plainly).fires);
  });

  test('at the steps of a subquery it is not judged', () => {
    expect(derivedOf('max_over_time((bakery_queue @ end())[10m:1m]) > 10')).toMatchObject({
      kind: 'not judged',
      why: "'bakery_queue @ end()' is read once for all steps of a subquery",
    });
  });
});

test('What is not known is quoted as it is written, not as it is searched', () => {
  expect(derivedOf('histogram_avg(rate(bakery_wait_seconds[15m])) > 10')).toMatchObject({
    kind: 'not judged',
    why: "'histogram_avg(rate(bakery_wait_seconds[15m]))' calls histogram_avg, which is not known here",
  });
});

describe('Recording rules of the same files', () => {
  const ratio = parsed(
    'sum by (shop) (rate(orders_total{code=~"5.."}[5m])) / sum by (shop) (rate(orders_total[5m]))',
  );
  const record = {
    name: 'shop:orders_failed:ratio_rate5m',
    expr: 'expr' in ratio ? ratio.expr : asked('vector(0)').expr,
    labels: { team: 'north' },
  };
  const through = (text: string) => derive({ ...asked(text, '5m'), records: [record] });

  test('are derived through, so that what is scraped is made', () => {
    const found = through('shop:orders_failed:ratio_rate5m{shop="shop"} > 0.05');
    const names = found.kind === 'derived' ? found.fires.series.map(({ name }) => name) : [];
    expect(new Set(names)).toEqual(new Set(['orders_total']));
  });

  test('give their labels to what they record', () => {
    const found = through('shop:orders_failed:ratio_rate5m > 0.05');
    expect(found).toMatchObject({ fires: { expected: [{ labels: { team: 'north' } }] } });
  });

  test('that record no such series are left aside', () => {
    const found = through('shop:orders_failed:ratio_rate5m{team="south"} > 0.05');
    expect(found).toMatchObject({ fires: { series: [{ name: 'shop:orders_failed:ratio_rate5m' }] } });
  });
});

describe('Many that are taken together', () => {
  test('are more than one, so that a sum is told from the greatest', () => {
    const { fires } = provenOf('sum by (shop) (trays_broken) > 12');
    expect(fires.said).toEqual([
      'trays_broken{shop="shop-1"} of host-1:9100 is 8',
      'trays_broken{shop="shop-1"} of host-2:9100 is 5',
    ]);
  });

  test('are one fewer where they are counted', () => {
    const { fires, quiet } = provenOf('count(oven_info) > 60');
    expect([fires.series.length, quiet.series.length]).toEqual([61, 60]);
  });

  test('are said with how many there are', () => {
    const [first] = provenOf('count(oven_info) > 60').fires.said;
    expect(first).toBe('oven_info of host-1:9100 is 1 (and so are 59 others)');
  });
});

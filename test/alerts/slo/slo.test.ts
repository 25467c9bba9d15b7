import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import { latency } from '#alerts/slo/latency.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { selectors } from '#promql/expr/ast.js';
import { count, percent, seconds } from '#promql/unit/limit.js';
import { oneLine } from '../one-line.js';
import { availability, duration, errorRatio, p50, p95, p99, table } from './table.js';

const { burn1h, burn6h, burn1d, burn3d } = availability.alerts;
const four = Object.values(availability.alerts);

describe('an objective', () => {
  test('has an alert for each burn rate, named after it and its long window', () => {
    expect(four.map(({ name }) => name)).toEqual([
      'AvailabilityBudgetBurn1h',
      'AvailabilityBudgetBurn6h',
      'AvailabilityBudgetBurn1d',
      'AvailabilityBudgetBurn3d',
    ]);
  });

  test('pages for the fast burns only', () => {
    expect(four.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'warning', 'warning']);
  });

  test('fires where both windows burn too fast and there is traffic enough (mistake 14)', () => {
    expect(oneLine(burn1h)).toMatchInlineSnapshot(
      `"slo:shop_availability:error_ratio_rate5m / 0.001 > 14.4 and slo:shop_availability:error_ratio_rate1h / 0.001 > 14.4 and slo:shop_availability_events:increase1h >= 278"`,
    );
  });

  test('labels its alerts, so that one can inhibit the others', () => {
    expect(four.map(({ labels }) => labels)).toEqual(four.map(() => ({ slo: 'availability' })));
  });

  test('records each metric before what reads it', () => {
    const { records } = sloGroup(availability);
    const early = records.flatMap(({ expr }, i) => {
      const known = records.slice(0, i).map(({ record }) => record);
      const read = selectors(expr).map(({ metric }) => metric.name);
      return read.filter((name) => name.startsWith('slo:') && !known.includes(name));
    });
    expect(early).toEqual([]);
  });

  test('asks the counters for five minutes and an hour, and makes longer windows of five minutes', () => {
    const { records } = sloGroup(p99);
    const asking = records.filter((rule) =>
      oneLine(rule).includes('shop_http_request_duration_seconds_count'),
    );
    expect(asking.map(({ record }) => record)).toEqual([
      'slo:shop_latency_p99_events:increase5m',
      'slo:shop_latency_p99_events:increase1h',
    ]);
  });

  test('divides what was added up, and does not add up what was divided', () => {
    const ratio = sloGroup(availability).records.find(({ record }) => record.endsWith(':error_ratio_rate3d'));
    expect(ratio && oneLine(ratio)).toMatchInlineSnapshot(
      `"sum_over_time(slo:shop_availability_bad_events:increase5m[3d:5m]) / (slo:shop_availability_events:increase3d > 0)"`,
    );
  });

  test('records no window that nothing reads', () => {
    expect(sloGroup(p50).records.map(({ record }) => record.replace(/^slo:shop_latency_p50/, ''))).toEqual([
      '_events:increase5m',
      '_bad_events:increase5m',
      '_events:increase6h',
      ':error_ratio_rate6h',
      '_events:increase3d',
      ':error_ratio_rate3d',
      '_events:increase30d',
      ':error_ratio_rate30d',
    ]);
  });

  test('is a rule group of its own, evaluated every minute', () => {
    const { name, interval } = sloGroup(errorRatio);
    expect([name, interval]).toEqual(['slo-error-ratio', '1m']);
  });

  test('shares no recorded name with another', () => {
    const names = table.flatMap((each) => sloGroup(each).records.map(({ record }) => record));
    expect(new Set(names).size).toBe(names.length);
  });

  test('can have its alerts changed like those of any pack', () => {
    const pack = override(availability.alerts, { burn6h: { severity: 'warning' } });
    expect(sloGroup(availability, pack).alerts.map(({ severity }) => severity)).toEqual([
      'critical',
      'warning',
      'warning',
      'warning',
    ]);
  });

  test('of 50% has only the burn rate that it leaves room for', () => {
    expect(Object.keys(p50.alerts)).toEqual(['burn3d']);
  });

  test('without alerts is recorded all the same', () => {
    const shown = slo('Shown', { ...spec, alerts: [] });
    expect(sloGroup(shown).records.at(-1)?.record).toBe('slo:shop_shown:error_ratio_rate30d');
  });
});

const spec = {
  application: 'shop',
  subject: called('Shop'),
  title: { ko: '응답', en: 'Answers' },
  sli: latency(duration, seconds(1)),
  objective: percent(99),
};

describe('refused is', () => {
  test('an objective that burn rates cannot reach, with those that they can', () => {
    expect(() => slo('Median', { ...spec, objective: percent(50) })).toThrow(
      "slo Median: burn rates 14.4 (1h), 6 (6h), 3 (1d) can never be exceeded: with an objective of 50% the budget burns at most 2 times too fast, when everything fails; write alerts: ['3d'] for 1 (3d)",
    );
  });

  test('a burn rate that is chosen although it cannot be reached', () => {
    expect(() => slo('Median', { ...spec, objective: percent(50), alerts: ['1d', '3d'] })).toThrow(
      'burn rates 3 (1d) can never be exceeded',
    );
  });

  test('an objective of everything', () => {
    expect(() => slo('Perfect', { ...spec, objective: percent(100) })).toThrow(
      'an objective of 100% leaves no error budget; write a share between, like percent(99.9)',
    );
  });

  test('an objective of nothing', () => {
    expect(() => slo('Careless', { ...spec, objective: percent(0) })).toThrow(
      'an objective of 0% leaves nothing to keep',
    );
  });

  test('an objective in which a share is taken for hundredths', () => {
    expect(() => slo('Availability', { ...spec, objective: percent(0.999) })).toThrow(
      'an objective of 0.999% lets nearly everything fail; percent takes hundredths: write percent(99.9) for 99.9%',
    );
  });

  test('an alert for a single failure', () => {
    expect(() => slo('Nervous', { ...spec, leastFailures: count(1) })).toThrow(
      'leastFailures of 1: a single failure would fire; write a whole number from 2',
    );
  });

  test('a group that is evaluated so seldom that its samples grow stale', () => {
    expect(() => slo('Sleepy', { ...spec, interval: '5m' })).toThrow(
      'an interval of 5m: of samples older than 5 minutes Prometheus says nothing; write 4m or less',
    );
  });

  test('a window that is not made of five minutes', () => {
    expect(() => slo('Odd', { ...spec, window: '301s' })).toThrow(
      'a window of 301s is not made of steps of 5m',
    );
  });

  test('a window that is no duration', () => {
    expect(() => slo('Odd', { ...spec, window: '1.5d' })).toThrow("duration '1.5d'");
  });

  test('a name that alerts cannot have', () => {
    expect(() => slo('p99 latency', spec)).toThrow(
      "'p99 latency' is no name for its alerts; write it in CamelCase, like ApiAvailability",
    );
  });

  test('everything that is wrong, at once', () => {
    expect(() => slo('p99', { ...spec, objective: percent(100), interval: '1h' })).toThrow(
      /no name for its alerts[^]*no error budget[^]*an interval of 1h/,
    );
  });
});

describe('texts', () => {
  test('say how fast the budget burns', () => {
    expect(burn1h.texts.en?.summary).toBe(
      'Shop: Service availability burns its error budget at {{ $value | humanize }} times the allowed rate (over 1 hour)',
    );
  });

  test('say the same in Korean', () => {
    expect(burn1h.texts.ko?.summary).toBe(
      'Shop: 서비스 가용성 목표의 오류 예산이 허용 속도의 {{ $value | humanize }}배로 줄고 있습니다(1시간 기준)',
    );
  });

  test('say which share of the budget is gone, and when all of it will be', () => {
    expect(burn1h.texts.en?.description).toMatch(
      /about 2% of it or more\. .* all of it is gone within 2 days 2 hours/,
    );
  });

  test('say what counts as failed, and of what', () => {
    expect(burn3d.texts.ko?.description).toContain(
      '5xx로 응답한 요청 때문에 오류 예산(30일 동안 요청의 0.1%)',
    );
  });

  test('of a page send one to the latest deployment', () => {
    expect(burn6h.texts.ko?.description).toContain('최근 배포와 의존하는 서비스부터 확인하세요');
  });

  test('of a ticket say that it can wait for the working day', () => {
    expect(burn1d.texts.en?.description).toContain('It can wait for the working day');
  });

  test('say that a threshold is counted as another edge', () => {
    expect(p99.alerts.burn1h.texts.ko?.description).toContain('더 느슨한 다음 경계인 2.5s 기준으로 셉니다');
  });

  test('differ between the alerts of an objective', () => {
    expect(new Set(four.map(({ texts }) => texts.ko?.summary)).size).toBe(4);
  });
});

describe('a runbook', () => {
  test('says how much traffic the alert needs', () => {
    expect(burn1h.runbook.en?.meaning).toContain(
      'It needs at least 278 requests in 1 hour: with fewer, less than 5 failures could do, so it stays quiet.',
    );
  });

  test('says it in Korean too', () => {
    expect(burn1h.runbook.ko?.meaning).toContain('1시간 동안 요청 수가 278건 이상이어야 발생합니다');
  });

  test('says the number that the expression has', () => {
    const numbers = table.flatMap(({ alerts }) =>
      Object.values(alerts).map((alert) => {
        const [, least = ''] = />= (\d+)$/.exec(oneLine(alert)) ?? [];
        return alert.runbook.en?.meaning.includes(`at least ${least} requests`);
      }),
    );
    expect(numbers).toEqual(numbers.map(() => true));
  });

  test('has a query for where the failures are', () => {
    expect(burn1h.runbook.en?.check).toContain('topk(');
  });

  test('has commands for the namespace that the metrics are narrowed to', () => {
    expect(p95.alerts.burn1h.runbook.ko?.check).toContain('kubectl -n shop get pods');
  });

  test('says which edge counts, and on which side of the threshold it is', () => {
    expect(p99.alerts.burn3d.runbook.en?.meaning).toContain('the looser edge next to it, 2.5s');
  });
});

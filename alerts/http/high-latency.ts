import { humanize, templated } from '../../promql/unit/humanize.js';
import { type Limit, seconds } from '../../promql/unit/limit.js';
import { commands, query } from '../command.js';
import { fewStayQuiet } from '../few.js';
import { forEach, named, oneOf } from '../grouped.js';
import { aroundLimit } from '../quantile.js';
import { alert } from '../rule/alert.js';
import type { Sizes } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { type Subject, placeOf } from '../subject.js';
import { slowestOf } from '../worst.js';
import { bystanders, takes, traffic } from './proof.js';
import { type HttpMetrics, enough, latencyP95, requestWord, window } from './signals.js';

/** Too many requests take too long. */
export const highLatency = <L extends string, S extends string>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  limit: Limit<'seconds'>,
  least: Limit<'perSecond'>,
) => {
  const { by = [] } = http;
  const each = forEach(by);
  const few = fewStayQuiet(requestWord, least, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(http.duration, by);
  const look = [
    query(slowestOf(http.duration, window, by)),
    commands(
      ...find,
      place.usage(http.duration),
      `${place.logs(http.duration, name, '--since=15m')} | grep -iE 'slow|timeout'`,
    ),
  ].join('\n\n');
  return alert('HighLatency', {
    when: above(latencyP95(http, window), limit),
    given: enough(http, least),
    for: '5m',
    severity: 'warning',
    texts: ({ value, limit, labels }) => {
      const { ko, en } = named(subject, by, labels);
      return {
        ko: {
          summary: `${ko}: 응답 시간 P95가 ${value}입니다`,
          description: `최근 5분 동안 ${ko} 요청 100건 중 5건이 ${value} 이상 걸렸습니다(기준 ${limit}). 느린 엔드포인트를 대응 방법의 쿼리로 찾고, 데이터베이스와 CPU부터 살펴보세요.`,
        },
        en: {
          summary: `${en}: P95 of response times is ${value}`,
          description: `Over the last 5 minutes 5 of 100 requests to ${en} took ${value} or longer (limit ${limit}). Find the slow endpoints by the runbook's query, then look at the database and at CPU first.`,
        },
      };
    },
    runbook: {
      ko: {
        meaning: `${subject.ko} 요청의 응답 시간 95번째 백분위수가 ${humanize(limit)}를 넘었습니다.${each.ko}${few.ko}`,
        impact: '사용자가 느려졌다고 느끼고, 시간 초과로 실패하는 요청이 생깁니다.',
        check: `어느 엔드포인트가 느린지 Prometheus에서 조회하고, 같은 시각의 CPU와 메모리, 데이터베이스 연결 수를 맞춰 봅니다.\n\n${look}`,
        action: `부하가 늘었으면 ${place.copies.ko}를 늘립니다. 느린 쿼리가 원인이면 멈추거나 인덱스를 추가합니다.`,
      },
      en: {
        meaning: `The 95th percentile of the response times of ${subject.en} is over ${humanize(limit)}.${each.en}${few.en}`,
        impact: 'Users notice that it is slow, and some requests fail by timing out.',
        check: `Ask Prometheus which endpoints are slow; compare with CPU, memory and database connections at the same time.\n\n${look}`,
        action: `If load has grown, add ${place.copies.en}. If slow queries are the cause, stop them or add an index.`,
      },
    },
    proof: proof(http, limit, least),
  });
};

const proof = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  limit: Limit<'seconds'>,
  least: Limit<'perSecond'>,
): Proof<L> => {
  const { duration } = http;
  const { over, under, quick: was } = aroundLimit(0.95, duration.info, limit.value);
  const labels = oneOf(duration, http.by ?? []);
  const busy = traffic(least);
  const taking = (becomes: Sizes, perSecond = busy) => takes(http, labels, perSecond, { was, becomes });
  const few = taking(over.sizes, least.value * 0.9);
  const amid = bystanders(http, duration).map(({ who, labels }) => ({
    who,
    quick: takes(http, labels, 100 * busy, { was, becomes: was }),
  }));
  const slow = templated(seconds(over.reads));
  const tooSlow = { labels, value: slow };
  return {
    fires: [
      { when: `requests take ${slow}`, series: taking(over.sizes), ...tooSlow },
      ...amid.map(({ who, quick }) => ({
        when: `requests take ${slow}, and those of ${who} next to nothing`,
        series: [...taking(over.sizes), ...quick],
        ...tooSlow,
      })),
    ],
    quiet: [
      { when: `requests take ${templated(seconds(under.reads))}`, series: taking(under.sizes) },
      { when: 'next to no requests are slow', series: few },
      ...amid.map(({ who, quick }) => ({
        when: `next to no requests are slow, and none of ${who}`,
        series: [...few, ...quick],
      })),
      { when: 'nothing is exported', series: [] },
    ],
  };
};

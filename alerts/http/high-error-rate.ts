import { humanize } from '../../promql/unit/humanize.js';
import { type Limit, percent } from '../../promql/unit/limit.js';
import { aroundRatio } from '../around.js';
import { commands, query } from '../command.js';
import { fewStayQuiet } from '../few.js';
import { forEach, named, oneOf } from '../grouped.js';
import { alert } from '../rule/alert.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { type Subject, placeOf } from '../subject.js';
import { mostOf } from '../worst.js';
import { answers, bystanders, traffic } from './proof.js';
import { type HttpMetrics, answered, enough, errorRatio, requestWord, window } from './signals.js';

/** Too many requests are answered 5xx. */
export const highErrorRate = <L extends string, S extends string>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
) => {
  const { by = [] } = http;
  const each = forEach(by);
  const few = fewStayQuiet(requestWord, least, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(http.requests, by);
  const look = [
    query(mostOf(answered(http, /5../), window, by)),
    commands(
      ...find,
      `${place.logs(http.requests, name, '--since=15m')} | grep -iE 'error|exception|panic'`,
      place.deployed(http.requests),
    ),
  ].join('\n\n');
  return alert('HighErrorRate', {
    when: above(errorRatio(http, window), limit),
    given: enough(http, least),
    for: '5m',
    severity: 'critical',
    texts: ({ value, limit, labels }) => {
      const { ko, en } = named(subject, by, labels);
      return {
        ko: {
          summary: `${ko}: 요청의 ${value}가 5xx로 실패하고 있습니다`,
          description: `최근 5분 동안 ${ko} 요청의 ${value}에 5xx로 응답했습니다(기준 ${limit}). 어느 엔드포인트가 실패하는지 대응 방법의 쿼리로 확인하고, 최근 배포와 ${place.part.ko} 로그부터 살펴보세요.`,
        },
        en: {
          summary: `${en}: ${value} of requests fail with 5xx`,
          description: `Over the last 5 minutes ${value} of the requests to ${en} were answered 5xx (limit ${limit}). See by the runbook's query which endpoints fail, then look at the latest deployment and the ${place.part.en}s' logs first.`,
        },
      };
    },
    runbook: {
      ko: {
        meaning: `${subject.ko}에 온 요청 가운데 5xx로 응답한 비율이 ${humanize(limit)}를 넘었습니다.${each.ko}${few.ko}`,
        impact: '사용자 요청이 실패하고 있습니다. 클라이언트가 재시도하면 부하가 더 커집니다.',
        check: `어디에서 5xx가 가장 많은지 Prometheus에서 조회하고, 실패가 시작된 시각의 배포와 로그의 예외를 맞춰 봅니다.\n\n${look}`,
        action: '배포 직후라면 되돌립니다. 데이터베이스나 외부 API가 원인이면 그쪽의 알림을 먼저 처리합니다.',
      },
      en: {
        meaning: `More than ${humanize(limit)} of the requests to ${subject.en} are answered 5xx.${each.en}${few.en}`,
        impact: 'Requests of users fail. Clients that retry add to the load.',
        check: `Ask Prometheus where most of the 5xx are; compare when it began with the latest deployment and the exceptions in the log.\n\n${look}`,
        action:
          'Right after a deployment, roll back. If a database or an outside API is the cause, work on its alert first.',
      },
    },
    proof: proof(http, limit, least),
  });
};

const proof = <L extends string, S extends string>(
  http: HttpMetrics<L, S>,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
): Proof<L> => {
  const { requests } = http;
  const { over, under } = aroundRatio(limit);
  const labels = oneOf(requests, http.by ?? []);
  const busy = traffic(least);
  const failing = (share: Limit<'ratio'>) => answers(http, labels, busy, share);
  const few = answers(http, labels, least.value * 0.9, percent(100));
  const amid = bystanders(http, requests).map(({ who, counts, labels }) => {
    const many = (share: Limit<'ratio'>) => answers(http, labels, 100 * busy, share);
    return { who, counts, well: many(percent(0)), failing: many(percent(100)) };
  });
  const tooMany = { labels, value: humanize(over) };
  return {
    fires: [
      { when: `${humanize(over)} of requests fail`, series: failing(over), ...tooMany },
      ...amid.map(({ who, well }) => ({
        when: `${humanize(over)} of requests fail, and none of ${who}`,
        series: [...failing(over), ...well],
        ...tooMany,
      })),
    ],
    quiet: [
      { when: `${humanize(under)} of requests fail`, series: failing(under) },
      { when: 'all of next to no requests fail', series: few },
      ...amid.map(({ who, well }) => ({
        when: `all of next to no requests fail, and none of ${who}`,
        series: [...few, ...well],
      })),
      ...amid
        .filter(({ counts }) => !counts)
        .map(({ who, failing }) => ({ when: `${who} fails alone`, series: failing })),
      { when: 'there are no requests', series: answers(http, labels, 0, percent(100)) },
      { when: 'nothing is exported', series: [] },
    ],
  };
};

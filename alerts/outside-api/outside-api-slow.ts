import { humanize, templated } from '../../promql/unit/humanize.js';
import { type Limit, seconds } from '../../promql/unit/limit.js';
import { compare } from '../../promql/vector/compare.js';
import { commands, query } from '../command.js';
import { fewStayQuiet } from '../few.js';
import { spoken } from '../../ground/spoken.js';
import { aroundLimit } from '../quantile.js';
import { alert } from '../rule/alert.js';
import { type Sizes, observes } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { type Subject, placeOf } from '../subject.js';
import { slowestOf } from '../worst.js';
import { type OutsideApiMetrics, callWord, responseTimeP95, timedRate, window } from './signals.js';

/** Too many requests to somebody else's API take too long. */
export const outsideApiSlow = (
  subject: Subject,
  metrics: OutsideApiMetrics,
  limit: Limit<'seconds'>,
  least: Limit<'perSecond'>,
) => {
  const few = fewStayQuiet(callWord, least, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(metrics.duration);
  const look = [
    query(slowestOf(metrics.duration, window)),
    commands(...find, `${place.logs(metrics.duration, name, '--since=30m')} | grep -iE '429|timeout'`),
  ].join('\n\n');
  const past = spoken(window);
  return alert('OutsideApiSlow', {
    when: above(responseTimeP95(metrics, window), limit),
    given: compare(timedRate(metrics, window), '>', least),
    for: '10m',
    severity: 'warning',
    texts: ({ value, limit }) => ({
      ko: {
        summary: `${subject.ko}: 응답 시간 P95가 ${value}입니다`,
        description: `최근 ${past.ko} 동안 ${subject.ko} 호출 100건 중 5건이 ${value} 이상 걸렸습니다(기준 ${limit}). 제공사의 상태 페이지를 보고, 요청이 커졌는지(프롬프트 길이, 최대 토큰 수)와 이 호출을 기다리는 작업이 큐에 밀려 있는지 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: P95 of response times is ${value}`,
        description: `Over the last ${past.en} 5 of 100 calls to ${subject.en} took ${value} or longer (limit ${limit}). Look at the provider's status page, see whether requests have become bigger (length of prompts, most tokens), and whether tasks that wait for these calls pile up.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 응답 시간 95번째 백분위수가 ${humanize(limit)}보다 깁니다.${few.ko}`,
        impact:
          '이 API를 기다리는 기능과 작업이 느려집니다. 워커가 호출을 기다리느라 다른 작업을 하지 못해 큐가 밀립니다.',
        check: `제공사의 상태 페이지를 보고, 어느 호출이 느린지 Prometheus에서 조회합니다. 429(한도 초과)를 재시도하느라 느린 것인지 로그에서 확인합니다.\n\n${look}`,
        action:
          '급하지 않은 호출을 미루고, 시간 초과를 짧게 두어 워커가 묶이지 않게 합니다. 더 빠른 모델로 바꾸거나 요청을 줄입니다. 큐가 밀렸다면 워커를 늘립니다. 제공사의 장애면 공지를 기다립니다.',
      },
      en: {
        meaning: `The 95th percentile of the response times of ${subject.en} is over ${humanize(limit)}.${few.en}`,
        impact:
          'Features and tasks that wait for this API are slow. Workers are busy waiting and do nothing else, so queues get longer.',
        check: `Look at the provider's status page; ask Prometheus which calls are slow. See in the log whether it is slow because 429 (quota) is tried again.\n\n${look}`,
        action:
          'Put off calls that can wait, and set short timeouts so that workers are not tied up. Switch to a faster model, or ask for less. If queues are long, add workers. In an outage of the provider, wait for their notice.',
      },
    },
    proof: proof(metrics, limit, least),
  });
};

const proof = (
  { duration }: OutsideApiMetrics,
  limit: Limit<'seconds'>,
  least: Limit<'perSecond'>,
): Proof<never> => {
  const { over, under, quick: was } = aroundLimit(0.95, duration.info, limit.value);
  const taking = (becomes: Sizes, perSecond = least.value * 200) =>
    observes(duration, {}, perSecond, { was, becomes });
  const [slow, quick] = [templated(seconds(over.reads)), templated(seconds(under.reads))];
  return {
    fires: [{ when: `calls take ${slow}`, series: taking(over.sizes), labels: {}, value: slow }],
    quiet: [
      { when: `calls take ${quick}`, series: taking(under.sizes) },
      { when: `calls take ${slow} for five minutes`, series: taking(over.sizes), lasts: '5m' },
      { when: 'next to no calls are slow', series: taking(over.sizes, least.value * 0.9) },
      { when: 'there are no calls', series: taking(over.sizes, 0) },
      { when: 'nothing is exported', series: [] },
    ],
  };
};

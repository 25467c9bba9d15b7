import { humanize } from '../../promql/unit/humanize.js';
import { type Limit, percent } from '../../promql/unit/limit.js';
import { compare } from '../../promql/vector/compare.js';
import { aroundRatio } from '../around.js';
import { commands, query } from '../command.js';
import { fewStayQuiet } from '../few.js';
import { spoken } from '../../ground/spoken.js';
import { alert } from '../rule/alert.js';
import { grows } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { type Subject, placeOf } from '../subject.js';
import { mostOf } from '../worst.js';
import { type OutsideApiMetrics, callWord, failureRatio, requestRate, window } from './signals.js';

/** Too many requests to somebody else's API fail. */
export const outsideApiFailing = (
  subject: Subject,
  metrics: OutsideApiMetrics,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
) => {
  const few = fewStayQuiet(callWord, least, window);
  const place = placeOf(subject);
  const { find, name } = place.exporting(metrics.requests);
  const look = [
    query(mostOf(metrics.requests.where({ status: 'error' }), window)),
    commands(
      ...find,
      `${place.logs(metrics.requests, name, '--since=15m')} | grep -iE 'error|429|401|timeout'`,
    ),
  ].join('\n\n');
  const past = spoken(window);
  return alert('OutsideApiFailing', {
    when: above(failureRatio(metrics, window), limit),
    given: compare(requestRate(metrics, window), '>', least),
    for: '5m',
    severity: 'critical',
    texts: ({ value, limit }) => ({
      ko: {
        summary: `${subject.ko}: 호출의 ${value}가 실패하고 있습니다`,
        description: `최근 ${past.ko} 동안 ${subject.ko} 호출의 ${value}가 오류로 끝났습니다(기준 ${limit}). 로그에서 오류의 종류(401 인증, 429 한도 초과, 5xx 장애, 시간 초과)를 먼저 보고, 제공사의 상태 페이지를 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${value} of calls fail`,
        description: `Over the last ${past.en} ${value} of the calls to ${subject.en} ended in an error (limit ${limit}). See in the log first which errors they are (401 credentials, 429 quota, 5xx outage, timeouts), then look at the provider's status page.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko} 호출 가운데 오류로 끝난 비율이 ${humanize(limit)}를 넘었습니다.${few.ko}`,
        impact:
          '이 API의 결과가 필요한 기능이 실패합니다. 재시도하는 작업은 큐에 쌓이고, 재시도 자체가 한도를 더 빨리 씁니다.',
        check: `로그에서 오류의 종류를 봅니다. 제공사의 상태 페이지와 사용량(쿼터, 결제 한도) 화면을 확인하고, 어느 호출이 언제부터 실패했는지 Prometheus에서 조회해 최근 배포와 맞춰 봅니다.\n\n${look}`,
        action:
          '401이면 키를 갱신하고, 429면 호출을 줄이거나 한도를 올립니다. 제공사의 장애면 대체 모델이나 기능 끄기로 돌리고 공지를 기다립니다. 배포 직후라면 되돌립니다.',
      },
      en: {
        meaning: `More than ${humanize(limit)} of the calls to ${subject.en} end in an error.${few.en}`,
        impact:
          'What needs the answers of this API fails. Tasks that try again pile up in their queue, and trying again uses up the quota even faster.',
        check: `See in the log which errors they are. Look at the provider's status page and at the usage (quota, spending limit), ask Prometheus which calls fail and since when, and compare with the latest deployment.\n\n${look}`,
        action:
          'If 401, renew the key; if 429, call less or raise the quota. In an outage of the provider, switch to another model or turn the feature off, and wait for their notice. Right after a deployment, roll back.',
      },
    },
    proof: proof(metrics, limit, least),
  });
};

const proof = (
  { requests }: OutsideApiMetrics,
  limit: Limit<'ratio'>,
  least: Limit<'perSecond'>,
): Proof<never> => {
  const { over, under } = aroundRatio(limit);
  const calls = (share: Limit<'ratio'>, perSecond = least.value * 200) => [
    grows(requests, { status: 'success' }, { was: perSecond, becomes: perSecond * (1 - share.value) }),
    grows(requests, { status: 'error' }, { was: 0, becomes: perSecond * share.value }),
  ];
  return {
    fires: [
      { when: `${humanize(over)} of calls fail`, series: calls(over), labels: {}, value: humanize(over) },
    ],
    quiet: [
      { when: `${humanize(under)} of calls fail`, series: calls(under) },
      { when: 'all of next to no calls fail', series: calls(percent(100), least.value * 0.9) },
      { when: 'there are no calls', series: calls(percent(100), 0) },
      { when: 'nothing is exported', series: [] },
    ],
  };
};

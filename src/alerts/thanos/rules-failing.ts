import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { logsOf } from './logs.js';
import { type RulerMetrics, failedEvaluations } from './signals.js';

/** A rule that a ruler cannot evaluate: Query does not answer, or not for all that it asks, and then the ruler says nothing rather than half. */
export const thanosRulesFailing = (
  subject: Subject,
  metrics: RulerMetrics,
  { window = '15m' }: { readonly window?: Duration } = {},
): Alert<'rule_group', 'count'> => {
  const look = (window: Duration): string =>
    [
      query(failedEvaluations(metrics, window)),
      commands(
        `${logsOf('statefulset/thanos-ruler-thanos', '-c thanos-ruler --since=1h')} | grep -iE 'level=(warn|error)'`,
        `${logsOf('deployment/thanos-query', '--since=1h')} | grep -iE 'level=(warn|error)'`,
      ),
    ].join('\n\n');
  return alert('ThanosRulesFailing', {
    limit: count(3),
    window,
    for: '5m',
    severity: 'critical',
    component: 'alerting',
    when: ({ limit, window }) => above(failedEvaluations(metrics, window), limit),
    says: {
      ko: ({ value, limit, labels: { rule_group }, window, facts }) => ({
        summary: `${subject.ko}: Thanos 룰러가 규칙을 ${value}번 평가하지 못했습니다(${rule_group})`,
        description: `최근 ${window} 동안 룰러가 그룹 ${rule_group}의 규칙을 ${value}번 평가하지 못했습니다(기준 ${limit}번). 그 규칙의 알림은 지금 발생하지 못합니다. Query가 살아 있고 모든 사이드카와 스토어에 닿는지부터 확인하세요.`,
        meaning: `${subject.ko}의 Thanos 룰러가 최근 ${window} 동안 한 그룹의 규칙을 ${limit}번보다 많이 평가하지 못했습니다.`,
        impact:
          '룰러가 평가하는 규칙의 알림은 무슨 일이 있어도 울리지 않습니다. 이 알림은 프로메테우스가 직접 평가하므로 옵니다.',
        check: `Query의 Stores 화면에서 빨간 것이 있는지 봅니다. 하나라도 답하지 않으면 룰러는 일부만 보고 판단하지 않고 평가를 포기합니다.\n\n${look(facts.window)}`,
        action:
          'Query가 죽었으면 메모리 한도부터 봅니다. 스토어나 사이드카 하나가 답하지 않으면 그것을 되살리거나 Query의 주소에서 뺍니다. 규칙이 잘못되었으면 마지막 변경을 되돌립니다.',
      }),
      en: ({ value, limit, labels: { rule_group }, window, facts }) => ({
        summary: `${subject.en}: the ruler of Thanos could not evaluate rules, ${value} times (${rule_group})`,
        description: `Over the last ${window} the ruler could not evaluate rules of the group ${rule_group} ${value} times (limit ${limit}): their alerts cannot fire now. See first that Query runs, and reaches each sidecar and store.`,
        meaning: `The Thanos ruler of ${subject.en} has failed to evaluate rules of one group more than ${limit} times over the last ${window}.`,
        impact:
          'The alerts of the rules that the ruler evaluates stay quiet whatever happens. This one comes, since Prometheus evaluates it itself.',
        check: `See on the Stores page of Query whether one is red: where one does not answer, the ruler judges by no part of the whole, and gives up.\n\n${look(facts.window)}`,
        action:
          'If Query was ended, look at its memory limit. If a store or a sidecar does not answer, bring it back, or take it from the addresses of Query. If a rule is wrong, take the last change back.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.ruleFailures],
          by: ['rule_group'],
          when: (times) => `rules fail, ${times} times within the window`,
        },
        facts,
      ),
  });
};

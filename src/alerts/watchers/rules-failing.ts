import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { type RuleMetrics, failedEvaluations } from './signals.js';

/** A rule that cannot be evaluated, so that its alert cannot fire: series that cannot be matched, or too many of them. */
export const rulesFailing = (
  subject: Subject,
  metrics: RuleMetrics,
  { window = '15m' }: { readonly window?: Duration } = {},
): Alert<'rule_group', 'count'> => {
  const { watcher } = placeOf(subject);
  const { logs } = watcher('prometheus');
  const look = (window: Duration): string =>
    [
      query(failedEvaluations(metrics, window)),
      commands(`${logs('--since=1h')} | grep -i 'evaluating rule failed'`),
    ].join('\n\n');
  return alert('RulesFailing', {
    // A rule that fails always does so at every evaluation; once or twice is a Prometheus that has just started.
    limit: count(3),
    window,
    for: '5m',
    severity: 'critical',
    component: 'alerting',
    when: ({ limit, window }) => above(failedEvaluations(metrics, window), limit),
    says: {
      ko: ({ value, limit, labels: { rule_group }, window, facts }) => ({
        summary: `${subject.ko}: 규칙을 ${value}번 평가하지 못했습니다(${rule_group})`,
        description: `최근 ${window} 동안 그룹 ${rule_group}의 규칙을 ${value}번 평가하지 못했습니다(기준 ${limit}번). 그 규칙의 알림은 지금 발생하지 못합니다. Prometheus의 로그에서 어느 규칙이 무엇 때문에 실패하는지부터 확인하세요.`,
        meaning: `${subject.ko}의 Prometheus가 최근 ${window} 동안 한 그룹의 규칙을 ${limit}번보다 많이 평가하지 못했습니다.`,
        impact: '실패하는 규칙의 알림은 무슨 일이 있어도 울리지 않습니다. 조용해서 괜찮아 보입니다.',
        check: `Prometheus의 Rules 화면이나 로그에서 실패한 규칙과 오류를 읽습니다. many-to-many matching not allowed나 duplicate series면 같은 것을 두 곳에서 수집하고 있는 것이고, query processing would load too many samples나 timed out이면 시계열이 너무 많은 것입니다.\n\n${look(facts.window)}`,
        action:
          '같은 것을 두 번 수집하고 있으면 하나를 없앱니다. 시계열이 너무 많으면 어느 레이블이 늘었는지 찾아 줄입니다. 최근의 규칙 변경 때문이면 되돌립니다. 고칠 때까지는 그 규칙이 보는 것을 대시보드에서 직접 확인합니다.',
      }),
      en: ({ value, limit, labels: { rule_group }, window, facts }) => ({
        summary: `${subject.en}: rules could not be evaluated, ${value} times (${rule_group})`,
        description: `Over the last ${window} rules of the group ${rule_group} could not be evaluated ${value} times (limit ${limit}): their alerts cannot fire now. See first in the log of Prometheus which rule fails, and why.`,
        meaning: `The Prometheus of ${subject.en} has failed to evaluate rules of one group more than ${limit} times over the last ${window}.`,
        impact: 'The alert of a rule that fails stays quiet whatever happens, and looks as if all were well.',
        check: `Read on the Rules page of Prometheus, or in its log, which rule fails and why. Many-to-many matching not allowed, or duplicate series, means that one thing is scraped twice; query processing would load too many samples, or timed out, that there are too many series.\n\n${look(facts.window)}`,
        action:
          'If one thing is scraped twice, remove one of the two. If there are too many series, find the label that has grown, and bring it down. If a change of rules began it, take that back. Until it is mended look at the dashboards for what the rule watches.',
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

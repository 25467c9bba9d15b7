import { withParticle } from '#ground/particle.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type TargetMetrics, scrapesSucceeded } from './scrapes.js';
import { percent } from '#promql/unit/limit.js';
import { atMost } from '#alerts/rule/condition.js';
import { scrapesReading } from './reading.js';
import { type Scrapes, remedyOf } from './unanswered.js';

/**
 * A job of which a target fails to answer half of its scrapes, or that has no target any more: all alerts on its metrics are blind. A
 * restart, or an exporter that moves to another node, is over before.
 */
export const targetDown = (
  subject: Subject,
  metrics: TargetMetrics,
  { jobs, window = '5m', for: pending = '4m' }: Scrapes,
): Alert<'job', 'ratio'> => {
  const { podOrContainer, scraping } = placeOf(subject);
  const remedy = remedyOf(subject, metrics, jobs);
  return alert('TargetDown', {
    limit: percent(50),
    window,
    for: pending,
    severity: 'warning',
    when: ({ limit, window }) => atMost(scrapesSucceeded(metrics, jobs, window), limit),
    says: {
      ko: ({ value, limit, window, labels: { job } }) => ({
        summary: `${subject.ko}: ${job} 지표를 수집하지 못하고 있습니다`,
        description: `최근 ${window} 동안 ${job} 타깃의 수집이 ${value}만 성공했거나(기준 ${limit}), 타깃이 하나도 없습니다. 이 지표로 판단하는 다른 알림은 지금 아무것도 알려 주지 못합니다. ${withParticle(podOrContainer.ko, '이/가')} 살아 있는지, ${withParticle(scraping.pointer.ko, '이/가')} 그 ${withParticle(podOrContainer.ko, '을/를')} 가리키는지, 지표 경로가 답하는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 지표를 수집하는 작업(job)에서 타깃 하나 이상이 ${window} 동안 수집에 답한 비율이 ${limit} 이하거나(up 0), 타깃이 모두 사라졌습니다. 재시작이나 다른 노드로의 이동은 그 전에 끝납니다.`,
        impact:
          '이 지표를 보는 알림은 발생하지 못하고, 그래프에는 빈 구간이 생깁니다. 서비스 자체가 멈춘 것일 수도 있습니다.',
        ...remedy.ko,
      }),
      en: ({ value, limit, window, labels: { job } }) => ({
        summary: `${subject.en}: ${job} cannot be scraped`,
        description: `Over the last ${window} only ${value} of the scrapes of a target of ${job} succeeded (limit ${limit}), or there is no such target any more. Other alerts that look at its metrics are blind now. See whether the ${podOrContainer.en}s live, whether the ${scraping.pointer.en} points at them, and whether the metrics path answers.`,
        meaning: `Of a job that scrapes ${subject.en} at least one target answered no more than ${limit} of its scrapes over ${window} (up is 0), or there is no target any more. A restart, or a move to another node, is over before that.`,
        impact:
          'Alerts on its metrics cannot fire, and graphs have a gap. The service itself may have stopped.',
        ...remedy.en,
      }),
    },
    proof: () => ({ reading: scrapesReading(metrics, jobs) }),
  });
};

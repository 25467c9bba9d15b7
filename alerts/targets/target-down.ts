import { withParticle } from '../../ground/particle.js';
import { type Alert, alert } from '../rule/alert.js';
import { type Subject, placeOf } from '../text/subject.js';
import type { TargetMetrics } from './scrapes.js';
import { type Targets, unanswered } from './unanswered.js';

/** A job of which a target does not answer, or that has no target any more: all alerts on its metrics are blind. */
export const targetDown = (
  subject: Subject,
  metrics: TargetMetrics,
  { jobs, for: pending = '5m' }: Targets,
): Alert<'job', 'boolean'> => {
  const { podOrContainer, scraping } = placeOf(subject);
  const { rule, remedy } = unanswered(subject, metrics, jobs);
  return alert('TargetDown', {
    ...rule,
    for: pending,
    severity: 'warning',
    says: {
      ko: ({ for: pending, labels: { job } }) => ({
        summary: `${subject.ko}: ${job} 지표를 수집하지 못하고 있습니다`,
        description: `${pending} 넘게 Prometheus가 ${job} 타깃에서 지표를 가져오지 못하거나, 타깃이 하나도 없습니다. 이 지표로 판단하는 다른 알림은 지금 아무것도 알려 주지 못합니다. ${withParticle(podOrContainer.ko, '이/가')} 살아 있는지, ${withParticle(scraping.pointer.ko, '이/가')} 그 ${withParticle(podOrContainer.ko, '을/를')} 가리키는지, 지표 경로가 답하는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 지표를 수집하는 작업(job)에서 타깃 하나 이상이 답하지 않거나(up 0), 타깃이 모두 사라졌습니다.`,
        impact:
          '이 지표를 보는 알림은 발생하지 못하고, 대시보드에는 빈 구간이 생깁니다. 서비스 자체가 멈춘 것일 수도 있습니다.',
        ...remedy.ko,
      }),
      en: ({ for: pending, labels: { job } }) => ({
        summary: `${subject.en}: ${job} cannot be scraped`,
        description: `For more than ${pending} Prometheus has not been able to scrape a target of ${job}, or there is no such target any more. Other alerts that look at its metrics are blind now. See whether the ${podOrContainer.en}s live, whether the ${scraping.pointer.en} points at them, and whether the metrics path answers.`,
        meaning: `Of a job that scrapes ${subject.en} at least one target does not answer (up is 0), or there is no target any more.`,
        impact:
          'Alerts on its metrics cannot fire, and dashboards have a gap. The service itself may have stopped.',
        ...remedy.en,
      }),
    },
  });
};

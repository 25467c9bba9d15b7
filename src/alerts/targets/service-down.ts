import { withParticle } from '#ground/particle.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { percent } from '#promql/unit/limit.js';
import { below } from '#alerts/rule/condition.js';
import { scrapesReading } from './reading.js';
import { type TargetMetrics, scrapesSucceeded } from './scrapes.js';
import { type Scrapes, remedyOf } from './unanswered.js';

/**
 * A service that people use does not answer most of its scrapes: where nothing answers there are no errors to count, and this alone tells.
 * That one in five succeeds is no comfort.
 */
export const serviceDown = (
  subject: Subject,
  metrics: TargetMetrics,
  { jobs, window = '2m', for: pending = '2m' }: Scrapes,
): Alert<'job', 'ratio'> => {
  const { podOrContainer, scraping } = placeOf(subject);
  const remedy = remedyOf(subject, metrics, jobs);
  return alert('ServiceDown', {
    limit: percent(50),
    window,
    for: pending,
    severity: 'critical',
    when: ({ limit, window }) => below(scrapesSucceeded(metrics, jobs, window), limit),
    says: {
      ko: ({ value, limit, for: pending, labels: { job } }) => ({
        summary: `${subject.ko}: ${job} 서비스가 응답하지 않습니다`,
        description: `${pending} 넘게 ${job} 서비스의 지표 경로가 수집의 ${value}에만 답하거나, 타깃이 사라졌습니다. 응답이 없는 동안에는 오류율이나 응답 시간 알림도 발생하지 않습니다. ${withParticle(podOrContainer.ko, '이/가')} 살아 있는지와 로그를 먼저 보고, 살아 있으면 과부하인지, ${withParticle(scraping.pointer.ko, '이/가')} 그 ${withParticle(podOrContainer.ko, '을/를')} 가리키는지 확인하세요.`,
        meaning: `${subject.ko}의 서비스에서 타깃 하나 이상이 Prometheus의 수집 가운데 ${limit}에도 답하지 않거나(up 0), 타깃이 모두 사라졌습니다.`,
        impact:
          '사용자의 요청이 실패하고 있을 가능성이 큽니다. 지표 경로만 막혔다면 사용자는 모르지만, 오류율과 응답 시간을 볼 수 없습니다.',
        ...remedy.ko,
      }),
      en: ({ value, limit, for: pending, labels: { job } }) => ({
        summary: `${subject.en}: the service ${job} does not answer`,
        description: `For more than ${pending} the metrics path of the service ${job} has answered only ${value} of its scrapes, or its target is gone. While nothing answers, alerts on errors and response times cannot fire. See first whether the ${podOrContainer.en}s live, and their logs; if they live, whether they are overloaded and whether the ${scraping.pointer.en} points at them.`,
        meaning: `Of the services of ${subject.en} at least one target answers less than ${limit} of its scrapes (up is 0), or there is no target any more.`,
        impact:
          'Requests of users are likely to fail. If only the metrics path is cut off users do not notice, but errors and response times are out of sight.',
        ...remedy.en,
      }),
    },
    proof: () => ({ reading: scrapesReading(metrics, jobs) }),
  });
};

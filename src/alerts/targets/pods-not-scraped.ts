import { withParticle } from '#ground/particle.js';
import { no } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type TargetMetrics, answeredOnce } from './scrapes.js';
import { type Scrapes, remedyOf } from './unanswered.js';

/**
 * Pods that come and go, as those of cron jobs do and of workers that are scaled to none: that there is none is well, and that one ends
 * between two scrapes, too. This tells where of all that were there none answered a single scrape.
 */
export const podsNotScraped = (
  subject: Subject,
  metrics: TargetMetrics,
  { jobs, window = '15m', for: pending = '5m' }: Scrapes,
): Alert<'job', 'boolean'> => {
  const { podOrContainer, scraping } = placeOf(subject);
  const remedy = remedyOf(subject, metrics, jobs);
  return alert('PodsNotScraped', {
    limit: no,
    window,
    for: pending,
    severity: 'warning',
    when: ({ limit, window }) => equal(answeredOnce(metrics, jobs, window), limit),
    says: {
      ko: ({ window, labels: { job } }) => ({
        summary: `${subject.ko}: 수집에 답하는 ${job} ${withParticle(podOrContainer.ko, '이/가')} 없습니다`,
        description: `최근 ${window} 동안 있었던 ${job} ${podOrContainer.ko} 가운데 수집에 한 번이라도 답한 것이 없습니다. 이 지표로 판단하는 다른 알림은 지금 아무것도 알려 주지 못합니다. ${withParticle(podOrContainer.ko, '이/가')} 시작하자마자 죽는지, ${withParticle(scraping.pointer.ko, '이/가')} 말하는 포트와 경로에서 지표를 내는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 ${withParticle(podOrContainer.ko, '이/가')} 있었지만 ${window} 동안 아무것도 수집에 답하지 않았습니다(up 0). 하나도 없는 때에는 발생하지 않습니다. 필요할 때만 뜨는 것들이기 때문입니다.`,
        impact:
          '이 지표를 보는 알림은 발생하지 못하고, 그래프에는 빈 구간이 생깁니다. 맡은 일 자체가 실패하고 있을 수도 있습니다.',
        ...remedy.ko,
      }),
      en: ({ window, labels: { job } }) => ({
        summary: `${subject.en}: no ${podOrContainer.en} of ${job} answers a scrape`,
        description: `Of the ${podOrContainer.en}s of ${job} that were there over the last ${window} none answered a single scrape. Other alerts that look at its metrics are blind now. See whether they end as soon as they begin, and whether they export metrics at the port and the path of the ${scraping.pointer.en}.`,
        meaning: `There were ${podOrContainer.en}s of ${subject.en}, and over ${window} none of them answered a scrape (up is 0). While there is none at all this does not fire: they are there only when they are needed.`,
        impact: 'Alerts on its metrics cannot fire, and graphs have a gap. The work itself may be failing.',
        ...remedy.en,
      }),
    },
    proof: () => ({
      reading: {
        at: (answers, labels) => [holds(metrics.up, labels, answers)],
        well: 1,
        when: (answers) => `${answers} of the scrapes of its pods succeed`,
        labels: { job: jobs[0] },
      },
      quiet: [
        {
          when: 'none is there any more, since none is needed',
          series: [holds(metrics.up, { job: jobs[0] }, { was: 1, becomes: 'missing' })],
        },
      ],
    }),
  });
};

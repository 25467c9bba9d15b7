import { withParticle } from '../../ground/particle.js';
import type { Duration } from '../../ground/duration.js';
import { no } from '../../promql/unit/limit.js';
import type { AlertSpec } from '../rule/alert.js';
import { equal } from '../rule/condition.js';
import type { Localized } from '../../ground/language.js';
import type { Runbook } from '../rule/says.js';
import { holds } from '../scenario/behaviour.js';
import type { NonEmpty } from '../scenario/scenario.js';
import { commands, query } from '../text/command.js';
import { type Subject, placeOf } from '../text/subject.js';
import { type TargetMetrics, downTargets, targetsUp } from './scrapes.js';

export interface Targets {
  /** Names of the jobs that must answer; with a ServiceMonitor the job is called like its Service. */
  readonly jobs: NonEmpty<string>;
  readonly for?: Duration;
}

/** What alerts on jobs of which a target does not answer, or that have no target any more, have in common. */
interface Unanswered {
  readonly rule: Pick<AlertSpec<'job', 'boolean'>, 'limit' | 'when' | 'proof'>;
  /** What to do about it: the same whoever misses the answer. */
  readonly remedy: Localized<Pick<Runbook, 'check' | 'action'>>;
}

export const unanswered = (subject: Subject, metrics: TargetMetrics, jobs: NonEmpty<string>): Unanswered => {
  const { up } = metrics;
  const { podOrContainer, scraping, scraped } = placeOf(subject);
  const { unreachable, noTarget, moved } = scraping;
  const look = `${query(downTargets(metrics, jobs))}\n\n${commands(...scraped(up))}`;
  return {
    rule: {
      limit: no,
      when: ({ limit }) => equal(targetsUp(metrics, jobs), limit),
      proof: () => ({
        reading: {
          at: (value, labels) => [holds(up, labels, value)],
          well: 1,
          when: (value) => (value === '1' ? 'all targets answer' : 'a target does not answer'),
          labels: { job: jobs[0] },
          gone: { reads: 0, when: 'a job has no target any more' },
        },
      }),
    },
    remedy: {
      ko: {
        check: `Prometheus의 Targets 화면에서 오류를 읽습니다. ${withParticle(unreachable.ko, '이면/면')} ${withParticle(podOrContainer.ko, '이나/나')} 포트, 404면 경로, timeout이면 과부하, 타깃이 없으면 ${withParticle(noTarget.ko, '이/가')} 문제입니다.\n\n${look}`,
        action: `${withParticle(podOrContainer.ko, '이/가')} 멈췄으면 되살립니다. ${moved.ko} 일부러 없앤 것이라면 이 작업을 감시 대상에서 뺍니다.`,
      },
      en: {
        check: `Read the error on the Targets page of Prometheus. ${unreachable.en} points to the ${podOrContainer.en} or the port, 404 to the path, a timeout to overload; without any target it is ${noTarget.en}.\n\n${look}`,
        action: `If the ${podOrContainer.en} has stopped, bring it back. ${moved.en} If it was removed on purpose, take the job out of what is watched.`,
      },
    },
  };
};

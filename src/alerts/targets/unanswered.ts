import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Localized } from '#ground/language.js';
import type { Runbook } from '#alerts/rule/says.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type TargetMetrics, downTargets } from './scrapes.js';

export interface Targets {
  /** Names of the jobs that must answer; that of a scrape, or the name of its Service as it is declared. */
  readonly jobs: NonEmpty<string>;
  readonly for?: Duration;
}

/** Scrapes that are watched, and how. */
export interface Scrapes extends Targets {
  /** Over how long scrapes are counted; 5 minutes by default. */
  readonly window?: Duration;
}

/** What to do about a target that does not answer: the same whoever misses the answer. */
export const remedyOf = (
  subject: Subject,
  metrics: TargetMetrics,
  jobs: NonEmpty<string>,
): Localized<Pick<Runbook, 'check' | 'action'>> => {
  const { podOrContainer, scraping, scraped } = placeOf(subject);
  const { unreachable, noTarget, moved } = scraping;
  const look = `${query(downTargets(metrics, jobs))}\n\n${commands(...scraped(metrics.up))}`;
  return {
    ko: {
      check: `Prometheus의 Targets 화면에서 오류를 읽습니다. ${withParticle(unreachable.ko, '이면/면')} ${withParticle(podOrContainer.ko, '이나/나')} 포트, 404면 경로, timeout이면 과부하, 타깃이 없으면 ${withParticle(noTarget.ko, '이/가')} 문제입니다.\n\n${look}`,
      action: `${withParticle(podOrContainer.ko, '이/가')} 멈췄으면 되살립니다. ${moved.ko} 일부러 없앤 것이라면 이 작업을 감시 대상에서 뺍니다.`,
    },
    en: {
      check: `Read the error on the Targets page of Prometheus. ${unreachable.en} points to the ${podOrContainer.en} or the port, 404 to the path, a timeout to overload; without any target it is ${noTarget.en}.\n\n${look}`,
      action: `If the ${podOrContainer.en} has stopped, bring it back. ${moved.en} If it was removed on purpose, take the job out of what is watched.`,
    },
  };
};

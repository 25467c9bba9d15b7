import type { Duration } from '../../ground/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import { no } from '../../promql/unit/limit.js';
import { commands, query } from '../text/command.js';
import { justUnder, spoken } from '../text/spoken.js';
import { alert } from '../rule/alert.js';
import { type Behaviour, type Course, holds } from '../scenario/behaviour.js';
import { equal } from '../rule/condition.js';
import type { Firing, NonEmpty, Proof } from '../scenario/scenario.js';
import { type Subject, placeOf } from '../text/subject.js';
import { type TargetMetrics, downTargets, targetsUp } from './signals.js';

/** A job of which a target does not answer, or that has no target any more. */
export const targetDown = (
  subject: Subject,
  metrics: TargetMetrics,
  jobs: NonEmpty<string>,
  hold: Duration,
) => {
  const { ko, en } = spoken(hold);
  const { part, scraping, scraped } = placeOf(subject);
  const { unreachable, pointer, noTarget, moved } = scraping;
  const look = `${query(downTargets(metrics, jobs))}\n\n${commands(...scraped(metrics.up))}`;
  return alert('TargetDown', {
    when: equal(targetsUp(metrics, jobs), no),
    for: hold,
    severity: 'warning',
    texts: ({ labels: { job } }) => ({
      ko: {
        summary: `${subject.ko}: ${job} 지표를 수집하지 못하고 있습니다`,
        description: `${ko} 넘게 Prometheus가 ${job} 타깃에서 지표를 가져오지 못하거나, 타깃이 하나도 없습니다. 이 지표로 판단하는 다른 알림은 지금 아무것도 알려 주지 못합니다. ${part.ko}가 살아 있는지, ${pointer.ko}가 그 ${part.ko}를 가리키는지, 지표 경로가 답하는지 순서로 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${job} cannot be scraped`,
        description: `For more than ${en} Prometheus has not been able to scrape a target of ${job}, or there is no such target any more. Other alerts that look at its metrics are blind now. See whether the ${part.en}s live, whether the ${pointer.en} points at them, and whether the metrics path answers.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 지표를 수집하는 작업(job)에서 타깃 하나 이상이 답하지 않거나(up 0), 타깃이 모두 사라졌습니다.`,
        impact:
          '이 지표를 보는 알림은 발생하지 못하고, 대시보드에는 빈 구간이 생깁니다. 서비스 자체가 멈춘 것일 수도 있습니다.',
        check: `Prometheus의 Targets 화면에서 오류를 읽습니다. ${unreachable.ko}면 ${part.ko}나 포트, 404면 경로, timeout이면 과부하, 타깃이 없으면 ${noTarget.ko}이 문제입니다.\n\n${look}`,
        action: `${part.ko}가 멈췄으면 되살립니다. ${moved.ko} 일부러 없앤 것이라면 이 작업을 감시 대상에서 뺍니다.`,
      },
      en: {
        meaning: `Of a job that scrapes ${subject.en} at least one target does not answer (up is 0), or there is no target any more.`,
        impact:
          'Alerts on its metrics cannot fire, and dashboards have a gap. The service itself may have stopped.',
        check: `Read the error on the Targets page of Prometheus. ${unreachable.en} points to the ${part.en} or the port, 404 to the path, a timeout to overload; without any target it is ${noTarget.en}.\n\n${look}`,
        action: `If the ${part.en} has stopped, bring it back. ${moved.en} If it was removed on purpose, take the job out of what is watched.`,
      },
    },
    proof: proof(metrics, jobs, hold),
  });
};

const proof = ({ up }: TargetMetrics, all: NonEmpty<string>, hold: Duration): Proof<'job'> => {
  const answers = (job: string, course: Course, instance = 'one'): Behaviour =>
    holds(up, { job, instance }, course);
  const others = (job: string) => all.filter((each) => each !== job).map((each) => answers(each, 1));
  const [first] = all;
  const down: Course = { was: 1, becomes: 0 };
  const missing: Course = { was: 1, becomes: 'missing' };
  const zero = { value: humanize(no) };
  const gone = (job: string): Firing<'job'> => ({
    when: `${job} has no target any more`,
    series: [answers(job, missing), ...others(job)],
    labels: { job },
    ...zero,
  });
  const brief = justUnder(hold);
  return {
    fires: [
      {
        when: 'a target is down',
        series: [answers(first, down), ...others(first)],
        labels: { job: first },
        ...zero,
      },
      {
        when: 'one of two targets is down',
        series: [answers(first, down), answers(first, 1, 'two'), ...others(first)],
        labels: { job: first },
        ...zero,
      },
      ...all.map(gone),
    ],
    quiet: [
      { when: 'all targets are up', series: all.map((job) => answers(job, 1)) },
      {
        when: `a target is down for ${brief}`,
        series: [answers(first, down), ...others(first)],
        lasts: brief,
      },
      {
        when: `a target is replaced within ${brief}`,
        series: [answers(first, missing), ...others(first)],
        lasts: brief,
      },
      {
        when: "somebody else's target is down",
        series: [...all.map((job) => answers(job, 1)), answers('somebody-else', down)],
      },
    ],
  };
};

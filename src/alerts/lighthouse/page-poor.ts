import type { Gauge } from '#promql/metric/metric.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Vector } from '#promql/vector/vector.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import type { Condition } from '#alerts/rule/condition.js';
import type { Localized } from '#ground/language.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, filledIn, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { foundOf } from './pages.js';

/** One thing that Lighthouse finds of a page. */
export interface Finding<U extends Unit> {
  readonly alert: string;
  /** What it is, as a noun; in Korean with the particle of a subject. */
  readonly name: Localized;
  /** What is too much of it, as a predicate about its value. */
  readonly is: Localized<(value: string) => string>;
  /** On which side of the limit it is poor. */
  readonly crosses: (signal: Vector<'page', U>, limit: Limit<U>) => Condition<'page', U>;
  /** A value that is well, by its limit. */
  readonly well: (limit: number) => number;
  readonly first: Localized;
  readonly impact: Localized;
  readonly action: Localized;
}

const look = (signal: string): string =>
  [
    signal,
    commands(
      filledIn('PAGE', 'https://… of the page that the alert names'),
      'npx lighthouse "$PAGE" --only-categories=performance --view',
    ),
  ].join('\n\n');

/** A page of which Lighthouse finds something that it should not. */
export const pagePoor = <U extends Unit>(
  subject: Subject,
  metric: Gauge<'page', U>,
  { limit, finding }: { readonly limit: Limit<U>; readonly finding: Finding<U> },
): Alert<'page', U> => {
  const { alert: name, name: spokenOf, is, crosses, well, first, impact, action } = finding;
  const check = look(query(foundOf(metric)));
  return alert<'page', U>(name, {
    limit,
    for: '10m',
    severity: 'warning',
    component: 'website',
    when: ({ limit }) => crosses(foundOf(metric), limit),
    says: {
      ko: ({ value, limit, labels: { page } }) => ({
        summary: `${subject.ko}: Lighthouse가 본 페이지 ${page}의 ${spokenOf.ko} ${is.ko(value)}`,
        description: `CI의 마지막 Lighthouse 실행에서 페이지 ${page}의 ${spokenOf.ko} ${is.ko(value)}(기준 ${limit}). ${first.ko}`,
        meaning: `CI가 배포한 ${subject.ko} 웹사이트를 Lighthouse로 열어 보고 적은 결과에서, 한 페이지의 ${spokenOf.ko} 기준(${limit})을 벗어났습니다. 캐시가 빈 브라우저로 여러 번 열어 본 것의 중앙값이며, 다음 실행까지 그대로 남습니다.`,
        impact: impact.ko,
        check: `그 결과를 만든 배포를 CI의 기록에서 찾아 앞의 것과 견주고, 같은 페이지를 손으로 다시 재어 봅니다. 손으로 재면 괜찮다면 CI의 기계가 바빴던 것입니다.\n\n${check}`,
        action: action.ko,
      }),
      en: ({ value, limit, labels: { page } }) => ({
        summary: `${subject.en}: the ${spokenOf.en} of page ${page} ${is.en(value)}, by Lighthouse`,
        description: `In the last run of Lighthouse in CI the ${spokenOf.en} of page ${page} ${is.en(value)} (limit ${limit}). ${first.en}`,
        meaning: `Lighthouse, which CI runs against the website of ${subject.en}, found the ${spokenOf.en} of one page beyond the limit (${limit}). It is the median of several runs with empty caches, and stays until the next.`,
        impact: impact.en,
        check: `Find the deployment of that run in the log of CI and compare it with the one before, and measure the page again by hand. If all is well then, the machine of CI was busy.\n\n${check}`,
        action: action.en,
      }),
    },
    proof: ({ limit }) => {
      const labels = oneOf(metric, ['page']);
      return {
        reading: {
          at: (value, labels) => [holds(metric, labels, value)],
          well: well(limit.value),
          when: (value) => `the ${spokenOf.en} of a page ${is.en(value)}`,
          labels,
          others: [{ page: '/another' }],
        },
      };
    },
  });
};

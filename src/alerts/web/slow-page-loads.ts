import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { takeLong } from '#alerts/tail/proof.js';
import { enoughTimed, tooLong } from '#alerts/tail/tail.js';
import { tailWords } from '#alerts/tail/words.js';
import { commands, filledIn, query } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type Timed, loadTimes, pageLoadWord, slowestPages } from './page-loads.js';
import type { Vital } from './vital.js';

export interface PageLoadOptions {
  /** Which time of a page load it is, in words. */
  readonly vital: Vital;
  readonly limit: Limit<'seconds'>;
  readonly leastLoads: Limit<'perSecond'>;
  readonly window: Duration;
}

/** More than a quarter of the page loads take too long. */
export const slowPageLoads = (
  subject: Subject,
  loads: Timed,
  { vital, limit, leastLoads, window }: PageLoadOptions,
): Alert<never, 'seconds'> => {
  const times = loadTimes(loads);
  const words = (limit: Limit<'seconds'>) => tailWords(times, pageLoadWord, limit);
  const { alert: name, name: spokenOf, until, first, impact, action } = vital;
  const tooFew = (window: Duration) => tooFewToTell(pageLoadWord, leastLoads, window);
  const look = (window: Duration): string =>
    [
      query(slowestPages(loads, window)),
      commands(
        placeOf(subject).deployed(loads),
        filledIn('PAGE', 'https://… of a slow page'),
        `curl -sS -o /dev/null -w 'first byte %{time_starttransfer}s, %{size_download} bytes\\n' "$PAGE"`,
      ),
    ].join('\n\n');
  return alert(name, {
    limit,
    window,
    for: '10m',
    severity: 'warning',
    component: 'website',
    when: ({ limit, window }) => tooLong(times, limit, window),
    given: ({ window }) => enoughTimed(times, leastLoads, window),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 페이지 로드의 ${value}에서 ${withParticle(spokenOf, '이/가')} ${words(facts.limit).edge}보다 깁니다`,
        description: `최근 ${window} 동안 페이지 로드의 ${value}는 ${until.ko}까지 ${words(facts.limit).edge}보다 오래 걸렸습니다${words(facts.limit).limit.ko}. 느린 페이지를 대응 방법의 쿼리로 찾고, ${first.ko}`,
        meaning: `${subject.ko}에서 브라우저가 알려 온 ${spokenOf}(페이지를 열고 ${until.ko}까지 걸린 시간)가 ${limit}보다 긴 페이지 로드의 비율이 ${withParticle(words(facts.limit).share, '을/를')} 넘었습니다. 곧 75번째 백분위수(P75)가 ${limit}보다 깁니다.${words(facts.limit).note.ko}${tooFew(facts.window).ko}`,
        impact: impact.ko,
        check: `어느 페이지가 느린지 Prometheus에서 조회하고, 느려진 시각의 배포와 맞춰 봅니다. 그 페이지를 열어 첫 바이트까지 걸린 시간이 길면 서버가, 짧으면 브라우저에서 하는 일이 문제입니다. 모든 페이지가 함께 느려졌다면 CDN이나 네트워크도 봅니다.\n\n${look(facts.window)}`,
        action: action.ko,
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${spokenOf} takes longer than ${words(facts.limit).edge} in ${value} of page loads`,
        description: `Over the last ${window} ${value} of page loads took longer than ${words(facts.limit).edge} until ${until.en} ${words(facts.limit).limit.en}. Find the slow pages by the runbook's query. ${first.en}`,
        meaning: `In more than ${words(facts.limit).share} of page loads ${spokenOf} as browsers report it for ${subject.en} (the time from opening a page until ${until.en}) is longer than ${limit}: its 75th percentile (P75) is over it.${words(facts.limit).note.en}${tooFew(facts.window).en}`,
        impact: impact.en,
        check: `Ask Prometheus which pages are slow, and compare with the deployments of that time. Open such a page: if the first byte takes long it is the server, else what happens in the browser. If all pages became slow together, look at the CDN and the network too.\n\n${look(facts.window)}`,
        action: action.en,
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels, perSecond) => takeLong(times, limit, { share, labels, perSecond }),
        well: 0,
        when: (value) => `${value} of page loads take longer than ${words(limit).edge}`,
        labels: {},
        events: { least: leastLoads, what: pageLoadWord.en },
      },
    }),
  });
};

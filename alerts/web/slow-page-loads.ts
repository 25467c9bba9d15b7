import type { Histogram } from '../../promql/metric/metric.js';
import { humanize, templated } from '../../promql/unit/humanize.js';
import { type Limit, seconds } from '../../promql/unit/limit.js';
import { compare } from '../../promql/vector/compare.js';
import { commands, filledIn, query } from '../command.js';
import { fewStayQuiet } from '../few.js';
import { spoken } from '../../ground/spoken.js';
import { aroundLimit } from '../quantile.js';
import { alert } from '../rule/alert.js';
import { type Sizes, observes } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { amongStrangers } from '../stranger.js';
import { type Subject, placeOf } from '../subject.js';
import { pageLoadP75, pageLoadRate, slowestPages, window } from './signals.js';
import type { Vital } from './vital.js';

type Timed = Histogram<never, 'seconds'>;

/** More than a quarter of the page loads take too long. */
export const slowPageLoads = (
  subject: Subject,
  { alert: name, name: spokenOf, until, first, impact, action }: Vital,
  vital: Timed,
  limit: Limit<'seconds'>,
  least: Limit<'perSecond'>,
) => {
  const past = spoken(window);
  const few = fewStayQuiet({ ko: '페이지 로드', en: 'page loads' }, least, window);
  const look = [
    query(slowestPages(vital)),
    commands(
      placeOf(subject).deployed(vital),
      filledIn('PAGE', 'https://… of a slow page'),
      `curl -sS -o /dev/null -w 'first byte %{time_starttransfer}s, %{size_download} bytes\\n' "$PAGE"`,
    ),
  ].join('\n\n');
  return alert(name, {
    when: above(pageLoadP75(vital, window), limit),
    given: compare(pageLoadRate(vital, window), '>', least),
    for: '10m',
    severity: 'warning',
    component: 'website',
    texts: ({ value, limit }) => ({
      ko: {
        summary: `${subject.ko}: ${spokenOf} P75가 ${value}입니다`,
        description: `최근 ${past.ko} 동안 페이지 로드 4건 중 1건은 ${until.ko}까지 ${value} 이상 걸렸습니다(기준 ${limit}). 느린 페이지를 대응 방법의 쿼리로 찾고, ${first.ko}`,
      },
      en: {
        summary: `${subject.en}: P75 of ${spokenOf} is ${value}`,
        description: `Over the last ${past.en} one of four page loads took ${value} or longer until ${until.en} (limit ${limit}). Find the slow pages by the runbook's query. ${first.en}`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}에서 브라우저가 알려 온 ${spokenOf}(페이지를 열고 ${until.ko}까지 걸린 시간)의 75번째 백분위수가 ${humanize(limit)}보다 깁니다.${few.ko}`,
        impact: impact.ko,
        check: `어느 페이지가 느린지 Prometheus에서 조회하고, 느려진 시각의 배포와 맞춰 봅니다. 그 페이지를 열어 첫 바이트까지 걸린 시간이 길면 서버가, 짧으면 브라우저에서 하는 일이 문제입니다. 모든 페이지가 함께 느려졌다면 CDN이나 네트워크도 봅니다.\n\n${look}`,
        action: action.ko,
      },
      en: {
        meaning: `The 75th percentile of ${spokenOf} as browsers report it for ${subject.en} (the time from opening a page until ${until.en}) is over ${humanize(limit)}.${few.en}`,
        impact: impact.en,
        check: `Ask Prometheus which pages are slow, and compare with the deployments of that time. Open such a page: if the first byte takes long it is the server, else what happens in the browser. If all pages became slow together, look at the CDN and the network too.\n\n${look}`,
        action: action.en,
      },
    },
    proof: proof(vital, limit, least),
  });
};

const proof = (vital: Timed, limit: Limit<'seconds'>, least: Limit<'perSecond'>): Proof<never> => {
  const { over, under, quick: was } = aroundLimit(0.75, vital.info, limit.value);
  const taking = (becomes: Sizes, perSecond = least.value * 200) =>
    observes(vital, {}, perSecond, { was, becomes });
  const [slow, quick] = [templated(seconds(over.reads)), templated(seconds(under.reads))];
  return {
    fires: [{ when: `page loads take ${slow}`, series: taking(over.sizes), labels: {}, value: slow }],
    quiet: [
      { when: `page loads take ${quick}`, series: taking(under.sizes) },
      { when: `page loads take ${slow} for five minutes`, series: taking(over.sizes), lasts: '5m' },
      { when: 'next to no page loads are slow', series: taking(over.sizes, least.value * 0.9) },
      ...amongStrangers(vital, (theirs) => ({
        when: "somebody else's page loads are slow, among many that are quick",
        series: [...taking(was, least.value * 20), ...taking(over.sizes, least.value * 2000).map(theirs)],
      })),
      { when: 'there are no page loads', series: taking(over.sizes, 0) },
      { when: 'nothing is exported', series: [] },
    ],
  };
};

import {
  type LighthouseAlerts,
  type LighthouseMetrics,
  type LighthouseRuns,
  foundOf,
  lookedAt,
} from '#alerts/lighthouse.js';
import type { Duration } from '#ground/duration.js';
import { ratio } from '#promql/unit/limit.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

/** What Lighthouse found of each page when CI looked at it last, each with the limit at which somebody is told. */
export const lighthousePanels = (
  {
    performance,
    speedIndex,
    scripts,
    images,
    measured,
  }: LighthouseMetrics & Pick<LighthouseRuns, 'measured'>,
  alerts: Partial<LighthouseAlerts>,
  { within = '8d' }: { readonly within?: Duration } = {},
) => ({
  score: timeseries('Lighthouse Performance', {
    description: {
      ko: 'CI가 배포 뒤 Lighthouse로 잰 성능 점수를 페이지마다 보여 줍니다. 계단은 배포마다 생기며, 선이 끊기면 결과 파일이 없는 것입니다.',
      en: "Lighthouse's score for performance of each page, as CI measured it after a deployment: there is a step for each. Where the line ends there is no file of results.",
    },
    signal: foundOf(performance),
    legend: ({ page }) => page,
    limits: given(alerts.lowLighthouseScore),
    max: ratio(1),
  }),
  speedIndex: timeseries('Speed Index', {
    description: {
      ko: '첫 화면이 평균적으로 얼마나 빨리 채워지는지를 페이지마다 보여 줍니다. CI가 Lighthouse로 잰 것으로, 사용자의 브라우저가 알려 온 것이 아닙니다.',
      en: 'How soon the first screen of each page fills up, on average over what is seen: as CI measured it by Lighthouse, not as browsers of users report it.',
    },
    signal: foundOf(speedIndex),
    legend: ({ page }) => page,
    limits: given(alerts.slowSpeedIndex),
  }),
  bundle: timeseries('Bundle', {
    description: {
      ko: '캐시가 빈 브라우저가 페이지마다 받는 스크립트의 바이트입니다. 압축된 채로 온 크기이며, 다른 곳에서 오는 것도 셉니다.',
      en: 'Bytes of scripts that a browser with empty caches loads for each page: compressed as they come, wherever they come from.',
    },
    signal: foundOf(scripts),
    legend: ({ page }) => page,
    limits: given(alerts.largeBundle),
  }),
  images: timeseries('Images', {
    description: {
      ko: '캐시가 빈 브라우저가 페이지마다 받는 이미지의 바이트입니다. 온 그대로의 크기이며, 다른 곳에서 오는 것도 셉니다.',
      en: 'Bytes of images that a browser with empty caches loads for each page: as they come, wherever they come from.',
    },
    signal: foundOf(images),
    legend: ({ page }) => page,
    limits: given(alerts.heavyImages),
  }),
  measured: timeseries('Pages Measured', {
    description: {
      ko: `최근 ${within} 안에 Lighthouse가 본 페이지 수입니다. 0이면 CI의 작업이 멈췄거나 결과 파일이 없는 것이고, 그동안 위의 값은 옛것입니다.`,
      en: `How many pages Lighthouse has looked at within ${within}. At 0 its job in CI has stopped or there is no file of results, and what it found is old.`,
    },
    queries: [query(lookedAt({ measured }, within), 'pages')],
    limits: given(alerts.lighthouseResultsMissing),
  }),
});

import { above, below } from '#alerts/rule/condition.js';
import type { Finding } from './page-poor.js';

export const performanceScore: Finding<'ratio'> = {
  alert: 'LowLighthouseScore',
  name: { ko: '성능 점수가', en: 'performance score' },
  is: { ko: (value) => `${value}입니다`, en: (value) => `is ${value}` },
  crosses: (score, limit) => below(score, limit),
  well: (limit) => (1 + limit) / 2,
  first: {
    ko: 'Lighthouse의 보고서에서 점수를 가장 많이 깎은 항목(LCP, TBT, CLS)부터 확인하세요.',
    en: 'See first in the report of Lighthouse what took most of the score: LCP, TBT or CLS.',
  },
  impact: {
    ko: '느린 기기와 망에서 페이지가 늦게 뜨고 늦게 반응합니다. 검색 순위에도 영향이 있습니다.',
    en: 'On slow devices and networks the page comes late and reacts late. Search engines rank it lower.',
  },
  action: {
    ko: '점수가 떨어진 배포에서 더한 스크립트, 이미지, 폰트를 찾아 줄이거나 미룹니다. 당장 줄일 수 없으면 그 배포를 되돌립니다. 내용이 바뀌어 그만큼이 맞다면 기준을 조정합니다.',
    en: 'Find the scripts, images and fonts that came with the deployment at which the score fell, and cut or defer them; roll it back if that takes time. If the page is what it is meant to be, change the limit.',
  },
};

export const speedIndex: Finding<'seconds'> = {
  alert: 'SlowSpeedIndex',
  name: { ko: 'Speed Index가', en: 'Speed Index' },
  is: { ko: (value) => `${value}입니다`, en: (value) => `is ${value}` },
  crosses: (time, limit) => above(time, limit),
  well: (limit) => limit / 2,
  first: {
    ko: '첫 화면의 이미지와 폰트가 언제 그려지는지 필름스트립에서 확인하세요.',
    en: 'See first in the filmstrip when the images and fonts of the first screen are drawn.',
  },
  impact: {
    ko: '첫 화면이 조금씩 채워져 다 보일 때까지 오래 걸립니다. 사용자는 그동안 기다리거나 떠납니다.',
    en: 'What is seen first fills up slowly: people wait for it, or leave.',
  },
  action: {
    ko: '첫 화면의 이미지를 먼저 불러오고(`fetchpriority`), 나머지는 미룹니다(`loading="lazy"`). 렌더링을 막는 CSS와 스크립트를 줄이고, 폰트는 `font-display: swap`으로 둡니다. 서버의 첫 응답이 느리면 그쪽을 먼저 봅니다.',
    en: 'Load the images of the first screen first (`fetchpriority`), and the others when they are needed (`loading="lazy"`). Cut styles and scripts that hold up drawing, and let fonts swap (`font-display: swap`). If the first answer of the server is slow, look there first.',
  },
};

const bytesAre = {
  ko: (value: string) => `${value}입니다`,
  en: (value: string) => `takes ${value}`,
} as const;

export const bundle: Finding<'bytes'> = {
  alert: 'LargeBundle',
  name: { ko: '스크립트 크기가', en: 'bundle' },
  is: bytesAre,
  crosses: (size, limit) => above(size, limit),
  well: (limit) => limit / 2,
  first: {
    ko: '그 배포에서 늘어난 의존성부터 번들 분석기로 확인하세요.',
    en: 'See first by a bundle analyzer which dependency came with that deployment.',
  },
  impact: {
    ko: '스크립트를 받고, 풀고, 실행하는 동안 페이지가 반응하지 않습니다. 느린 휴대전화에서 가장 크게 느껴집니다.',
    en: 'While scripts are loaded, parsed and run the page does not react, on slow phones most of all.',
  },
  action: {
    ko: '`npx @next/bundle-analyzer`로 큰 것을 찾아 쓰지 않는 것은 빼고, 무거운 것은 더 작은 것으로 바꾸거나 쓰일 때 불러옵니다(`next/dynamic`). 외부 스크립트는 `next/script`로 미룹니다.',
    en: 'Find what is big with `@next/bundle-analyzer`: take out what nobody uses, take something smaller, or load it when it is used (`next/dynamic`). Defer scripts of others by `next/script`.',
  },
};

export const images: Finding<'bytes'> = {
  alert: 'HeavyImages',
  name: { ko: '이미지 크기가', en: 'images' },
  is: { ko: bytesAre.ko, en: (value) => `take ${value}` },
  crosses: (size, limit) => above(size, limit),
  well: (limit) => limit / 2,
  first: {
    ko: '가장 큰 이미지가 보이는 크기보다 크지 않은지, 형식이 무엇인지부터 확인하세요.',
    en: 'See first whether the largest image is larger than it is shown, and of which format it is.',
  },
  impact: {
    ko: '느린 망에서 페이지가 늦게 채워지고, 사용자의 데이터를 씁니다.',
    en: 'On slow networks the page fills up late, and people pay for what they load.',
  },
  action: {
    ko: '`next/image`로 보이는 크기와 AVIF·WebP로 내보내고, 화면 밖의 것은 미룹니다(`loading="lazy"`). 사람이 올리는 이미지라면 올릴 때 줄입니다.',
    en: 'Serve them by `next/image`, as large as they are shown, in AVIF or WebP, and those out of sight when they are needed (`loading="lazy"`). Shrink what people upload when they do.',
  },
};

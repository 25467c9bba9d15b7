import type { Localized } from '#ground/language.js';

/** A web vital: how it is spoken of, and what makes it slow. */
export interface Vital {
  /** The alert on it. */
  readonly alert: string;
  readonly name: string;
  /** What has happened by then, as a clause about the page. */
  readonly until: Localized;
  /** What to look at first. */
  readonly first: Localized;
  /** What users notice. */
  readonly impact: Localized;
  /** What makes it faster. */
  readonly action: Localized;
}

export const firstContentfulPaint: Vital = {
  alert: 'SlowFirstContentfulPaint',
  name: 'First Contentful Paint',
  until: { ko: '첫 내용이 보이기', en: 'its first content is seen' },
  first: {
    ko: '서버의 응답 시간과 렌더링을 막는 CSS·폰트·스크립트부터 확인하세요.',
    en: 'See first how fast the server answers, and which styles, fonts and scripts hold up drawing.',
  },
  impact: {
    ko: '빈 화면이 오래 보여 사용자가 페이지를 떠납니다. 검색 순위에도 영향이 있습니다.',
    en: 'People see a blank page for long, and leave. Search engines rank it lower.',
  },
  action: {
    ko: '배포 직후라면 되돌립니다. 서버가 느리면 그 알림을 먼저 처리합니다. 아니면 렌더링을 막는 CSS와 스크립트를 줄이거나 미루고, 폰트를 미리 불러오고(`preload`), 정적 파일이 압축되어 캐시되는지 확인합니다.',
    en: 'Right after a deployment, roll back. If the server is slow, work on its alert first. Else cut or defer styles and scripts that hold up drawing, preload fonts, and see that static files are compressed and cached.',
  },
};

export const timeToInteractive: Vital = {
  alert: 'SlowTimeToInteractive',
  name: 'Time to Interactive',
  until: { ko: '사용자의 조작에 반응하기', en: 'it reacts to its user' },
  first: {
    ko: '최근 배포로 커진 스크립트와 외부 스크립트부터 확인하세요.',
    en: 'See first which scripts a deployment has made bigger, and which come from elsewhere.',
  },
  impact: {
    ko: '페이지가 보이는데 눌러도 반응하지 않습니다. 사용자는 고장으로 여기고 여러 번 누릅니다.',
    en: 'The page is there and does not react to clicks: people take it for broken, and click again.',
  },
  action: {
    ko: '배포 직후라면 되돌립니다. 번들의 크기를 지난 배포와 비교해 나누거나(코드 분할) 미루고, 쓰지 않는 외부 스크립트를 뺍니다. 메인 스레드를 오래 붙잡는 작업은 브라우저의 성능 도구로 찾습니다.',
    en: "Right after a deployment, roll back. Compare the size of the bundles with the last deployment, split or defer them, and take out scripts of others that nobody needs. The browser's performance tools show what keeps the main thread busy.",
  },
};

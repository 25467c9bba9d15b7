/** Words of what is around every page. */
export const frameWords = {
  skip: { ko: '본문으로 건너뛰기', en: 'Skip to content' },
  path: { ko: '현재 위치', en: 'Breadcrumb' },
  toLight: { ko: '밝은 화면으로', en: 'Switch to the light theme' },
  toDark: { ko: '어두운 화면으로', en: 'Switch to the dark theme' },
  toOther: { ko: 'Switch to English', en: '한국어로 바꾸기' },
  other: { ko: 'EN', en: '한' },
  faults: { ko: '건의 오류가 이 화면에 있습니다', en: 'faults on this page' },
} as const;

/** What panels say of their own. */
const words = {
  noData: { ko: '데이터 없음', en: 'No data' },
  noLogs: {
    ko: '로그 없음: 여기에는 Loki가 없습니다. Grafana에서는 이 자리에 로그가 보입니다.',
    en: 'No logs: there is no Loki here. Grafana shows its lines in this place.',
  },
  noCounts: {
    ko: '로그 수 없음: 여기에는 Loki가 없습니다. Grafana에서는 Loki가 센 줄 수가 보입니다.',
    en: 'No counts of logs: there is no Loki here. Grafana shows what it counts in this place.',
  },
  notDrawn: { ko: '여기서는 그리지 않는 패널 종류입니다', en: 'This kind of panel is not drawn here' },
  name: { ko: '이름', en: 'Name' },
  value: { ko: '값', en: 'Value' },
  percent: { ko: '비율', en: 'Percent' },
  more: { ko: '개 더', en: 'more' },
  rows: { ko: '행', en: 'rows' },
  last: { ko: '마지막 값', en: 'last values' },
  hidden: { ko: '숨김', en: 'hidden' },
  sortBy: { ko: '정렬', en: 'Sort by' },
  chart: { ko: '차트', en: 'chart' },
  keys: {
    ko: '화살표 키로 시각을 옮기고, Shift와 함께 구간을 고르고, Enter로 확대합니다',
    en: 'arrow keys move through time, with Shift they select, Enter zooms in',
  },
} as const;

export type Word = keyof typeof words;

/** A word in a language. */
export const word = (language: 'ko' | 'en', of: Word): string => words[of][language];

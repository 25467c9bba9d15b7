import { asAlerted, filledIn } from '#alerts/text/command.js';
import type { Place } from './place.js';

const exporter = { ko: '익스포터', en: 'exporter' } as const;

const pointer: Place['scraping'] = {
  unreachable: { ko: 'no such host나 connection refused', en: 'No such host or connection refused' },
  pointer: { ko: 'Probe의 prober 주소', en: 'address of the prober in the Probe' },
  noTarget: {
    ko: 'Probe의 레이블 release와 타깃 목록',
    en: 'the label release of the Probe or its targets',
  },
  moved: {
    ko: '익스포터의 이름이나 포트가 바뀌었으면 Probe의 prober 주소를, 400이면 모듈의 이름을 맞춥니다.',
    en: 'If the name or the port of the exporter has changed, bring the address of the prober in line; where it answers with 400, the name of the module.',
  },
};

/** A place, of which an exporter that asks endpoints is watched: a scrape that fails says nothing of an endpoint, but that nobody asks it. */
export const probesOf = (place: Place): Place => {
  if (place.platform !== 'kubernetes') return { ...place, podOrContainer: exporter };
  return {
    ...place,
    podOrContainer: exporter,
    scraping: pointer,
    scraped: () => [
      'kubectl get probe --all-namespaces',
      asAlerted('job'),
      filledIn('TARGET', 'the address of the target on the Targets page, whole'),
      `${place.watcher('prometheus').exec('wget -qO- "$TARGET"')} | head`,
    ],
  };
};

import { asAlerted, filledIn } from '#alerts/text/command.js';
import type { Place } from './place.js';

/** What runs where neither pods nor containers are listed. */
const server = { ko: '서버', en: 'server' } as const;

const pointer: Place['scraping'] = {
  unreachable: { ko: 'no such host나 connection refused', en: 'No such host or connection refused' },
  pointer: { ko: 'ScrapeConfig의 타깃 주소', en: 'address in the ScrapeConfig' },
  noTarget: {
    ko: 'ScrapeConfig의 레이블 release와 타깃 목록',
    en: 'the label release of the ScrapeConfig or its targets',
  },
  moved: {
    ko: '서버의 이름이나 포트가 바뀌었으면 ScrapeConfig의 타깃 주소를 맞춥니다.',
    en: 'If the name or the port of the server has changed, bring its address in the ScrapeConfig in line.',
  },
};

/**
 * A place, of which what is watched is outside: targets that are written down, or that an exporter is asked about. From where Prometheus is
 * they are asked as it asks them.
 */
export const outsideOf = (place: Place): Place => {
  if (place.platform !== 'kubernetes') return { ...place, podOrContainer: server };
  return {
    ...place,
    podOrContainer: server,
    scraping: pointer,
    scraped: () => [
      'kubectl get scrapeconfig --all-namespaces',
      asAlerted('job'),
      filledIn('TARGET', 'the address of the target on the Targets page, whole'),
      `${place.watcher('prometheus').exec('wget -qO- "$TARGET"')} | head`,
    ],
  };
};

/** An exporter that is asked about others: what it is called, and where it is. */
interface Exporter {
  readonly name: string;
  readonly namespace: string;
}

/** A place, of which exporters are asked about targets: a scrape that fails is theirs, whoever they were asked about. */
export const throughOf = (place: Place, exporters: readonly Exporter[]): Place => {
  if (place.platform !== 'kubernetes') return place;
  const { scraping, scraped } = outsideOf(place);
  return {
    ...place,
    scraping: { ...scraping, unreachable: place.scraping.unreachable },
    scraped: (up) => [
      ...new Set(
        exporters.flatMap(({ name, namespace }) => [
          `kubectl -n ${namespace} get service,endpoints ${name}`,
          `kubectl -n ${namespace} logs service/${name} --tail=20`,
        ]),
      ),
      ...scraped(up),
    ],
  };
};

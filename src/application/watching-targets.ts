import { outsideOf, throughOf } from '#alerts/place/outside.js';
import type { Place } from '#alerts/place/place.js';
import { podsOf } from '#alerts/place/pods.js';
import { probesOf } from '#alerts/place/probes.js';
import type { Alert } from '#alerts/rule/alert.js';
import { override } from '#alerts/rule/pack.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { isNonEmpty } from '#alerts/scenario/scenario.js';
import { podsNotScraped } from '#alerts/targets/pods-not-scraped.js';
import type { TargetMetrics } from '#alerts/targets/scrapes.js';
import { targetDown } from '#alerts/targets/target-down.js';
import type { Targets } from '#alerts/targets/unanswered.js';
import { type Subject, called } from '#alerts/text/subject.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import type { Scrape } from './scrape.js';
import { isProbe } from './scrape/probe.js';
import { inPascalCase, isTaken } from './taken.js';
import type { Unwatched } from './unwatched.js';

type Arguments = readonly [subject: Subject, metrics: TargetMetrics, targets: Targets];

/** Targets that are found in one way are looked for in one way: their alert says how. */
interface Kind {
  readonly isOf: (scrape: Scrape) => boolean;
  /** The alert on their scrapes, under the name that is made of its own. */
  readonly tells: (name: (own: string) => string, ...of: Arguments) => AlertRule;
}

const naming =
  <U extends 'ratio' | 'boolean'>(alertOn: (...of: Arguments) => Alert<'job', U>): Kind['tells'] =>
  (name, ...of) => {
    const alert = alertOn(...of);
    const own = name(alert.name);
    return own === alert.name ? alert : override(alert, { name: own });
  };

const down =
  (suffix: string): Kind['tells'] =>
  (name, ...of) =>
    naming(targetDown)((own) => name(`${own}${suffix}`), ...of);

const kinds: readonly Kind[] = [
  { isOf: ({ of }) => of === 'services', tells: down('') },
  { isOf: (scrape) => scrape.of === 'pods' && !scrape.comesAndGoes, tells: down('Pods') },
  { isOf: (scrape) => scrape.of === 'pods' && scrape.comesAndGoes, tells: naming(podsNotScraped) },
  { isOf: (scrape) => scrape.of === 'targets' && !scrape.through, tells: down('Outside') },
  {
    isOf: (scrape) => scrape.of === 'targets' && scrape.through !== undefined && !isProbe(scrape),
    tells: down('Through'),
  },
  { isOf: (scrape) => scrape.of === 'targets' && isProbe(scrape), tells: down('Probes') },
];

/** Where a person looks for what is scraped. */
const placeOf = (place: Place, unwatched: readonly Unwatched[]): Place => {
  const labels = unwatched.flatMap(({ scrape }) => (scrape.of === 'pods' ? [scrape.pods.labels] : []));
  if (isNonEmpty(labels)) return place.platform === 'kubernetes' ? podsOf(labels) : place;
  if (unwatched.some(({ scrape }) => scrape.of === 'targets' && isProbe(scrape))) return probesOf(place);
  const through = unwatched.flatMap(({ scrape }) => (scrape.of === 'targets' ? (scrape.through ?? []) : []));
  if (through.length > 0)
    return throughOf(
      place,
      through.map(({ exporter: { name, namespaces } }) => ({ name, namespace: namespaces[0] })),
    );
  return unwatched.some(({ scrape }) => scrape.of === 'targets') ? outsideOf(place) : place;
};

/** The alerts on scrapes that nobody watches: of each kind one for each namespace, each under a name that no other has. */
export const watchingTargets = (
  title: string,
  place: Place,
  all: readonly Unwatched[],
  taken: readonly AlertRule[],
): readonly AlertRule[] =>
  kinds.flatMap(({ isOf, tells }) => {
    const own = all.filter(({ scrape }) => isOf(scrape));
    const namespaces = [...new Set(own.map(({ target }) => target['namespace'] ?? ''))];
    return namespaces.flatMap((where, i) => {
      const here = own.filter(({ target }) => target['namespace'] === where);
      const jobs = [...new Set(here.map(({ target: { job = '' } }) => job))];
      if (!isNonEmpty(jobs)) return [];
      const name = (plain: string): string =>
        i === 0 && !isTaken(plain, taken) ? plain : `${plain}${inPascalCase(where)}`;
      const up = scrapeMetrics.up.where({ namespace: where });
      return [tells(name, called(title, placeOf(place, here)), { up }, { jobs })];
    });
  });

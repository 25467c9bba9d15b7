import { type Application, alertsOf, scrapesOf } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import { targetsOf } from '#application/target.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { clustersOf, hostsOf, type Estate } from '#synth/estate/home.js';

/** An application where it runs. */
export interface Placed {
  readonly application: Application;
  readonly of: 'host' | 'cluster';
}

/** Each application of an estate once: at the place of this name where it runs there, else on its host, else in its first cluster. */
export const placedOf = (estate: Estate, place?: string): readonly Placed[] => {
  const everywhere = [
    ...hostsOf(estate).map(({ name, application }) => ({ place: name, application, of: 'host' as const })),
    ...clustersOf(estate).flatMap(({ name, applications }) =>
      applications.map((application) => ({ place: name, application, of: 'cluster' as const })),
    ),
  ];
  const first = [
    ...everywhere.filter((each) => each.place === place),
    ...everywhere.filter((each) => each.place !== place),
  ];
  const chosen = new Map(first.toReversed().map((each) => [each.application.name, each]));
  return everywhere.filter((each) => chosen.get(each.application.name) === each);
};

/** One target of a scrape: the labels that scraping gives its series, and its share of what its scrape sees. */
export interface Target {
  readonly scrape: Scrape;
  readonly labels: Readonly<Record<string, string>>;
  readonly weight: number;
}

/** The second half of the name of a pod, as a Deployment gives it. */
const pods = ['7d4b9c8f65-x2kqz', '7d4b9c8f65-m8w4t'];

/** Names in proofs that only say which label they are of. */
export const isPlaceholder = (value: string): boolean => /^(this|other|another|that)-|^\/\d$/.test(value);

/** What the first case of each alert's proof reads, in which it must fire. */
export const provenOf = (application: Application): readonly Behaviour[] =>
  alertsOf(application).flatMap((rule) => rule.scenarios().fires[0]?.series ?? []);

/** The names of pods that proofs know, of one Service. */
const namedPods = (service: string, proven: readonly Behaviour[]): readonly string[] => [
  ...new Set(proven.flatMap(({ labels: { pod = '' } }) => (pod.startsWith(`${service}-`) ? [pod] : []))),
];

/** Labels without those that have no value, which are not there. */
const present = (labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));

/** Every target of an application's scrapes: in a cluster two pods of each Service of its own that is scraped alone, and one of each other. */
export const scrapedOf = ({ application, of }: Placed): readonly Target[] => {
  const proven = provenOf(application);
  return scrapesOf(application).flatMap((scrape, row) =>
    targetsOf(scrape).flatMap((labels, i): readonly Target[] => {
      const weight = 0.75 ** i;
      const { service = '', instance } = labels;
      if (instance !== undefined) return [{ scrape, labels: present(labels), weight }];
      const port =
        scrape.of === 'services'
          ? scrape.services.find(({ name }) => name === service)?.ports[scrape.port]?.targetPort
          : undefined;
      if (of === 'host')
        return [{ scrape, labels: present({ ...labels, instance: `${service}:${port ?? 9090}` }), weight }];
      const called = service === '' ? scrape.name : service;
      const named = namedPods(called, proven);
      // Of many Services that are scraped together one pod each is enough to see.
      const isAlone =
        application.scrapes.includes(scrape) && scrape.of === 'services' && scrape.services.length === 1;
      const names =
        named.length > 0 ? named : pods.slice(0, isAlone ? 2 : 1).map((end) => `${called}-${end}`);
      return names.map((pod, place) => ({
        scrape,
        labels: present({
          ...labels,
          ...{ pod, container: called },
          instance:
            scrape.of === 'services' && scrape.ofMachine
              ? `node-${place + 1}`
              : `10.42.${row}.${10 * i + place + 11}:${port ?? 9090}`,
        }),
        weight: weight * 0.9 ** place,
      }));
    }),
  );
};

import type { Application } from './application.js';

/** Names that stand more than once. */
const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];

/** What keeps the parts of an application from being told apart, each fault with what to write instead. */
export const applicationFaults = ({
  name,
  scrapes,
  exporters,
  groups,
  dashboards,
}: Application): readonly string[] => {
  const twice = (what: string, names: readonly string[], cure: string): readonly string[] =>
    repeated(names).map((each) => `two ${what} are called ${each}; ${cure}`);
  return [
    ...(/^[a-z]([-a-z0-9]{0,40}[a-z0-9])?$/.test(name)
      ? []
      : ['Kubernetes objects are named after it; write lower-case letters, digits and -, at most 42']),
    ...twice(
      'scrapes',
      [...scrapes, ...exporters.map(({ scrape }) => scrape)].map((scrape) => scrape.name),
      'give one a name of its own: scrape(service, { name, … })',
    ),
    ...twice(
      'rule groups',
      groups.map((group) => group.name),
      'rename one, or make one group of both',
    ),
    ...twice(
      'alerts',
      groups.flatMap(({ alerts }) => alerts.map((alert) => alert.name)),
      'rename one with override(pack, { …: { name } })',
    ),
    ...twice(
      'dashboards',
      dashboards.map(({ uid }) => uid),
      'give one a uid of its own',
    ),
    ...dashboards
      .filter(({ application }) => application !== name)
      .map(
        ({ title, application }) =>
          `dashboard '${title}' marks the alerts of '${application}'; write application: '${name}'`,
      ),
  ];
};

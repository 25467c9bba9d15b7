import type { Fault } from '#ground/fault.js';
import { keyOf } from '#alerts/rule/rule.js';
import { twice } from '#ground/repeated.js';
/** What has a name of its own. */
interface Named {
  readonly name: string;
}

/** The parts of an application that are told apart by their names. */
interface Parts extends Named {
  readonly scrapes: readonly Named[];
  readonly exporters: readonly { readonly scrape: Named }[];
  readonly groups: readonly (Named & { readonly alerts: readonly (Named & { readonly key?: string })[] })[];
  readonly dashboards: readonly {
    readonly uid: string;
    readonly title: string;
    readonly application: string;
  }[];
}

/** What keeps the parts of an application from being told apart, each fault with what to write instead. */
export const applicationFaults = ({
  name,
  scrapes,
  exporters,
  groups,
  dashboards,
}: Parts): readonly Fault[] => {
  const called = (where: string, things: string, names: readonly string[], cure: string): readonly Fault[] =>
    twice(names).map((each) => ({
      where,
      what: each,
      code: 'name-twice',
      why: `two ${things} are called ${each}`,
      cure,
    }));
  return [
    ...(/^[a-z]([-a-z0-9]{0,40}[a-z0-9])?$/.test(name)
      ? []
      : [
          {
            where: 'name',
            what: name,
            code: 'bad-application-name' as const,
            why: `Kubernetes objects are named after '${name}'`,
            cure: 'write lower-case letters, digits and -, at most 42',
          },
        ]),
    ...called(
      'scrapes',
      'scrapes',
      [...scrapes, ...exporters.map(({ scrape }) => scrape)].map((scrape) => scrape.name),
      'give one a name of its own: scrape(service, { name, … })',
    ),
    ...called(
      'groups',
      'rule groups',
      groups.map((group) => group.name),
      'rename one, or make one group of both',
    ),
    ...called(
      'groups',
      'alerts',
      // Two within one group are its own fault, and all those of a group that is there twice are that group's.
      [...new Map(groups.map((group) => [group.name, group])).values()].flatMap(({ alerts }) => [
        ...new Set(alerts.map(keyOf)),
      ]),
      'rename one with override(pack, { …: { name } })',
    ),
    ...called(
      'dashboards',
      'dashboards',
      dashboards.map(({ uid }) => uid),
      'give one a uid of its own',
    ),
    ...dashboards
      .filter(({ application }) => application !== name)
      .map(({ title, application }) => ({
        where: `dashboards '${title}'`,
        what: application,
        code: 'of-another-application' as const,
        why: `it marks the alerts of '${application}'`,
        cure: `write application: '${name}'`,
      })),
  ];
};

import type { RuleGroup } from '#alerts/rule/group.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';

/** An application, as far as its SLOs are concerned. */
interface Recording {
  readonly name: string;
  readonly groups: readonly Pick<RuleGroup, 'name' | 'records'>[];
}

/** SLOs that record under the name of another application than theirs; of one name they are told once. */
export const sloFaults = ({ name, groups }: Recording): readonly Fault[] => {
  const foreign = groups.flatMap((group) =>
    group.records.flatMap(({ application = name }) =>
      application === name ? [] : [{ application, group: group.name }],
    ),
  );
  return [...byKey(foreign, ({ application }) => application)].map(([application, its]) => ({
    where: [...new Set(its.map(({ group }) => `groups.${group}`))].join(', '),
    what: application,
    code: 'of-another-application',
    why: `what is recorded is called after '${application}', which is not this application`,
    cure: `write slo(…, { application: '${name}' })`,
  }));
};

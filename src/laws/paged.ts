import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import { address } from '#routing/receiver/address.js';
import { wakes } from '#routing/receiver/paging.js';
import type { Route } from '#routing/route.js';
import { restingPlaces, sends } from './course.js';
import { isHeard } from './reached.js';
import type { Judged, Law } from './law.js';
import { inEach } from './apart.js';

const list = (names: readonly string[]): string => names.join(', ');

/** Where an alert goes that wakes nobody, of the courses that it may take; nothing where each wakes somebody. */
const sleeping = (
  application: Application,
  rule: AlertRule,
  cluster: Judged['cluster'],
): readonly Route[] | undefined => {
  const { receivers } = application.routing;
  return restingPlaces(application, rule, cluster).find(
    (course) =>
      !sends(
        application,
        rule,
        course.filter(({ receiver }) => wakes(receivers[receiver] ?? [])),
      ),
  );
};

/** One fault for each place to which critical alerts go that wakes nobody. */
const unpagedFaults = (application: Application, cluster: Judged['cluster']): readonly Fault[] => {
  const { receivers } = application.routing;
  const asleep = toldAlertsOf(application)
    .filter(({ severity }) => severity === 'critical')
    .flatMap((rule) => {
      const course = sleeping(application, rule, cluster);
      if (course === undefined) return [];
      const told = course.flatMap(({ receiver }) => receivers[receiver] ?? []).map(address);
      return [{ name: rule.name, told: list([...new Set(told)]) }];
    });
  return [...byKey(asleep, ({ told }) => told)].map(([told, rules]) => ({
    where: `${application.name}/routing`,
    what: list(rules.map(({ name }) => name)),
    code: 'critical-pages-nobody',
    why: `critical, and pages nobody: ${list(rules.map(({ name }) => name))}, which ${rules.length === 1 ? 'goes' : 'go'} to ${told === '' ? 'no integration' : told}`,
    cure: "route it to what pages, such as pagerduty(…) or a webhook with pages: true; or say why not, once: routing({ …, unpaged: 'Slack is all that this team has' })",
  }));
};

/**
 * What is critical wakes somebody, or its application says in words why it does not: `unpaged`. What says so although all of it
 * pages is out of date.
 */
export const everyCriticalAlertPages: Law = inEach(({ applications, cluster }) =>
  applications.flatMap((application) => {
    if (!isHeard(application, cluster)) return [];
    const { name, routing } = application;
    const faults = unpagedFaults(application, cluster);
    if (routing.unpaged === undefined) return faults;
    return faults.length > 0
      ? []
      : [
          {
            where: `${name}/routing`,
            what: routing.unpaged,
            code: 'setting-for-nothing',
            why: 'it says why nobody is paged, and every critical alert pages',
            cure: 'leave unpaged out',
          },
        ];
  }),
);

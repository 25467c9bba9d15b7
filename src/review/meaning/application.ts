import type { Application } from '#application/application.js';
import { scrapesOf } from '#application/application.js';
import { isRendered } from '#application/service.js';
import type { ApplicationCost } from '#cost/application.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { inLanguage } from '#ground/language.js';
import type { Lock } from '#proof/mutate/lock.js';
import { inline } from '#promql/expr/inline.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Telling, alertsMeant } from './alerts.js';
import { dashboardMeant } from './dashboards.js';
import type { ApplicationMeant } from './meaning.js';
import { scrapeMeant } from './scrapes.js';

/** What an application means in a place, whose Alertmanager tells of it so. */
export const applicationMeant = (
  application: Application,
  telling: Telling,
  lock: Lock,
  cost: ApplicationCost | undefined,
): ApplicationMeant => {
  const { name, title, namespace, language, groups, services, exporters, dashboards } = application;
  return {
    ...{ name, title, namespace },
    alerts: alertsMeant(application, telling, lock),
    records: groups.flatMap(({ name: group, records }) =>
      records.map(({ record, expr }) => ({ name: record, expr: inline(expr), group })),
    ),
    objectives: groups
      .flatMap(({ objectives = [] }) => objectives)
      .map(({ name, title, objective, window }) => ({
        name,
        title: inLanguage(title, language),
        objective: objective.value,
        text: humanize(objective),
        window,
      })),
    dashboards: dashboards.map((each) => dashboardMeant(dashboardModel(each), each.folder)),
    scrapes: scrapesOf(application).map(scrapeMeant),
    services: services.map((each) => ({
      name: each.name,
      namespaces: each.namespaces,
      ports: Object.entries(each.ports).map(([port, { port: number }]) => `${port}: ${number}`),
      rendered: isRendered(each),
    })),
    exporters: exporters.map(({ name: called, image, port }) => ({ name: called, image, port })),
    series: Math.round(cost?.stored ?? 0),
  };
};

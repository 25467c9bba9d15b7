import { group } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { About } from '#application/about.js';
import { type Application, type ApplicationSpec, application } from '#application/application.js';
import { ownRouting } from '#application/own-routing.js';
import { kubernetes } from '#application/platform.js';
import { isRendered, service } from '#application/service.js';
import { scrape } from '#application/scrape.js';
import { dashboard } from '#dashboards/dashboard.js';
import { isObject } from '#ground/field.js';
import { secret } from '#ground/secret.js';
import type { Receivers } from '#routing/routing.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import {
  alertsIn,
  isCatalog,
  isDrawn,
  isExporter,
  isGroup,
  isIntegration,
  isRecord,
  isScrape,
  isTraced,
} from './kinds.js';

/** What a page exports, by its names. */
export type Exported = Readonly<Record<string, unknown>>;

const isRouting = (value: unknown): value is ApplicationSpec['routing'] => typeof value === 'function';

/**
 * A shop of all that a page exports beside its applications, as its reader adds it: what is scraped, alerted and drawn there must go
 * together.
 *
 * @param taken alerts that an application of the page has already.
 */
export const assembled = (exported: Exported, taken: ReadonlySet<object>): Application => {
  const values = Object.values(exported).flat();
  const exporters = values.filter(isExporter);
  const scrapes = values.filter(isScrape);
  const groups = values.filter(isGroup);
  const [traced] = values.filter(isTraced);
  const records = values.filter(isRecord);
  const drawn = values.filter(isDrawn);
  const grouped = new Set(groups.flatMap(({ alerts }) => alerts.map(({ made }) => made)));
  const free = ({ made }: AlertRule): boolean => !taken.has(made) && !grouped.has(made);
  const alerts = [...new Set(values.flatMap(alertsIn))].filter(free);
  const recorded = groups.flatMap((each) => each.records);
  const own = records.filter((each) => !recorded.includes(each));
  const elsewhere = [...scrapes, ...exporters.map((each) => each.scrape)].flatMap((each) => each.metrics);
  const metrics = [...new Set(values.filter(isCatalog))].filter((each) => !elsewhere.includes(each));
  const web = service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8080 } });
  const found = scrapes.flatMap((each) => (each.of === 'services' ? each.services : []));
  // A page may scrape the shop itself in another way.
  const asksShop = found.some(({ name }) => name === 'shop');
  const { told, sources } = exported;
  const others = Object.fromEntries(values.filter(isIntegration).map((each, i) => [`other${i}`, each]));
  const receivers: Receivers = {
    oncall: pagerduty({ routingKey: secret('shop-pagerduty', 'key') }),
    ...others,
  };
  return application('shop', {
    title: 'Shop',
    language: 'en',
    namespace: 'shop',
    services: [...(asksShop ? [] : [web]), ...found].filter((each) => !isRendered(each)),
    scrapes: [...scrapes, ...(asksShop ? [] : [scrape(web, { port: 'http', interval: '30s', metrics })])],
    exporters,
    ...(traced && { tracing: traced }),
    platform: [kubernetes],
    groups: [
      ...groups,
      ...(alerts.length + own.length > 0
        ? [group('page', { interval: '30s', records: own, packs: alerts.map((alert) => ({ alert })) })]
        : []),
    ],
    dashboards:
      drawn.length > 0
        ? [
            (about: About) =>
              dashboard('Page', { ...about, description: 'What the page draws.', panels: drawn }),
          ]
        : [],
    ...(isObject(sources) && sources),
    routing: isRouting(told)
      ? told
      : ownRouting({
          receivers,
          route: {
            receiver: 'oncall',
            routes: Object.keys(others).map((receiver) => ({
              receiver,
              matchers: { severity: 'critical' },
              continue: true,
            })),
          },
        }),
    runbook: (alert, name) => `https://git.example/docs/runbooks/${name}/${alert}.md`,
  });
};

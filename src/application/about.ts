import type { RuleGroup } from '#alerts/rule/group.js';
import type { DashboardSpec } from '#dashboards/dashboard.js';
import type { Datasources } from '#dashboards/datasource.js';
import type { Language } from '#ground/language.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { Filebeat } from './agent/filebeat.js';
import type { FluentBit } from './agent/fluent-bit.js';
import { seriesLogs } from './agent/series-logs.js';
import { aroundOf } from './around.js';
import { scrapedEvery } from './read.js';
import type { Scrape } from './scrape.js';
import type { Service } from './service.js';
import { stripFacts } from './strip/strip.js';

/** What a dashboard takes over from its application, so that it stands once. */
export type About = Required<
  Pick<DashboardSpec, 'application' | 'folder' | 'language' | 'datasources' | 'alerts' | 'scrapedEvery'>
> &
  Pick<
    DashboardSpec,
    'runbook' | 'exemplars' | 'logs' | 'applicationTitle' | 'isOneOfSeveral' | 'strip' | 'around'
  >;

/** What of an application its dashboards must know. */
interface Described {
  readonly name: string;
  readonly title: string;
  readonly language: Language;
  readonly namespace: string;
  readonly datasources: Datasources;
  readonly groups: readonly RuleGroup[];
  readonly platform: readonly MetricCatalog[];
  readonly services: readonly Service[];
  /** Of its own Services and pods. */
  readonly own: readonly Scrape[];
  /** Those of its exporters, agents and collectors too. */
  readonly scrapes: readonly Scrape[];
  readonly logs?: Filebeat | FluentBit;
  readonly runbook?: (alert: string) => string;
  readonly isTraced: boolean;
  /** Whether it has several dashboards. */
  readonly isOneOfSeveral: boolean;
}

/** What all dashboards of an application take over from it. */
export const aboutOf = (described: Described): About => {
  const { name, title, groups, platform, own, scrapes, logs, runbook } = described;
  return {
    application: name,
    folder: title,
    language: described.language,
    datasources: described.datasources,
    alerts: groups.flatMap((group) => group.alerts),
    ...(described.isTraced && { exemplars: true }),
    ...(logs && { logs: seriesLogs(logs) }),
    ...(runbook && { runbook }),
    applicationTitle: title,
    isOneOfSeveral: described.isOneOfSeveral,
    strip: stripFacts({
      ...{ name, platform, groups, own },
      beside: scrapes.filter((each) => !own.includes(each)),
    }),
    scrapedEvery: (expr) => scrapedEvery(expr, scrapes, platform),
    around: aroundOf(described),
  };
};

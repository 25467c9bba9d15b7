import type { RuleGroup } from '#alerts/rule/group.js';
import { type Fault, below } from '#ground/fault.js';
import { agentNamespaceFaults } from './agent/namespace.js';
import { datasourceFaults } from './datasource-faults.js';
import { applicationFaults } from './fault.js';
import { formFaults } from './form-faults.js';
import { grafanaFaults } from './grafana.js';
import { scrapedFaults } from './instrumentation/scraped.js';
import { foreignPlace, languageFaults } from './language-faults.js';
import { logGroupFaults, toldAlertsOf, withLogGroups } from './log-groups.js';
import { nameFaults } from './name-faults.js';
import { networkFaults } from './network/network.js';
import { promptnessFaults } from './promptness.js';
import { runbookFaults } from './runbook-fault.js';
import { idleSeverities, severityFaults } from './severities.js';
import { sloFaults } from './slo-faults.js';
import { tracingFaults } from './tracing/faults.js';

/** What a check asks of an application. */
type Of<Check extends (...given: never[]) => unknown> = Parameters<Check>[0];

/** An application as far as any of these checks asks of it: what it is as a whole imports them. */
type Described = { readonly groups: readonly RuleGroup[] } & Of<typeof applicationFaults> &
  Of<typeof withLogGroups> &
  Of<typeof logGroupFaults> &
  Of<typeof nameFaults> &
  Of<typeof sloFaults> &
  Of<typeof agentNamespaceFaults> &
  Of<typeof grafanaFaults> &
  Of<typeof datasourceFaults> &
  Of<typeof formFaults> &
  Of<typeof languageFaults> &
  Of<typeof foreignPlace> & {
    readonly network?: Of<typeof networkFaults>;
    readonly tracing?: Of<typeof tracingFaults>;
    readonly instrumentation: Of<typeof scrapedFaults>;
    readonly scrapes: Parameters<typeof scrapedFaults>[1];
    readonly runbook?: Parameters<typeof runbookFaults>[1];
    readonly prompt?: Of<typeof promptnessFaults>;
    readonly severities: Parameters<typeof idleSeverities>[1];
  };

/** What is wrong with an application, whether it was described so or changed since. */
export const describedFaults = (described: Described): readonly Fault[] => {
  const alerts = described.groups.flatMap((group) => group.alerts);
  return [
    ...applicationFaults(withLogGroups(described)),
    ...logGroupFaults(described),
    ...nameFaults(described),
    ...sloFaults(described),
    ...agentNamespaceFaults(described),
    ...(described.network ? networkFaults(described.network) : []),
    ...(described.tracing ? below('tracing', tracingFaults(described.tracing)) : []),
    ...grafanaFaults(described),
    ...datasourceFaults(described),
    ...formFaults(described),
    ...scrapedFaults(described.instrumentation, described.scrapes),
    ...(described.runbook ? runbookFaults(toldAlertsOf(described), described.runbook) : []),
    ...(described.prompt ? promptnessFaults(described.prompt, toldAlertsOf(described)) : []),
    ...severityFaults(alerts),
    ...idleSeverities(alerts, described.severities),
    ...languageFaults(withLogGroups(described)),
    ...foreignPlace(described),
  ];
};

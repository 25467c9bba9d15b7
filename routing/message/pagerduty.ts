import { plainTemplates } from './plain.js';
import type { Reader } from './reader.js';
import { lineTemplate } from './title.js';
import { words } from './words.js';

/** The fields of a `pagerduty_config` that are Go templates. */
export interface PagerDutyMessage {
  /** The incident's title. */
  readonly description: string;
  /** One of PagerDuty's `critical`, `error`, `warning`, `info`. */
  readonly severity: string;
  readonly component: string;
  /** The alerts in full, in place of Alertmanager's `firing` and `resolved`; it adds how many they are. */
  readonly details: { readonly firing: string; readonly resolved: string };
  /** Links, each left out where its template writes nothing. */
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** What the project says in an incident. */
export const pagerdutyMessage = (reader: Reader): PagerDutyMessage => {
  const { runbook, dashboard } = words[reader.language];
  return {
    description: lineTemplate(words[reader.language]),
    severity: '{{ if eq .CommonLabels.severity "warning" }}warning{{ else }}critical{{ end }}',
    component: '{{ .CommonLabels.component }}',
    details: plainTemplates(reader, 20),
    links: [
      { href: '{{ .CommonAnnotations.runbook_url }}', text: runbook },
      { href: '{{ .CommonAnnotations.dashboard_url }}', text: dashboard },
    ],
  };
};

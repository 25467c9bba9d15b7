import { type Room, firingText, resolvedText } from './alerts.js';
import { mild } from './grave.js';
import { plain } from './medium.js';
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

/** An event has 512 KB at most, and its title 1,024 characters, https://developer.pagerduty.com/docs/send-alert-event. */
const room: Room = { firing: 20, resolved: 20, summary: 150, description: 500, labels: 300, link: 500 };

/** What the project says in an incident. */
export const pagerdutyMessage = (reader: Reader): PagerDutyMessage => {
  const { runbook, dashboard } = words[reader.language];
  return {
    description: lineTemplate(reader),
    severity: `{{ if eq .CommonLabels.severity ${mild(reader)} }}warning{{ else }}critical{{ end }}`,
    component: '{{ printf "%.60s" .CommonLabels.component }}',
    details: { firing: firingText(reader, plain, room), resolved: resolvedText(reader, plain, room) },
    links: [
      { href: '{{ .CommonAnnotations.runbook_url }}', text: runbook },
      { href: '{{ .CommonAnnotations.dashboard_url }}', text: dashboard },
    ],
  };
};

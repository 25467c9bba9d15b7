import { type Room, allText } from './alerts.js';
import { mild } from './grave.js';
import { mrkdwn } from './medium.js';
import type { Reader } from './reader.js';
import { lineTemplate, titleTemplate } from './title.js';

/** The fields of a `slack_config` that are Go templates. */
export interface SlackMessage {
  readonly color: string;
  readonly title: string;
  readonly titleLink: string;
  readonly text: string;
  /** What a notification on a phone shows. */
  readonly fallback: string;
  readonly footer: string;
}

/**
 * Slack cuts long attachments: whatever the labels, the text stays under 8,000 characters, each `&amp;` counted as five. Of a whole
 * message it takes 40,000, https://docs.slack.dev/changelog/2018-truncating-really-long-messages/.
 */
const room: Room = { firing: 7, resolved: 3, summary: 150, description: 300, labels: 150, link: 200 };

/** To what is to be done, where that is the same for all; else to Alertmanager, where that can be reached. */
const titleLink = ({ reachable = true }: Reader): string =>
  reachable ? '{{ or .CommonAnnotations.runbook_url .ExternalURL }}' : '{{ .CommonAnnotations.runbook_url }}';

/** What the project says in Slack. */
export const slackMessage = (reader: Reader): SlackMessage => ({
  color: [
    '{{ if .Alerts.Firing }}',
    `{{ if eq .CommonLabels.severity ${mild(reader)} }}warning{{ else }}danger{{ end }}`,
    '{{ else }}good{{ end }}',
  ].join(''),
  title: titleTemplate(reader),
  titleLink: titleLink(reader),
  text: allText(reader, mrkdwn, room),
  fallback: lineTemplate(reader, mrkdwn.escape),
  footer:
    '{{ with .CommonLabels.application }}{{ printf "%.60s · " . }}{{ end }}{{ printf "%.60s" .CommonLabels.namespace }}',
});

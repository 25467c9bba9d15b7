import { type Room, allText } from './alerts.js';
import { cut } from './cut.js';
import { mild } from './grave.js';
import { plain } from './medium.js';
import type { Reader } from './reader.js';
import { words } from './words.js';
import { findWorst } from './worst.js';

/** The fields of an `opsgenie_config` that are Go templates. */
export interface OpsgenieMessage {
  /** The alert's title. */
  readonly message: string;
  readonly description: string;
  /** `P1`, the worst, to `P5`. */
  readonly priority: string;
  readonly entity: string;
  /** Who tells of it: Alertmanager's address where it can be reached. */
  readonly source: string;
}

/** A title has 130 characters at most, a description 15,000, https://docs.opsgenie.com/docs/alert-api#create-alert. */
const room: Room = { firing: 8, resolved: 4, summary: 150, description: 300, labels: 200, link: 300 };
const title = 105;

/** What the project says in an alert of Opsgenie. */
export const opsgenieMessage = (reader: Reader): OpsgenieMessage => {
  const { firing } = words[reader.language];
  const summary = `{{ or $worst.Annotations.summary $worst.Labels.alertname | ${cut(title)} }}`;
  const several = `{{ with .Alerts.Firing }}{{ if gt (len .) 1 }} [${firing('{{ len . }}')}]{{ end }}{{ end }}`;
  return {
    message: findWorst(reader) + summary + several,
    description: allText(reader, plain, room),
    priority: `${findWorst(reader)}{{ if eq $worst.Labels.severity ${mild(reader)} }}P3{{ else }}P1{{ end }}`,
    entity: '{{ printf "%.60s" .CommonLabels.component }}',
    source: (reader.reachable ?? true) ? '{{ printf "%.100s" .ExternalURL }}' : 'Alertmanager',
  };
};

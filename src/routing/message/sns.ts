import { type Room, allText } from './alerts.js';
import { replace } from './cut.js';
import { plain } from './medium.js';
import type { Reader } from './reader.js';
import { titleTemplate } from './title.js';
import { findWorst } from './worst.js';

/** The fields of an `sns_config` that are Go templates. */
export interface SnsMessage {
  /** Of the mail, where somebody reads a topic by mail. */
  readonly subject: string;
  readonly message: string;
}

/** A message has 256 KB at most, https://docs.aws.amazon.com/sns/latest/api/API_Publish.html. */
const room: Room = { firing: 20, resolved: 20, summary: 150, description: 500, labels: 300, link: 500 };

const ascii = (value: string, characters: number): string =>
  `{{ printf "%.${characters}s" ${value} | ${replace('[^ -~]', '?')} }}`;

/** SNS takes under 100 characters and ASCII alone, and refuses a whole message for another subject: it is in English for every reader. */
const subject = (reader: Reader): string =>
  [
    findWorst(reader),
    '[{{ len .Alerts.Firing }} firing, {{ len .Alerts.Resolved }} resolved] ',
    ascii('$worst.Labels.alertname', 40),
    ` ({{ printf "%.12s" $worst.Labels.severity | ${replace('[^ -~]', '?')} }})`,
  ].join('');

/** What the project says by a topic of SNS. */
export const snsMessage = (reader: Reader): SnsMessage => ({
  subject: subject(reader),
  message: `${titleTemplate(reader)}\n\n${allText(reader, plain, room)}`,
});

import { firingTemplate, resolvedTemplate } from './alert-list.js';
import { lengthTemplate, momentTemplate } from './clock.js';
import { definedLabels, labels } from './labels.js';
import type { Medium } from './medium.js';
import type { Reader } from './reader.js';
import { words } from './words.js';
import { definedCut, definedLink, linked, shortened } from './written.js';

/** How much of a message there is room for. */
export interface Room {
  /** So many alerts that fire are written out, the worst first, and so many that are resolved. */
  readonly firing: number;
  readonly resolved: number;
  /** Most characters of an alert's summary, of its description, of all of its labels, and of each link. */
  readonly summary: number;
  readonly description: number;
  readonly labels: number;
  readonly link: number;
}

/** What the first line of an alert begins with. */
interface Marks {
  readonly firing: string;
  readonly resolved: string;
}

const colours: Marks = { firing: '{{ if $critical }}🔴{{ else }}🟡{{ end }}', resolved: '✅' };
const squares: Marks = { firing: '■', resolved: '□' };

const more = (line: string): string => `${line}\n\n`;

/** A Go template for the alerts that fire, one after another. */
export const firingText = (reader: Reader, medium: Medium, room: Room, marks = squares): string => {
  const { language, clock } = reader;
  const said = words[language];
  const { lineBreak, strong } = medium;
  const alert = [
    `${marks.firing} ${strong(summary(medium, room))}${lineBreak}`,
    `{{ with .Annotations.description }}${shortened(medium, '.', room.description)}${lineBreak}{{ end -}}\n`,
    `${said.firingSince(momentTemplate(clock, '.StartsAt'))}${labels}`,
    linked('.Annotations.runbook_url', said.runbook),
    `${linked('.Annotations.dashboard_url', said.dashboard)}\n\n`,
  ].join('');
  return (
    definedLink(medium, room.link) +
    definitions(medium, room) +
    firingTemplate(reader, { alert, most: room.firing, more })
  );
};

/** A Go template for the alerts that are resolved, one after another. */
export const resolvedText = (reader: Reader, medium: Medium, room: Room): string =>
  definitions(medium, room) + resolvedBehind(reader, medium, room, squares);

/** A Go template for all alerts of a message, those that fire first. */
export const allText = (reader: Reader, medium: Medium, room: Room): string => {
  const marks = medium.escape.length === 0 ? squares : colours;
  return firingText(reader, medium, room, marks) + resolvedBehind(reader, medium, room, marks);
};

const definitions = (medium: Medium, room: Room): string =>
  definedCut(medium) + definedLabels((all) => shortened(medium, all, room.labels));

const summary = (medium: Medium, room: Room): string =>
  shortened(medium, '(or .Annotations.summary .Labels.alertname)', room.summary);

const resolvedBehind = ({ language, clock }: Reader, medium: Medium, room: Room, marks: Marks): string => {
  const said = words[language];
  const alert = [
    `${marks.resolved} ${medium.strong(summary(medium, room))}${medium.lineBreak}`,
    `${said.resolvedAt(momentTemplate(clock, '.EndsAt'), lengthTemplate)}${labels}\n\n`,
  ].join('');
  return resolvedTemplate(said, { alert, most: room.resolved, more });
};

import { listAt, numberAt, textAt, textsAt, valueAt } from '#browser/frame/read.js';
import { type VariableModel, readVariable } from '#browser/dashboard/variable/model.js';
import { type AnnotationModel, readAnnotations } from './annotation.js';
import { type LinkModel, type TaggedLink, readLinks, readTaggedLinks } from './link.js';
import { type PanelGiven, readPanel } from './panel.js';

/** A dashboard of Grafana's classic model, as far as it is drawn. */
export interface DashboardModel {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly links: readonly LinkModel[];
  readonly linksByTags: readonly TaggedLink[];
  readonly from: string;
  readonly to: string;
  /** `utc`, or a zone of the IANA's names: the browser's where the model leaves it to it. */
  readonly timeZone: string;
  /** How often it is asked anew: `30s`; empty where it is not. */
  readonly refresh: string;
  readonly sharesCursor: boolean;
  readonly variables: readonly VariableModel[];
  readonly annotations: readonly AnnotationModel[];
  readonly panels: readonly PanelGiven[];
}

const zoneOf = (given: string | undefined): string =>
  given === undefined || given === '' || given === 'browser'
    ? Intl.DateTimeFormat().resolvedOptions().timeZone
    : given;

export const readDashboard = (given: unknown): DashboardModel => ({
  uid: textAt(given, 'uid') ?? '',
  title: textAt(given, 'title') ?? '',
  description: textAt(given, 'description') ?? '',
  tags: textsAt(given, 'tags'),
  links: readLinks(valueAt(given, 'links')),
  linksByTags: readTaggedLinks(valueAt(given, 'links')),
  from: textAt(given, 'time', 'from') ?? 'now-6h',
  to: textAt(given, 'time', 'to') ?? 'now',
  timeZone: zoneOf(textAt(given, 'timezone')),
  refresh: textAt(given, 'refresh') ?? '',
  sharesCursor: (numberAt(given, 'graphTooltip') ?? 0) > 0,
  variables: listAt(given, 'templating', 'list').map(readVariable),
  annotations: readAnnotations(valueAt(given, 'annotations', 'list')),
  panels: listAt(given, 'panels').map((panel, at) => readPanel(panel, String(at))),
});

import type { DashboardSpec } from '#dashboards/dashboard.js';
import { isUid, longestUid, slug } from '#dashboards/identity.js';
import { type Duration, inSeconds, isDuration } from '#ground/duration.js';
import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import { saying } from './both.js';
import type { Json, ReadDashboard } from './read.js';
import { askedSource } from './source-of.js';

/** What of a dashboard is not as it was, and why. */
export interface Difference {
  /** `panel 'CPU'`, or the dashboard itself where it is empty. */
  readonly where: string;
  readonly what: string;
  readonly why: string;
}

/** Grafana's least refresh. */
const leastRefresh = 5;

const lastOf = (model: Json): Duration | undefined => {
  const from = textAt(model, 'time', 'from') ?? 'now-6h';
  const [, length = ''] = /^now-(\w+)$/.exec(from) ?? [];
  return (textAt(model, 'time', 'to') ?? 'now') === 'now' && isDuration(length) ? length : undefined;
};

const refreshOf = (model: Json): Duration | undefined => {
  const refresh = textAt(model, 'refresh') ?? '';
  return isDuration(refresh) && inSeconds(refresh) >= leastRefresh ? refresh : undefined;
};

const isTimezone = (name: string): boolean => {
  if (name === 'browser' || name === 'utc') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** The annotations that somebody made: that of Grafana itself is there without being written. */
const annotationsOf = (model: Json): readonly Json[] =>
  listAt(model, 'annotations', 'list')
    .filter(isObject)
    .filter((each) => each['builtIn'] !== 1)
    .map(({ datasource, ...each }) => {
      const source = askedSource(datasource, model);
      return { ...each, ...(source !== undefined && { datasource: source }) };
    });

/** What a link says of one address alone is said in words of ours; others are kept as they are. */
const isPlain = (link: Json): boolean =>
  link['type'] === 'link' &&
  isTrueAt(link, 'targetBlank') &&
  !isTrueAt(link, 'includeVars') &&
  !isTrueAt(link, 'keepTime') &&
  textAt(link, 'title') !== undefined &&
  /^(https?:\/\/(?![^/]*@)|\/|\$)/.test(textAt(link, 'url') ?? '');

const linksOf = (model: Json) => listAt(model, 'links').filter(isObject);

/** A uid that an object may be called by too: small letters, and no more than Grafana takes. */
const uidOf = (model: Json, application: string): string => {
  const given = textAt(model, 'uid') ?? '';
  if (isUid(given)) return given;
  const small = slug(given === '' ? `${application}-${textAt(model, 'title') ?? ''}` : given);
  return small.slice(0, longestUid).replace(/-$/, '') || `${application}-dashboard`;
};

/** What is said of a dashboard as a whole, in words of ours where there are any. */
export type Whole = Required<Pick<DashboardSpec, 'description'>> &
  Pick<
    DashboardSpec,
    'uid' | 'folder' | 'tags' | 'links' | 'refresh' | 'timezone' | 'last' | 'annotations' | 'more'
  >;

export const wholeOf = ({ model, folder }: ReadDashboard, application: string): Whole => {
  const title = textAt(model, 'title') ?? '';
  const description = (textAt(model, 'description') ?? '').trim();
  const [last, refresh] = [lastOf(model), refreshOf(model)];
  const timezone = textAt(model, 'timezone') ?? '';
  const tags = listAt(model, 'tags').filter((each) => typeof each === 'string');
  const links = linksOf(model);
  const arePlain = links.every(isPlain);
  const annotations = annotationsOf(model);
  const more = {
    ...(numberAt(model, 'graphTooltip') !== 1 && { graphTooltip: numberAt(model, 'graphTooltip') ?? 0 }),
    ...(last === undefined && { time: model['time'] }),
    ...(refresh === undefined && { refresh: '' }),
    ...(links.length > 0 && !arePlain && { links }),
    ...saying({ weekStart: model['weekStart'], liveNow: model['liveNow'] === true ? true : undefined }),
    ...(timezone !== '' && !isTimezone(timezone) && { timezone }),
  };
  return {
    uid: uidOf(model, application),
    ...(folder !== undefined && folder !== '' && { folder }),
    description: description === '' ? title || 'Dashboard' : description,
    ...(tags.length > 0 && { tags }),
    ...(links.length > 0 &&
      arePlain && {
        links: links.map((link) => ({ title: textAt(link, 'title') ?? '', url: textAt(link, 'url') ?? '' })),
      }),
    ...(refresh !== undefined && { refresh }),
    ...(timezone !== '' && timezone !== 'browser' && isTimezone(timezone) && { timezone }),
    ...(last !== undefined && { last }),
    ...(annotations.length > 0 && { annotations }),
    ...(Object.keys(more).length > 0 && { more }),
  };
};

/** What of a dashboard as a whole is not as it was. */
export const wholeDifferences = ({ model }: ReadDashboard, whole: Whole): readonly Difference[] => {
  const told = (what: string, why: string): Difference => ({ where: '', what, why });
  const uid = textAt(model, 'uid') ?? '';
  const asksDefault = JSON.stringify([model['panels'] ?? model['rows'], model['templating']]);
  return [
    ...(uid === whole.uid
      ? []
      : [
          told(
            `uid ${uid === '' ? 'none' : `'${uid}'`}, now '${whole.uid}'`,
            uid === ''
              ? 'Grafana would make another at each import'
              : 'an object of Kubernetes is called so, in small letters',
          ),
        ]),
    ...(textAt(model, 'description') === undefined || whole.description === textAt(model, 'title')
      ? [told('description', 'it has none, so that its title stands for it')]
      : []),
    ...(listAt(model, '__inputs').length > 0 || !asksDefault.includes('"datasource"')
      ? [
          told(
            'data source',
            "it asks whoever imports it, or Grafana's default: it asks the application's own Prometheus",
          ),
        ]
      : []),
    ...(model['editable'] === false ? [] : [told('editable', 'changes are made in code')]),
  ];
};

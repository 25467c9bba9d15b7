import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { repeated } from '#ground/repeated.js';
import { type Written } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, textOf } from '#ground/yaml-tree.js';
import { type Form, type Reading, reading } from './field.js';
import { type WrittenInterval, readIntervals } from './interval.js';
import { type WrittenReceiver, readReceiver } from './receiver.js';
import { type WrittenInhibition, type WrittenRoute, readInhibition, readRoute, routesIn } from './route.js';

/** Who is told of which alerts, as somebody wrote it. */
export interface WrittenRouting {
  readonly form: Form;
  readonly file: string;
  readonly line: number;
  /** Of an AlertmanagerConfig. */
  readonly name: string;
  readonly namespace: string;
  readonly receivers: readonly WrittenReceiver[];
  readonly intervals: readonly WrittenInterval[];
  readonly route: WrittenRoute;
  readonly inhibit: readonly WrittenInhibition[];
  /** What is said once for all of a file; nothing of an AlertmanagerConfig. */
  readonly global?: Yaml;
  /** Globs of files with templates. */
  readonly templates: readonly string[];
}

/** What was read of a document: nothing where it is no configuration of Alertmanager's. */
export interface RoutingRead {
  readonly routing?: WrittenRouting;
  readonly faults: readonly Fault[];
}

/**
 * A configuration of Alertmanager, https://prometheus.io/docs/alerting/latest/configuration/, in words of old too (`match`, `match_re`), or an
 * AlertmanagerConfig of the operator.
 */
export const readRouting = (written: Written): RoutingRead => {
  const { root, kind, file } = written;
  if (kind === 'AlertmanagerConfig') {
    const spec = fieldOf(root, 'spec');
    return spec ? readForm('AlertmanagerConfig', file, spec, fieldOf(root, 'metadata')) : { faults: [] };
  }
  return kind === undefined && fieldOf(root, 'route') && fieldOf(root, 'receivers')
    ? readForm('alertmanager.yml', file, root)
    : { faults: [] };
};

const readForm = (form: Form, file: string, root: Yaml, metadata?: Yaml): RoutingRead => {
  const read = reading(form, file);
  const route = read.field(root, 'route');
  const global = form === 'alertmanager.yml' ? read.field(root, 'global') : undefined;
  const routing: WrittenRouting = {
    ...{ form, file, line: root.line },
    name: (metadata && textOf(metadata, 'name')) ?? '',
    namespace: (metadata && textOf(metadata, 'namespace')) ?? 'default',
    receivers: read.list(root, 'receivers').map((each) => readReceiver(each, read)),
    intervals: readIntervals(root, read),
    route: route ? readRoute(route, read) : { receiver: '', line: root.line, matchers: [], routes: [] },
    inhibit: read.list(root, 'inhibit_rules').map((each) => readInhibition(each, read)),
    ...(global && { global }),
    templates: read.texts(root, 'templates'),
  };
  check(routing, read);
  return { routing, faults: read.faults };
};

/** What Alertmanager refuses of a configuration as a whole. */
const check = ({ form, receivers, intervals, route, line }: WrittenRouting, { refuse }: Reading): void => {
  const names = receivers.map(({ name }) => name);
  const known = intervals.map(({ name }) => name);
  for (const each of routesIn(route)) {
    if (each.receiver === '') refuse(line, '', 'the top route has no receiver', 'write receiver:');
    else if (!names.includes(each.receiver))
      refuse(
        each.line,
        each.receiver,
        `there is no receiver ${each.receiver}`,
        instead(each.receiver, names),
      );
    for (const name of [...(each.muteTimeIntervals ?? []), ...(each.activeTimeIntervals ?? [])])
      if (!known.includes(name))
        refuse(
          each.line,
          name,
          `there is no time interval ${name}`,
          known.length > 0 ? instead(name, known) : 'write it under time_intervals',
        );
  }
  if (form === 'alertmanager.yml' && route.matchers.length > 0)
    refuse(
      route.line,
      '',
      'the top route has matchers, and must take every alert',
      'move them to a route below it',
    );
  for (const [, again] of repeated(receivers, ({ name }) => name))
    refuse(again.line, again.name, `there is a receiver ${again.name} already`, 'give it another name');
};

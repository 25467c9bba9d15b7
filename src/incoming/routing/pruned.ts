import { type Fault, Refusal } from '#ground/fault.js';
import type { Language } from '#ground/language.js';
import type { LeftOut } from '#incoming/plan/left-out.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { AlertLabels } from '#routing/carried.js';
import { idleInhibitions } from '#routing/idle-inhibition.js';
import { idleGroupings, idleRoutes } from '#routing/idle.js';
import { printMatcher } from '#routing/matcher.js';
import { type Routing, routing } from '#routing/routing.js';
import type { WrittenRoute } from '#routing/read/route.js';
import type { Draft, Drafted } from './draft.js';
import { wordedMatchers } from './matchers.js';
import { specOf } from './spec.js';

/** What the routing is to be sound among. */
export interface Among {
  readonly application: string;
  readonly language: Language;
  /** Alerts of the application, with the labels by which it is told from others. */
  readonly alerts: readonly AlertLabels[];
  readonly severities: readonly string[];
  readonly file: string;
}

/** A routing that is sound, of which all that was wrong is left out. */
export interface Pruned extends Drafted {
  readonly made: Routing;
}

/** The routing as the application makes it, with what is wrong with it among its alerts. */
const madeOf = (draft: Draft, { application, language, alerts, severities }: Among) => {
  const spec = specOf(draft);
  const { route } = spec;
  try {
    const made = routing({
      ...spec,
      language,
      severities: ['none', ...severities],
      route: { ...route, matchers: { application, ...route.matchers } },
    });
    const faults = [
      ...idleRoutes(made, alerts),
      ...idleGroupings(made, alerts),
      ...idleInhibitions(made.inhibit, alerts),
    ];
    return { made, faults };
  } catch (error) {
    if (error instanceof Refusal) return { faults: error.faults };
    throw error;
  }
};

/**
 * A draft without what our words refuse, and without routes and inhibitions that none of the alerts takes: they are of alerts that did not come
 * along. One piece is taken away at a time, the last first, since others follow from it.
 */
export const pruned = (drafted: Drafted, among: Among): Pruned => {
  const unworded = withoutUnworded(drafted, among.file);
  let { draft } = unworded;
  const leftOut = [...unworded.leftOut];
  for (;;) {
    const { made, faults } = madeOf(draft, among);
    const fault = faults.findLast(({ isHint }) => !isHint);
    if (made && !fault) return { draft, leftOut, made };
    const next = fault && without(draft, fault, among.file);
    if (!next) throw new Refusal(`routing of ${among.file}: ${fault?.why ?? ''}`, faults, among.file);
    ({ draft } = next);
    leftOut.push(next.left);
  }
};

interface Step {
  readonly draft: Draft;
  readonly left: LeftOut;
}

const pathOf = (where: string): readonly number[] =>
  [...where.matchAll(/routes\[(\d+)\]/g)].map(([, i]) => Number(i));

const routeAt = (route: WrittenRoute | undefined, path: readonly number[]): WrittenRoute | undefined =>
  path.reduce<WrittenRoute | undefined>((at, i) => at?.routes[i], route);

/** A tree with another route at a place, or with none. */
const changed = (
  route: WrittenRoute,
  [first, ...rest]: readonly number[],
  change: (at: WrittenRoute) => WrittenRoute | undefined,
): WrittenRoute => {
  if (first === undefined) return change(route) ?? route;
  return {
    ...route,
    routes: route.routes.flatMap((each, i) => {
      if (i !== first) return [each];
      return rest.length > 0 ? [changed(each, rest, change)] : (change(each) ?? []);
    }),
  };
};

/** What a route is, to whoever reads of it: its matchers, and whom it tells. */
const routeText = ({ matchers, receiver }: WrittenRoute): string =>
  `route {${matchers.map(printMatcher).join(', ')}} to ${receiver}`;

const withoutRoute = (draft: Draft, path: readonly number[], why: string, file: string): Step | undefined => {
  const route = routeAt(draft.route, path);
  return route && path.length > 0
    ? {
        draft: { ...draft, route: changed(draft.route, path, () => undefined) },
        left: { what: routeText(route), place: { file, line: route.line }, why },
      }
    : undefined;
};

/** A draft without what a fault is about. */
const without = (draft: Draft, { where, what, why }: Fault, file: string): Step | undefined => {
  const [, narrowed] = /^inhibit\[(\d+)\]\.equal$/.exec(where) ?? [];
  if (narrowed !== undefined) return withLabel(draft, Number(narrowed), what, why, file);
  const [, inhibited] = /^inhibit\[(\d+)\]/.exec(where) ?? [];
  if (inhibited !== undefined) {
    const rule = draft.inhibit[Number(inhibited)];
    return {
      draft: { ...draft, inhibit: draft.inhibit.filter((each) => each !== rule) },
      left: { what: `inhibition ${inhibited}`, place: { file, line: rule?.line ?? 1 }, why },
    };
  }
  const [, receiver, nth] = /^receivers\.([\w.-]+?)(?:\[(\d+)\].*)?$/.exec(where) ?? [];
  if (receiver !== undefined) return withoutReceiver(draft, receiver, nth, why, file);
  const [, interval] = /^timeIntervals\.(.+?)(?:\[.*)?$/.exec(where) ?? [];
  if (interval !== undefined)
    return {
      draft: { ...draft, intervals: new Map([...draft.intervals].filter(([name]) => name !== interval)) },
      left: { what: `time interval ${interval}`, place: { file, line: draft.route.line }, why },
    };
  const path = pathOf(where);
  const [, field] =
    /\.(groupBy|groupWait|groupInterval|repeatInterval|muteTimeIntervals|activeTimeIntervals)$/.exec(where) ??
    [];
  return field === undefined
    ? withoutRoute(draft, path, why, file)
    : withoutField(draft, path, field, what, why, file);
};

/** An inhibition of alerts alone that have a label which must be equal: of two that both lack it, either would silence the other. */
const withLabel = (draft: Draft, nth: number, label: string, why: string, file: string): Step => {
  const has: LabelMatcher = { label, operator: '!=', value: '' };
  const inhibit = draft.inhibit.map((each, i) =>
    i === nth ? { ...each, target: [...each.target, has] } : each,
  );
  const place = { file, line: draft.inhibit[nth]?.line ?? 1 };
  return {
    draft: { ...draft, inhibit },
    left: { what: `inhibition ${nth} of alerts without ${label}`, place, why },
  };
};

const withoutReceiver = (
  draft: Draft,
  name: string,
  nth: string | undefined,
  why: string,
  file: string,
): Step => {
  const kept = nth === undefined ? undefined : draft.receivers.get(name)?.filter((_, i) => i !== Number(nth));
  const receivers = new Map(
    [...draft.receivers].flatMap(([each, its]) =>
      each !== name ? [[each, its]] : kept ? [[each, kept]] : [],
    ),
  );
  const what = nth === undefined ? `receiver ${name}` : `receiver ${name}, integration ${Number(nth) + 1}`;
  return { draft: { ...draft, receivers }, left: { what, place: { file, line: draft.route.line }, why } };
};

const withoutField = (
  draft: Draft,
  path: readonly number[],
  field: string,
  what: string,
  why: string,
  file: string,
): Step | undefined => {
  const route = routeAt(draft.route, path);
  if (!route) return undefined;
  const { groupBy, ...others } = route;
  const left = (groupBy ?? []).filter((label) => label !== what);
  const isGrouping = field === 'groupBy';
  const next = isGrouping
    ? { ...others, ...(left.length > 0 && { groupBy: left }) }
    : { ...Object.fromEntries(Object.entries(route).filter(([name]) => name !== field)), ...fixed(route) };
  return {
    draft: { ...draft, route: changed(draft.route, path, () => next) },
    left: {
      what: `${routeText(route)}: ${field}${isGrouping ? ` ${what}` : ''}`,
      place: { file, line: route.line },
      why,
    },
  };
};

const fixed = ({ line, receiver, matchers, routes }: WrittenRoute) => ({ line, receiver, matchers, routes });

/** A draft without routes and inhibitions whose matchers no word says. */
const withoutUnworded = ({ draft, leftOut }: Drafted, file: string): Drafted => {
  const isWorded = (matchers: WrittenRoute['matchers']): boolean => wordedMatchers(matchers) !== undefined;
  const lost: LeftOut[] = [];
  const kept = (route: WrittenRoute): WrittenRoute => ({
    ...route,
    routes: route.routes.flatMap((each) => {
      if (isWorded(each.matchers)) return [kept(each)];
      lost.push({ what: routeText(each), place: { file, line: each.line }, why: unworded });
      return [];
    }),
  });
  const route = kept(draft.route);
  const inhibit = draft.inhibit.filter((each) => {
    const isKept = isWorded(each.source) && isWorded(each.target);
    if (!isKept) lost.push({ what: 'inhibition', place: { file, line: each.line }, why: unworded });
    return isKept;
  });
  return { draft: { ...draft, route, inhibit }, leftOut: [...leftOut, ...lost] };
};

const unworded = 'no match of ours says all of its matchers, or JavaScript does not read one of its patterns';

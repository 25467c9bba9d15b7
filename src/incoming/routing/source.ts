import type { Language } from '#ground/language.js';
import { type Code, called, list, object, openObject, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import { quoted } from '#incoming/code/text.js';
import type { LeftOut } from '#incoming/plan/left-out.js';
import { duration } from '#ground/duration.js';
import { textOf } from '#ground/yaml-tree.js';
import { secondsIn } from '#promql/expr/length.js';
import type { AlertLabels } from '#routing/carried.js';
import { courses } from '#routing/reach.js';
import { wakes } from '#routing/receiver/paging.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';
import type { Routing } from '#routing/routing.js';
import { always, everSends } from '#routing/week.js';
import type { WrittenRouting } from '#routing/read/read.js';
import type { WrittenRoute } from '#routing/read/route.js';
import { type Draft, drafted } from './draft.js';
import { plainCode } from '#incoming/settings/plain-code.js';
import { wordedMatchers } from './matchers.js';
import { pruned } from './pruned.js';
import { type NamedSecret, secretNames } from '#incoming/settings/secrets.js';

/** What the routing of an application is written for. */
export interface RoutingAsked {
  readonly application: string;
  readonly title: string;
  readonly language: Language;
  /** Its alerts as they are in the application: `alertname`, `severity`, `application`, `component`, `namespace` among their labels. */
  readonly alerts: readonly AlertLabels[];
  /** Severities of others, with what each is like. */
  readonly severities: Readonly<Record<string, string>>;
}

/** The routing of an application as TypeScript. */
export interface RoutingSource {
  /** `routing.ts`, which exports `routing`. */
  readonly text: string;
  /** What it is, as the application makes it. */
  readonly made: Routing;
  /** Secrets that it names, each with where it stood; those that are new must be made. */
  readonly secrets: readonly NamedSecret[];
  readonly leftOut: readonly LeftOut[];
}

const texts = (values: readonly string[] | undefined): Code | undefined =>
  values === undefined || values.length === 0
    ? undefined
    : list(values.map((each) => verbatim(quoted(each))));
const text = (value: string | undefined): Code | undefined =>
  value === undefined ? undefined : verbatim(quoted(value));

const routeCode = (route: WrittenRoute, above: string | undefined): Code => {
  const { matchers, routes, receiver } = route;
  const fields = {
    receiver: receiver === above ? undefined : text(receiver),
    matchers: wordedMatchers(matchers)?.code,
    groupBy: texts(route.groupBy),
    groupWait: text(route.groupWait),
    groupInterval: text(route.groupInterval),
    repeatInterval: text(route.repeatInterval),
    continue: route.continue === true ? verbatim('true') : undefined,
    muteTimeIntervals: texts(route.muteTimeIntervals),
    activeTimeIntervals: texts(route.activeTimeIntervals),
    routes: routes.length === 0 ? undefined : list(routes.map((each) => routeCode(each, receiver))),
  };
  return routes.length === 0 ? object(fields) : openObject(fields);
};

const receiverCode = (integrations: readonly { readonly code: Code }[]): Code => {
  const [first, ...others] = integrations.map(({ code }) => code);
  return first && others.length === 0 ? first : list([...(first ? [first] : []), ...others]);
};

const codeOf = (
  { receivers, intervals, route, inhibit }: Draft,
  more: Readonly<Record<string, Code | undefined>>,
): Code =>
  called(
    'ownRouting',
    openObject({
      receivers: openObject(
        Object.fromEntries([...receivers].map(([name, integrations]) => [name, receiverCode(integrations)])),
      ),
      timeIntervals:
        intervals.size === 0
          ? undefined
          : openObject(
              Object.fromEntries([...intervals].map(([name, its]) => [name, plainCode(its, new Set())])),
            ),
      route: routeCode(route, undefined),
      inhibit:
        inhibit.length === 0
          ? undefined
          : list(
              inhibit.map(({ source, target, equal }) =>
                object({
                  source: wordedMatchers(source)?.code ?? object({}),
                  target: wordedMatchers(target)?.code ?? object({}),
                  equal: list(equal.map((label) => verbatim(quoted(label)))),
                }),
              ),
            ),
      ...more,
    }),
  );

const unpagedWords = (title: string, file: string): Readonly<Record<Language, string>> => ({
  ko: `${file}에서 가져온 그대로이며, ${title}의 critical 알림 가운데 사람을 깨우지 않는 것이 있습니다.`,
  en: `It is as ${file} had it: some of what is critical of ${title} wakes nobody.`,
});

const isCritical = ({ labels }: AlertLabels, severities: RoutingAsked['severities']): boolean => {
  const severity = labels['severity'] ?? '';
  return severity === 'critical' || severities[severity] === 'critical';
};

/** Whether some alert that is critical may wake nobody. */
const sleepsThrough = (made: Routing, { alerts, severities }: RoutingAsked): boolean =>
  alerts
    .filter((alert) => isCritical(alert, severities))
    .some((alert) =>
      courses(made, alert)
        .filter((course) => course.length > 0)
        .some((course) => {
          const waking = course.filter(({ receiver }) => wakes(made.receivers[receiver] ?? []));
          return !everSends(waking, made.timeIntervals, always);
        }),
    );

/**
 * The routing of an application, of a configuration of Alertmanager that came in. Its secrets are named, and written nowhere. What our words do
 * not say, and what is of alerts that did not come along, is left out with the reason.
 */
export const routingSource = (written: WrittenRouting, asked: RoutingAsked): RoutingSource => {
  const { application, title, language, alerts, severities } = asked;
  const secrets = secretNames(application);
  const among = { application, language, alerts, severities: Object.keys(severities), file: written.file };
  const { draft, leftOut, made } = pruned(drafted(written, secrets), among);
  const timeout = written.global && textOf(written.global, 'resolve_timeout');
  const seconds = timeout === undefined ? undefined : secondsIn(timeout);
  const code = codeOf(draft, {
    resolveTimeout: seconds === undefined || seconds === 300 ? undefined : text(duration(seconds)),
    unpaged: sleepsThrough(made, asked) ? text(unpagedWords(title, written.file)[language]) : undefined,
  });
  const used = new Set<unknown>(secretsIn(made));
  return {
    text: moduleText(importsOf([code], {}, ['fileOf']), [declaration('routing', code)]),
    made,
    secrets: secrets.all().filter(({ secret }) => used.has(secret)),
    leftOut,
  };
};

const secretsIn = ({ receivers }: Routing): readonly unknown[] =>
  Object.values(receivers).flat().flatMap(secretsOf);

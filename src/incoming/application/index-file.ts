import type { Severities } from '#incoming/plan/severities.js';
import { type Code, called, list, object, openObject, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import { quoted } from '#incoming/code/text.js';
import type { Naming } from '#new/naming.js';

/** What stands in other files, by its name in code. */
export interface Part {
  readonly code: string;
  /** From the folder of the application: `./alerts/node.ts`. */
  readonly file: string;
}

/** What an application is made of. */
export interface Parts {
  readonly namespace: string;
  readonly severities: Severities;
  /** Whether some alert is critical, so that somebody must say why nobody is paged. */
  readonly isCritical: boolean;
  /** Catalogues of what others scrape. */
  readonly platform: readonly string[];
  readonly metrics: readonly Part[];
  readonly groups: readonly Part[];
  readonly dashboards: readonly Part[];
  /** Who is told, where that came in too. */
  readonly routing?: Part;
  readonly services?: Part;
  readonly scrapes?: Part;
}

const names = (parts: readonly { readonly code: string }[]): Code =>
  list(parts.map(({ code }) => verbatim(code)));

/** A channel to be filled in, where nothing came in of who is told. */
const someRouting = ({ name, language, title }: Naming, isCritical: boolean): Code => {
  const unpaged = {
    ko: `${title}의 알림은 Slack으로만 갑니다.`,
    en: `Slack is all that ${title} has.`,
  };
  const channel = object({
    url: called('secret', verbatim(quoted(`${name}-slack`)), verbatim("'url'")),
    channel: verbatim(quoted(`#${name}-alerts`)),
  });
  return called(
    'ownRouting',
    openObject({
      receivers: openObject({ oncall: called('slack', channel) }),
      route: object({ receiver: verbatim("'oncall'"), groupBy: list([verbatim("'alertname'")]) }),
      unpaged: isCritical ? verbatim(quoted(unpaged[language])) : undefined,
    }),
  );
};

/** `index.ts`: the application that all of it is. */
export const indexText = (naming: Naming, parts: Parts, ending: string): string => {
  const { namespace, severities, platform, metrics, groups, dashboards, routing, services, scrapes } = parts;
  const likened = Object.entries(severities);
  const value = called(
    'application',
    verbatim(quoted(naming.name)),
    openObject({
      title: verbatim(quoted(naming.title)),
      language: verbatim(quoted(naming.language)),
      namespace: verbatim(quoted(namespace)),
      severities:
        likened.length === 0
          ? undefined
          : object(Object.fromEntries(likened.map(([name, like]) => [name, verbatim(quoted(like))]))),
      services: services && (services.code === 'services' ? true : verbatim(services.code)),
      scrapes: scrapes && (scrapes.code === 'scrapes' ? true : verbatim(scrapes.code)),
      platform:
        platform.length + metrics.length === 0
          ? undefined
          : list([...platform.map(verbatim), ...metrics.map(({ code }) => verbatim(code))]),
      groups: names(groups),
      dashboards: dashboards.length === 0 ? undefined : names(dashboards),
      routing:
        routing === undefined
          ? someRouting(naming, parts.isCritical)
          : routing.code === 'routing'
            ? true
            : verbatim(routing.code),
      runbook: verbatim('runbookOf'),
    }),
  );
  const files = Object.fromEntries([
    ['runbookOf', `../runbooks.${ending}`],
    ...[metrics, groups, dashboards, routing ?? [], services ?? [], scrapes ?? []]
      .flat()
      .map(({ code, file }) => [code, file]),
  ]);
  return moduleText(importsOf([value], files, []), [declaration(naming.code, value)]);
};

import type { Place } from '#rules/rule.js';
import type { Code } from '#incoming/code/code.js';
import type { LeftOut } from '#incoming/plan/left-out.js';
import type { Integration } from '#routing/receiver/receiver.js';
import type { WrittenIntegration, WrittenReceiver } from '#routing/read/receiver.js';
import type { WrittenInhibition, WrittenRoute } from '#routing/read/route.js';
import type { WrittenRouting } from '#routing/read/read.js';
import type { TimeInterval } from '#routing/time-interval.js';
import { called } from '#incoming/code/code.js';
import { plainCode } from '#incoming/settings/plain-code.js';
import { makers } from './integrations.js';
import { calledTemplates } from './messages.js';
import { writtenOut } from './own.js';
import type { SecretNames } from '#incoming/settings/secrets.js';
import { settingsOf } from '#incoming/settings/settings.js';

/** One way to tell somebody, in our words. */
export interface DraftIntegration {
  readonly integration: Integration;
  readonly code: Code;
}

/** Who is told of what, as far as our words say it: what is wrong with it is taken away piece by piece. */
export interface Draft {
  readonly receivers: ReadonlyMap<string, readonly DraftIntegration[]>;
  readonly intervals: ReadonlyMap<string, readonly TimeInterval[]>;
  readonly route: WrittenRoute;
  readonly inhibit: readonly WrittenInhibition[];
}

/** A draft, and what came in and is not in it. */
export interface Drafted {
  readonly draft: Draft;
  readonly leftOut: readonly LeftOut[];
}

/** A name as our receivers have one, and as the operator puts it behind others. */
const nameOf = (name: string): string =>
  name.replace(/[^\w.-]+/g, '-').replace(/^[^a-zA-Z0-9]+/, '') || 'nobody';

/** The first draft of a configuration. */
export const drafted = (written: WrittenRouting, secrets: SecretNames): Drafted => {
  const { file, receivers, intervals, route, inhibit, templates } = written;
  const read = receivers.map(
    (receiver) => [nameOf(receiver.name), draftReceiver(receiver, written, secrets)] as const,
  );
  const beyond = intervals.filter((each) => each.beyond.length > 0);
  const unsaid = new Set(beyond.map(({ name }) => name));
  return {
    draft: {
      receivers: new Map(read.map(([name, { made }]) => [name, made])),
      intervals: new Map(
        intervals.filter(({ name }) => !unsaid.has(name)).map((each) => [each.name, each.intervals]),
      ),
      route: renamed(route, unsaid),
      inhibit,
    },
    leftOut: [
      ...read.flatMap(([, { leftOut }]) => leftOut),
      ...beyond.map(({ name, line, beyond: fields }) => ({
        what: `time interval ${name}`,
        place: { file, line },
        why: `no word of ours says ${fields.join(', ')}: routes send at these times too`,
      })),
      ...templates.map((glob) => ({
        what: `templates ${glob}`,
        place: { file, line: written.line },
        why: 'files of templates are an Alertmanager’s own; a message that calls one of them speaks our words',
      })),
    ],
  };
};

const renamed = (route: WrittenRoute, unsaid: ReadonlySet<string>): WrittenRoute => {
  const { muteTimeIntervals, activeTimeIntervals, ...others } = route;
  const [mute, active] = [muteTimeIntervals, activeTimeIntervals].map((names = []) =>
    names.filter((name) => !unsaid.has(name)),
  );
  return {
    ...others,
    receiver: nameOf(route.receiver),
    ...(mute && mute.length > 0 && { muteTimeIntervals: mute }),
    ...(active && active.length > 0 && { activeTimeIntervals: active }),
    routes: route.routes.map((each) => renamed(each, unsaid)),
  };
};

interface ReceiverDraft {
  readonly made: readonly DraftIntegration[];
  readonly leftOut: readonly LeftOut[];
}

/** Each list of one service is written by our word, or as it stands: never half of it by each. */
const draftReceiver = (
  receiver: WrittenReceiver,
  written: WrittenRouting,
  secrets: SecretNames,
): ReceiverDraft => {
  const services = [...new Set(receiver.integrations.map(({ service }) => service))];
  const all = services.map((service) => {
    const its = receiver.integrations.filter((each) => each.service === service);
    const worded = its.map((each) => inWords(each, receiver, written, secrets));
    return worded.every((each) => each !== undefined)
      ? worded
      : its.map((each) => ({ made: asItStands(each, receiver, written, secrets), leftOut: [] }));
  });
  return {
    made: all.flat().map(({ made }) => made),
    leftOut: all.flat().flatMap(({ leftOut }) => leftOut),
  };
};

const aroundOf = (
  { service }: WrittenIntegration,
  { name }: WrittenReceiver,
  { form, file }: WrittenRouting,
  secrets: SecretNames,
) => ({
  ...{ form, file, owner: name, secrets },
  of: `${service} of receiver ${name}`,
});

const asItStands = (
  each: WrittenIntegration,
  receiver: WrittenReceiver,
  written: WrittenRouting,
  secrets: SecretNames,
): DraftIntegration =>
  writtenOut(each.service, each.settings, aroundOf(each, receiver, written, secrets), each.sendResolved);

/** What all integrations of one service share, by which a secret of `global` is named. */
const globalOwner: Readonly<Record<string, string>> = { slack: 'slack', opsgenie: 'opsgenie', email: 'smtp' };

const inWords = (
  each: WrittenIntegration,
  receiver: WrittenReceiver,
  written: WrittenRouting,
  secrets: SecretNames,
): { readonly made: DraftIntegration; readonly leftOut: readonly LeftOut[] } | undefined => {
  const { service, settings: yaml } = each;
  const around = aroundOf(each, receiver, written, secrets);
  const settings = settingsOf(yaml, around);
  settings.truth('send_resolved');
  const global = settingsOf(written.global ?? { type: 'nothing', line: written.line }, {
    ...around,
    owner: globalOwner[service] ?? service,
    of: `global of ${service}`,
  });
  const made = makers[service]?.(settings, global);
  if (!made) return undefined;
  const place: Place = { file: written.file, line: each.line };
  const known = new Set<unknown>(secrets.all().map(({ secret }) => secret));
  return {
    made: { integration: made.integration, code: called(made.word, plainCode(made.given, known)) },
    leftOut: [
      ...settings.unread().map((field) => ({
        what: `${around.of}: ${field}`,
        place,
        why: `${made.word}(…) has no word for it`,
      })),
      ...textsIn(yaml).flatMap((text) =>
        calledTemplates(text).map((name) => ({
          what: `${around.of}: template ${name}`,
          place,
          why: 'its text stands in a file of templates, which did not come along: our own words are sent',
        })),
      ),
    ],
  };
};

/** All texts of an entry. */
const textsIn = (yaml: WrittenIntegration['settings']): readonly string[] => {
  switch (yaml.type) {
    case 'text':
      return [yaml.text];
    case 'list':
      return yaml.items.flatMap(textsIn);
    case 'map':
      return [...yaml.fields.values()].flatMap(({ value }) => textsIn(value));
    case 'nothing':
      return [];
  }
};

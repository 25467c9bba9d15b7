import type { SimulatedFault } from '#rehearsal/life/fault.js';
import type { Stage } from '#rehearsal/stage/stage.js';
import { subjectOf } from './subject.js';
import type { Step } from './result.js';
import type { Sight } from './watch.js';

/** When a fault was pressed and mended, in milliseconds since 1970. */
export interface Pressed {
  readonly fault: SimulatedFault;
  readonly on: number;
  readonly off?: number;
}

type Raw = Omit<Step, 'since'>;

const earliest = <T>(all: readonly T[], at: (each: T) => number | undefined): number | undefined => {
  const moments = all.map(at).filter((each) => each !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
};

const step = (alert: string, what: Step['what'], at: number | undefined, text: string): readonly Raw[] =>
  at === undefined ? [] : [{ alert, what, at, text }];

const suppressedText = {
  silenced: 'Alertmanager has it, and a silence keeps it from everybody',
  inhibited: 'Alertmanager has it, and another alert that fires keeps it from everybody',
  muted: 'Alertmanager has it, and its route keeps hours',
} as const;

/** What is said of an alert that was pressed for. */
const ofAlert = ({ fault, on, off }: Pressed, { life, messages }: Stage, sight: Sight): readonly Raw[] => {
  const { name } = fault.alert;
  const seen = sight.seen.filter((each) => each.labels['alertname'] === name && (each.endedAt ?? on) >= on);
  const grouped = sight.grouped.filter(
    ({ alert, since }) => alert.labels['alertname'] === name && since >= on,
  );
  const firing = earliest(seen, ({ firingAt }) => firingAt);
  const active = earliest(seen, ({ activeAt }) => activeAt);
  const receivers = [...new Set(grouped.map(({ alert }) => alert.receiver))];
  const suppressed = (['silenced', 'inhibited', 'muted'] as const).flatMap((by) =>
    step(
      name,
      by,
      earliest(grouped, (each) => (each.suppressed?.by === by ? each.suppressed.at : undefined)),
      suppressedText[by],
    ),
  );
  return [
    ...step(name, 'fault', on, fault.scenario.when),
    ...step(name, 'condition', life.shown(fault), 'it is in what is scraped'),
    ...step(name, 'pending', active, `its expression has it; for ${fault.alert.for}`),
    ...step(name, 'firing', firing, seen[0]?.summary ?? ''),
    ...step(
      name,
      'grouped',
      earliest(grouped, ({ since }) => since),
      receivers.join(', '),
    ),
    ...suppressed,
    ...messages
      .filter(({ alerts, at }) => alerts.includes(name) && at >= on)
      .flatMap((message) =>
        step(
          name,
          message.isResolved ? 'resolved' : 'sent',
          message.at,
          `${message.to} (${message.receiver}): ${subjectOf(message)}`,
        ),
      ),
    ...step(name, 'mended', off, 'the fault is mended'),
  ];
};

/** What happened of alerts that were pressed for, in the order in which it did, with seconds since each condition began. */
export const stepsOf = (pressed: readonly Pressed[], stage: Stage, sight: Sight): readonly Step[] =>
  pressed
    .flatMap((each) => {
      const began = stage.life.shown(each.fault) ?? each.on;
      return ofAlert(each, stage, sight).map((raw) => ({ ...raw, since: (raw.at - began) / 1_000 }));
    })
    .map((each, i) => ({ each, i }))
    .sort((a, b) => a.each.at - b.each.at || a.i - b.i)
    .map(({ each }) => each);

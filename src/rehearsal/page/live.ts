import type { Message } from '#browser/wire/message.js';
import type { AlertState, Happened, Point, Rehearsal, TargetState } from '#browser/wire/rehearsal.js';
import type { SimulatedFault } from '#rehearsal/life/fault.js';
import { type Pressed, stepsOf } from '#rehearsal/drill/steps.js';
import { watch } from '#rehearsal/drill/watch.js';
import { type MadeSilence, silence, unsilence } from '#rehearsal/servers/alertmanager-api.js';
import { targetStates } from '#rehearsal/servers/prometheus-api.js';
import type { Stage } from '#rehearsal/stage/stage.js';
import { curveOf, describedOf, runbookOf, stageOf } from './alerts.js';
import { inInbox } from './inbox.js';
import { partsOf } from './parts.js';

type OnStage = Omit<Rehearsal, 'applications' | 'preparing'>;

/** A stage that people press buttons of. */
export interface Live {
  readonly state: () => OnStage;
  /** What is wrong with the id of a fault; nothing where it was pressed. */
  readonly press: (id: string, isOn: boolean) => Promise<string | undefined>;
  readonly look: (alert: string) => string | undefined;
  /** @param minutes of life. */
  readonly silence: (alert: string, minutes: number) => Promise<string | undefined>;
  readonly unsilence: (id: string) => Promise<string | undefined>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds between two looks at what changes slowly: the targets, and the curve of the alert that is looked at. */
const slowly = 500;

export const live = (stage: Stage, changed: () => void): Live => {
  const { rehearsed, faults, targets, factor, messages, life } = stage;
  const { application } = rehearsed;
  const described = describedOf(application, factor);
  let pressed: readonly Pressed[] = [];
  let silences: readonly MadeSilence[] = [];
  let states: readonly TargetState[] = [];
  let looked:
    { readonly alert: string; readonly runbook: string; readonly curve: readonly Point[] } | undefined;

  const refresh = async (): Promise<void> => {
    states = await targetStates(stage.prometheus);
    const of = described.find(({ name }) => name === looked?.alert);
    if (of && looked) {
      const { alert } = looked;
      const curve = await curveOf(stage.prometheus, of, factor);
      if (looked.alert === alert) looked = { ...looked, curve };
    }
  };
  // What fails once is asked again.
  const timer = setInterval(() => void refresh().then(changed, () => undefined), slowly);
  const looking = watch(stage, changed);
  const known = (alert: string): string | undefined =>
    described.some(({ name }) => name === alert) ? undefined : `There is no alert ${alert}.`;

  const alertState = (each: (typeof described)[number]): AlertState => ({
    ...each,
    ...stageOf(each.name, looking.sight(), messages),
    curve: looked?.alert === each.name ? looked.curve : [],
    runbook: looked?.alert === each.name ? looked.runbook : '',
  });

  const pressFault = async (fault: SimulatedFault, isOn: boolean): Promise<void> => {
    if (life.isOn(fault) === isOn) return;
    await stage.press(fault, isOn);
    const at = Date.now();
    pressed = isOn
      ? [...pressed, { fault, on: at }]
      : pressed.map((each) =>
          each.fault.id === fault.id && each.off === undefined ? { ...each, off: at } : each,
        );
    changed();
  };

  const shown = (): readonly Message[] =>
    messages.map((message) => inInbox(message, stage.rehearsed, looking.sight().seen));
  const astray = ({ at, to, alerts, wrong }: Message): readonly Happened[] => {
    if (wrong === undefined) return [];
    const cause = pressed.find(({ fault }) => alerts.includes(fault.alert.name)) ?? pressed[0];
    const began = cause ? (life.shown(cause.fault) ?? cause.on) : at;
    const [alert = ''] = alerts;
    return [{ at, since: (at - began) / 1_000, what: 'wrong', text: `${to}: ${wrong}`, alert }];
  };

  return {
    state: () => ({
      application: application.name,
      language: application.language,
      pace: factor,
      now: Date.now(),
      parts: partsOf(faults, targets, life),
      targets: states,
      alerts: described.map(alertState),
      ...(looked && { looked: looked.alert }),
      inbox: shown(),
      happened: [...stepsOf(pressed, stage, looking.sight()), ...shown().flatMap(astray)].toSorted(
        (a, b) => a.at - b.at,
      ),
      silences: silences
        .filter(({ until }) => until > Date.now())
        .map(({ id, alert, until }) => ({ id, alert, until })),
    }),
    press: async (id, isOn) => {
      const fault = faults.find((each) => each.id === id);
      if (!fault) return `There is no fault ${id}.`;
      await pressFault(fault, isOn);
      return undefined;
    },
    look: (alert) => {
      const fault = known(alert);
      if (fault === undefined) {
        looked = { alert, runbook: runbookOf(application, alert), curve: [] };
        changed();
      }
      return fault;
    },
    silence: async (alert, minutes) => {
      const fault = known(alert);
      if (fault !== undefined) return fault;
      silences = [...silences, await silence(stage.alertmanager, alert, (minutes * 60_000) / factor)];
      changed();
      return undefined;
    },
    unsilence: async (id) => {
      if (!silences.some((each) => each.id === id)) return `There is no silence ${id}.`;
      await unsilence(stage.alertmanager, id);
      silences = silences.filter((each) => each.id !== id);
      changed();
      return undefined;
    },
    stop: async () => {
      clearInterval(timer);
      await looking.stop();
    },
  };
};

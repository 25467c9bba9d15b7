import type { MadeSilence } from '#rehearsal/servers/alertmanager-api.js';
import type { Stage } from '#rehearsal/stage/stage.js';
import { landings } from '#routing/alertmanager/landing.js';
import { minuteOfWeek, sendsAt } from '#routing/week.js';
import { type Telling, missingIn } from './expected.js';
import { recordFaults } from './record.js';
import type { Drilled, Outcome, Step } from './result.js';
import { type Pressed, stepsOf } from './steps.js';
import { subjectOf } from './subject.js';
import type { Sight } from './watch.js';

export interface Judged {
  readonly stage: Stage;
  readonly sight: Sight;
  readonly pressed: Pressed;
  readonly silences: readonly MadeSilence[];
  /** Whether the alert is there still, though the fault is mended. */
  readonly isActive: boolean;
  readonly told: readonly Telling[];
  /** Who is to be told, by the application's own routing. */
  readonly meant: readonly Telling[];
  /** The same if no alert kept another from being told. */
  readonly uninhibited: readonly Telling[];
  /** Who is told by the routing of all that this Alertmanager tells of. */
  readonly simulated: readonly Telling[];
}

const who = ({ to, receiver }: Telling): string => `${to} (${receiver})`;

/** Seconds within which it is chance whether an alert that fires beside another keeps that from being told: servers look at theirs in turn. */
const chance = 2;

/** Whether another alert came to fire as this one was about to be told: then it may be told, and may be inhibited. */
const isByChance = ({ stage, sight, pressed: { fault, on } }: Judged): boolean => {
  const { name } = fault.alert;
  const own = sight.seen.find(({ labels, firingAt = 0 }) => labels['alertname'] === name && firingAt >= on);
  const first =
    stage.messages.find(({ at, alerts }) => at >= on && alerts.includes(name))?.at ?? own?.firingAt;
  return sight.seen.some(
    ({ labels, firingAt }) =>
      labels['alertname'] !== name &&
      firingAt !== undefined &&
      first !== undefined &&
      Math.abs(firingAt - first) < chance * 1_000,
  );
};

const isInhibited = ({ sight, pressed: { fault, on } }: Judged): boolean =>
  sight.grouped.some(
    ({ alert, since, suppressed }) =>
      alert.labels['alertname'] === fault.alert.name && since >= on && suppressed?.by === 'inhibited',
  );

const missed = (judging: Judged): readonly string[] => {
  const { told, meant } = judging;
  if (isInhibited(judging) && isByChance(judging)) return [];
  return missingIn(meant, told).map((each) =>
    each.isResolved
      ? `${who(each)} was not told that it is resolved`
      : `${who(each)} was not told, and must be`,
  );
};

const wrong = (judging: Judged): readonly Telling[] => {
  const { told, meant, uninhibited } = judging;
  const allowed = isByChance(judging) ? [...meant, ...uninhibited] : meant;
  return missingIn(told, allowed).filter(
    (each, i, all) => all.findIndex((other) => other.teller === each.teller) === i,
  );
};

/** Who is told by the simulation of the whole, and was not. */
const otherwise = (judging: Judged): readonly Telling[] =>
  isInhibited(judging) && isByChance(judging) ? [] : missingIn(judging.simulated, judging.told);

/** Whether all routes that take it keep hours in which it is not. */
const isMuted = ({ stage, sight, pressed }: Judged): boolean => {
  const { configuration, application } = stage.rehearsed;
  const seen = sight.seen.find(({ labels }) => labels['alertname'] === pressed.fault.alert.name);
  if (!seen) return false;
  const found = landings(configuration.route, { ...seen.labels, ...application.externalLabels }).filter(
    ({ receiver }) => (configuration.receivers[receiver] ?? []).length > 0,
  );
  const minute = minuteOfWeek(new Date(seen.firingAt ?? pressed.on));
  return found.length > 0 && found.every((each) => !sendsAt(each, configuration.timeIntervals, minute));
};

const outcomeOf = (judging: Judged, steps: readonly Step[]): Outcome => {
  const { told } = judging;
  if (told.some(({ isResolved }) => !isResolved)) return 'told';
  const by = (['silenced', 'inhibited', 'muted'] as const).find((each) =>
    steps.some(({ what }) => what === each),
  );
  return by ?? (isMuted(judging) ? 'muted' : 'nobody told');
};

const ended = ({ isActive, pressed: { fault } }: Judged): readonly string[] => {
  const { neverClears } = fault.scenario;
  return isActive && neverClears === undefined ? ['it still fires, though the fault is mended'] : [];
};

const faultsOf = (judging: Judged, steps: readonly Step[], outcome: Outcome): readonly string[] => {
  const has = (what: Step['what']): boolean => steps.some((each) => each.what === what);
  if (!has('condition'))
    return ['the fault is in nothing that is scraped, so that no alarm could be rehearsed by it'];
  if (!has('pending') && !has('firing')) return ['its expression never had it, though the fault was there'];
  if (!has('firing')) return ['it was pending, and never fired'];
  if (!has('grouped')) return ['it fired, and no route of Alertmanager took it'];
  const { silences } = judging;
  return [
    ...(silences.length > 0 && outcome !== 'silenced'
      ? ['it was silenced, and Alertmanager does not say so']
      : []),
    ...(outcome === 'nobody told' ? ['nobody was told, and nothing says why'] : []),
    ...missed(judging),
    ...wrong(judging).map((each) => `${who(each)} was told, and must not be`),
    ...otherwise(judging).map(
      (each) => `${who(each)} is told by this project's simulation of Alertmanager, and was not`,
    ),
    ...ended(judging),
  ];
};

/** What came of one alert of a drill. */
export const judged = (judging: Judged): Drilled => {
  const { stage, sight, pressed } = judging;
  const { rehearsed, messages, life, factor, releases } = stage;
  const { application, called } = rehearsed;
  const { fault, on } = pressed;
  const { name, severity } = fault.alert;
  const began = life.shown(fault) ?? on;
  const found = stepsOf([pressed], stage, sight);
  const outcome = outcomeOf(judging, found);
  const since = (at: number): number => (at - began) / 1_000;
  const heard = messages
    .filter(({ at, alerts }) => at >= on && alerts.includes(name))
    .map((message) => {
      const { receiver, medium, to, isResolved, at } = message;
      return { receiver, medium, to, isResolved, subject: subjectOf(message), since: since(at) };
    });
  const inInbox = heard.find(({ isResolved }) => !isResolved);
  const record = recordFaults(stage.record, name, on, judging.simulated);
  const faults = [...faultsOf(judging, found, outcome), ...(isByChance(judging) ? [] : (record ?? []))];
  const wrongs = wrong(judging).map((each): Step => {
    const message = messages.find(
      ({ at, teller, alerts }) => at >= on && teller === each.teller && alerts.includes(name),
    );
    const at = message?.at ?? Date.now();
    return {
      alert: name,
      what: 'wrong',
      at,
      since: since(at),
      text: `${who(each)} was told, and must not be`,
    };
  });
  const [first] = fault.scenario.tells;
  return {
    application: application.name,
    place: called.split('/')[0] ?? '',
    alert: name,
    words: fault.scenario.when,
    severity: first.labels['severity'] ?? severity,
    pace: factor,
    releases,
    began,
    steps: [...found, ...wrongs].toSorted((a, b) => a.at - b.at),
    heard,
    outcome,
    seconds: inInbox?.since ?? null,
    isRecorded: record !== undefined,
    faults: [...new Set(faults)],
  };
};

import type { Message } from './message.js';

/** A fault that may be pressed: what an alert's proof breaks. */
export interface FaultButton {
  /** `<alert>/<number of the case in its proof>`, as it stands in a URL. */
  readonly id: string;
  readonly alert: string;
  /** The proof's own words, in the application's language: `5xx over 5%`. */
  readonly words: string;
  readonly severity: string;
  readonly isOn: boolean;
}

/** A part of the application, which one scrape reads, with the faults of alerts that watch it. */
export interface Part {
  readonly name: string;
  readonly faults: readonly FaultButton[];
}

export interface TargetState {
  readonly job: string;
  readonly instance: string;
  readonly health: 'up' | 'down' | 'unknown';
  readonly error?: string;
}

/** How far an alert has come. `inhibited` and `silenced` are pending or firing too, but nobody is told. */
export type AlertStage =
  'inactive' | 'pending' | 'firing' | 'grouped' | 'sent' | 'resolved' | 'silenced' | 'inhibited' | 'muted';

/** A moment of what is drawn: time in milliseconds since 1970, value of the expression. */
export type Point = readonly [at: number, value: number | null];

export interface AlertState {
  readonly name: string;
  readonly severity: string;
  readonly stage: AlertStage;
  readonly summary: string;
  /** Its condition as a sentence, its expression without the limit, the limit, and the unit of both in Grafana's id. */
  readonly condition: string;
  readonly expr: string;
  readonly comparison: string;
  readonly limit: number | null;
  readonly unit: string;
  /** How long it must hold, as it is written and as it is here, in seconds. */
  readonly for: string;
  readonly forSeconds: number;
  /** What the expression was, of the alert that is looked at. */
  readonly curve: readonly Point[];
  /** Its runbook in Markdown. */
  readonly runbook: string;
  /** Receivers that are told of it by the routes, in words. */
  readonly told: readonly string[];
  /** By which it is silenced or inhibited, in words. */
  readonly because?: string;
}

/** What happened, in the order in which it did: shown as a line of the timeline. */
export interface Happened {
  readonly at: number;
  /** Seconds since the condition began; negative before. */
  readonly since: number;
  readonly what:
    | 'fault'
    | 'condition'
    | 'pending'
    | 'firing'
    | 'grouped'
    | 'sent'
    | 'mended'
    | 'resolved'
    | 'silenced'
    | 'inhibited'
    | 'muted'
    | 'wrong';
  readonly text: string;
  /** Of which alert; of all where it is left out. */
  readonly alert?: string;
}

/** A rehearsal as it stands; the page gets it anew at each change (`GET api/rehearsal`, and server-sent events at `api/events`). */
export interface Rehearsal {
  readonly application: string;
  readonly applications: readonly string[];
  readonly language: 'ko' | 'en';
  /** How many times as fast as in life everything goes. */
  readonly pace: number;
  readonly now: number;
  /** What is being started or waited for; nothing once all is well. */
  readonly preparing?: string;
  readonly parts: readonly Part[];
  readonly targets: readonly TargetState[];
  /** All alerts of the application; only one that was asked for (`POST api/looked {alert}`) has a curve and a runbook. */
  readonly alerts: readonly AlertState[];
  readonly looked?: string;
  readonly inbox: readonly Message[];
  readonly happened: readonly Happened[];
  readonly silences: readonly { readonly id: string; readonly alert: string; readonly until: number }[];
}

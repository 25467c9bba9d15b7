import type { Message } from '#browser/wire/message.js';
import type { Happened } from '#browser/wire/rehearsal.js';

/** A moment of a drill. */
export interface Step extends Happened {
  readonly alert: string;
}

/** How it ended for whoever is on call. */
export type Outcome = 'told' | 'silenced' | 'inhibited' | 'muted' | 'nobody told';

/** A message as a drill tells of it. */
export interface Heard extends Pick<Message, 'receiver' | 'medium' | 'to' | 'isResolved'> {
  readonly subject: string;
  /** Seconds since the condition began. */
  readonly since: number;
}

/** What came of one alert. */
export interface Drilled {
  readonly application: string;
  readonly place: string;
  readonly alert: string;
  /** What the proof says that happens. */
  readonly words: string;
  readonly severity: string;
  /** How many times as fast as in life it went. */
  readonly pace: number;
  readonly releases: { readonly prometheus: string; readonly alertmanager: string };
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  readonly steps: readonly Step[];
  readonly heard: readonly Heard[];
  readonly outcome: Outcome;
  /** From the beginning of the condition to the first message, in seconds of here. */
  readonly seconds: number | null;
  /** Whether Alertmanager wrote down what it did, and that was held against the simulation too. */
  readonly isRecorded: boolean;
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[];
}

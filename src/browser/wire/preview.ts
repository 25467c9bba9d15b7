import type { Message } from './message.js';

/** What is said in both languages; what was written in one alone stands in both. */
export interface Said {
  readonly ko: string;
  readonly en: string;
}

export interface AlertShown {
  readonly name: string;
  /** What it means when it fires. */
  readonly summary: Said;
  /** When it fires, as a sentence that is read without PromQL. */
  readonly condition: Said;
  /** What its value is compared with: `> 5%`; empty of one that tells by being there. */
  readonly limit: string;
  readonly severity: string;
  readonly for: string;
  /** Who is told, in words: `Slack #observer (observer-slack)`. */
  readonly told: readonly string[];
  /** When it was last rehearsed, and how soon a message arrived; that it never was. */
  readonly drilled: Said;
  /** Where its runbook is read; empty where that is nowhere. */
  readonly runbook: string;
  /** The dashboards on which it is drawn, by their uid. */
  readonly dashboards: readonly string[];
}

export interface ObjectiveShown {
  readonly name: string;
  readonly title: Said;
  /** A share of 1. */
  readonly objective: number;
  readonly window: Said;
  /** PromQL of the budget that is left, a share of 1. */
  readonly budgetLeft: string;
}

export interface ScrapeShown {
  readonly job: string;
  readonly path: string;
  readonly port: string;
  readonly interval: string;
  /** How many names of metrics are declared of it. */
  readonly metrics: number;
}

interface DashboardShown {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** By which links find it. */
  readonly tags: readonly string[];
  readonly panels: number;
}

export interface ApplicationShown {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** The place at which it is shown. */
  readonly place: string;
  readonly alerts: readonly AlertShown[];
  readonly objectives: readonly ObjectiveShown[];
  readonly scrapes: readonly ScrapeShown[];
  readonly dashboards: readonly DashboardShown[];
}

/** A place of the estate, with the names of all that runs there. */
export interface PlaceShown {
  readonly name: string;
  readonly of: 'cluster' | 'host';
  readonly applications: readonly string[];
}

/** An incident of the data: when the fault of a proof was in it. */
export interface Incident {
  readonly application: string;
  readonly alert: string;
  /** What its proof breaks, in the proof's words and with its numbers. */
  readonly words: string;
  /** When the fault begins and ends, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The alerts that fired of it; none where its alert stayed quiet. */
  readonly fired?: readonly Firing[];
}

/** An alert as it fired in the data: its labels, and its first and last evaluation as such, in milliseconds since 1970. */
export interface Firing {
  readonly labels: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
}

/** An alert that does not fire in the data, though an incident of it was to be there. */
export interface Quiet {
  /** Empty where no application that is shown has the alert. */
  readonly application: string;
  readonly alert: string;
  readonly why: Said;
}

/** `GET api/estate`. */
export interface EstateShown {
  readonly places: readonly PlaceShown[];
  /** Each once, at one place. */
  readonly applications: readonly ApplicationShown[];
  readonly incidents: readonly Incident[];
  /** Of what was to be an incident and is none; empty where all alerts fire that should. */
  readonly quiet: readonly Quiet[];
  /** The time that the pages take for now, in milliseconds since 1970, where data was made up to then; left out over a Prometheus of somebody's own. */
  readonly now?: number;
  /** The zone in which times are told, where all dashboards are read in one: `Asia/Seoul`; the reader's own where it is left out. */
  readonly timeZone?: string;
  /** Where the data is from, in words. */
  readonly source: string;
}

/** `GET api/dashboards/<uid>`: a dashboard in Grafana's classic model, which `dist/` holds; queries go to `prometheus/api/v1/…`. */
export interface DashboardGiven {
  readonly model: unknown;
  readonly application: string;
  /** How often its series are scraped, in seconds: Grafana's data source has it. */
  readonly scrapeInterval: number;
}

/** `GET api/messages`: what each receiver would be told of the incidents. */
export type MessagesGiven = readonly Message[];

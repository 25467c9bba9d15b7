import type { Message } from './message.js';

export interface AlertShown {
  readonly name: string;
  readonly summary: string;
  /** Its condition as a sentence, by which limit and window it is read without PromQL. */
  readonly condition: string;
  readonly severity: string;
  readonly for: string;
  /** Who is told, in words: `Slack #observer, by observer-slack`. */
  readonly told: readonly string[];
  readonly runbook: string;
  /** The dashboard on which it is drawn, by its uid. */
  readonly dashboards: readonly string[];
}

export interface ObjectiveShown {
  readonly name: string;
  readonly words: string;
  /** A share of 1. */
  readonly objective: number;
  readonly window: string;
  /** PromQL of the budget that is left, a share of 1. */
  readonly budgetLeft: string;
}

export interface ScrapeShown {
  readonly job: string;
  readonly path: string;
  readonly port: string;
  readonly interval: string;
  readonly metrics: number;
}

export interface DashboardShown {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly panels: number;
}

export interface ApplicationShown {
  readonly name: string;
  readonly place: string;
  readonly alerts: readonly AlertShown[];
  readonly objectives: readonly ObjectiveShown[];
  readonly scrapes: readonly ScrapeShown[];
  readonly dashboards: readonly DashboardShown[];
}

/** An incident of the data: when the fault of a proof was in it. */
export interface Incident {
  readonly application: string;
  readonly alert: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** `GET api/estate`. */
export interface EstateShown {
  readonly applications: readonly ApplicationShown[];
  readonly incidents: readonly Incident[];
  /** The time that the pages take for now, in milliseconds since 1970, where data was made up to then; left out over a Prometheus of somebody's own. */
  readonly now?: number;
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

import type { AnyMetric } from '#promql/metric/metric.js';
import type { Language, Localized } from '#ground/language.js';

/** One running pod or container, as commands name it, and the lines by which a person finds it. */
export interface Running {
  readonly find: readonly string[];
  /** As a shell writes it: `service/web`, `"$POD"`, `fastapi`. */
  readonly name: string;
}

/** What things are called there. */
export interface PlaceWords {
  /** One running pod or container: a pod, a container. */
  readonly podOrContainer: Localized;
  /** What there is to be more of when load grows. */
  readonly copies: Localized;
  /** What tells why one ended. */
  readonly ending: Localized;
  /** What one keeps its data on, which may be full: `its volume`. */
  readonly storage: Localized;
  /** What holds the password of an exporter. */
  readonly credentials: Localized;
  /** How Prometheus comes to scrape one. */
  readonly scraping: {
    /** What Prometheus says where nobody listens, at the beginning of a sentence. */
    readonly unreachable: Localized;
    /** What points at one. */
    readonly pointer: Localized;
    /** What is wrong where a job has no target at all. */
    readonly noTarget: Localized;
    /** What to do once the pointer has changed: a sentence. */
    readonly moved: Localized;
  };
  /** What all parts run on. */
  readonly machine: Machine;
}

/** A machine that a person may have to log into. */
export interface Machine {
  readonly name: Localized;
  /** How to come to a shell on the one that an alert names: a sentence. */
  readonly reached: Localized;
  /** The folder into which the output of parts is written. */
  readonly logs: string;
  /** What piles up beside logs until somebody removes it, and how to see it. */
  readonly unused: Localized;
  /** What removes images that nobody uses. */
  readonly prune: string;
  /** What is not to be removed, though it takes space: a sentence. */
  readonly kept: Localized;
}

/** By which commands a person looks at it: lines for a shell. */
export interface PlaceCommands {
  /** One that a person chooses from all that run: `which` says what to choose. */
  readonly chosen: (metric: AnyMetric, which?: string) => Running;
  /** What exports a metric itself: its Service where that is known, or an alert by `service` says it; else a chosen one. */
  readonly exporting: (metric: AnyMetric, by?: readonly string[], which?: string) => Running;
  /** The log of one: `options` as `--tail=100` or `--since=15m`. */
  readonly logs: (metric: AnyMetric, name: string, options: string) => string;
  /** A command inside one, which reads nothing: the lines pasted below it are not for it. */
  readonly exec: (metric: AnyMetric, name: string, command: string) => string;
  /** What the exporter of a metric, a program beside what it watches, logged last; nothing where its Service is not known. */
  readonly exporterLogs: (metric: AnyMetric) => readonly string[];
  /** A command inside the exporter of a metric, which reads nothing; nothing where its Service is not known. */
  readonly inExporter: (metric: AnyMetric, command: string) => readonly string[];
  /** The log of a logging agent, which runs beside what it reads: `filebeat`. */
  readonly agentLogs: (metric: AnyMetric, agent: string, options: string) => readonly string[];
  /** What runs, and what befell it lately. */
  readonly state: (metric: AnyMetric) => readonly string[];
  /** How to open a page that one serves at a port in a browser: a command, and the address, which it may tell. */
  readonly page: (metric: AnyMetric, name: string, port: number) => Page;
  /** What was deployed lately. */
  readonly deployed: (metric: AnyMetric) => string;
  /** How much CPU and memory each takes now. */
  readonly usage: (metric: AnyMetric) => string;
  /** amtool with these arguments, beside the Alertmanager that tells of the application's alerts. */
  readonly amtool: (args: string) => string;
  /** One of the servers that watch: Prometheus, or the Alertmanager that tells of the application's alerts. */
  readonly watcher: (server: Server) => Watcher;
  /** How to see why the targets of a job, which the alert names, are not scraped. */
  readonly scraped: (up: AnyMetric) => readonly string[];
}

/** What watches, and may need to be watched itself. */
export type Server = 'prometheus' | 'alertmanager';

export interface Watcher {
  /** Whether it runs, with what runs beside it. */
  readonly state: string;
  /** Its log: `options` as `--tail=100`. */
  readonly logs: (options: string) => string;
  /** A command inside it, which reads nothing. */
  readonly exec: (command: string) => string;
  /** Where it reads its configuration, inside. */
  readonly configuration: string;
}

export interface Page {
  readonly command: string;
  readonly address: Localized;
}

/** Where that runs which an alert watches. It is a fact about the application, whoever writes its rules. */
export interface Place extends PlaceWords, PlaceCommands {
  /** What people call it: `kubernetes`, `compose`. */
  readonly platform: string;
  /** The languages in which its words are said; all unless given. */
  readonly languages?: readonly Language[];
}

/** How amtool finds the Alertmanager in whose container it runs. */
export const atAlertmanager = '--alertmanager.url=http://localhost:9093';

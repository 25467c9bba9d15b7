/** Of what form a meaning is written: one of another form is not compared with this. */
export const form = 1;

/** A limit in base units. */
export interface LimitMeant {
  readonly value: number;
  readonly unit: string;
  /** As a person writes it: `5%`, `2h`. */
  readonly text: string;
}

/** One who is told of an alert, as one integration of a receiver. */
export interface TellingMeant {
  /** As people call it: `Slack #shop-alerts`. */
  readonly to: string;
  readonly receiver: string;
  /** Whether it wakes somebody. */
  readonly pages: boolean;
  /** Whether a resolved alert is told too. */
  readonly resolved: boolean;
  /** When it is told, where that is not always: in words. */
  readonly hours: string;
  /** Whether it is sure: not where a route asks for a label that is known only once the alert fires. */
  readonly sure: boolean;
  /** How long the first message waits for others, and after how long a message that nothing changed is repeated. */
  readonly wait: string;
  readonly repeat: string;
}

/** What of an alert is a scenario of its proof. */
export interface ScenarioMeant {
  /** What happens, as a clause. */
  readonly when: string;
  /** What the first alert that fires in it says; nothing of one in which none fires. */
  readonly says: string;
  /** All of it, by a name that changes with it. */
  readonly content: string;
}

/** What an alert is proven by. */
export interface ProofMeant {
  readonly fires: readonly ScenarioMeant[];
  readonly quiet: readonly ScenarioMeant[];
  /** `confirmed` by a person, `derived` from its expression, or `unproven`. */
  readonly standing: 'confirmed' | 'derived' | 'unproven';
  /** Changes of the rule that the proof does not notice, as `proofs.lock` tells; nothing where it tells nothing of the alert. */
  readonly survived?: readonly string[];
}

/** An alert as the person on call meets it. */
export interface AlertMeant {
  /** By which it is told from others of its application. */
  readonly key: string;
  readonly name: string;
  readonly severity: string;
  readonly component: string;
  /** What it says, in the language of its messages. */
  readonly summary: string;
  /** When it fires, in each language of its application. */
  readonly condition: Readonly<Record<string, string>>;
  /** The expression on one line; of one that reads logs LogQL. */
  readonly expr: string;
  readonly operator: string;
  readonly limit?: LimitMeant;
  /** How far back its signal looks, where it says so; else all windows of its expression. */
  readonly windows: readonly string[];
  readonly for: string;
  readonly keepFiringFor: string;
  /** Within which hours it fires, in words; empty of one that keeps none. */
  readonly during: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly group: string;
  readonly interval: string;
  readonly told: readonly TellingMeant[];
  /** Under which other alerts it is held back, in words. */
  readonly inhibited: readonly string[];
  /** Its texts and its runbook, by names that change with them. */
  readonly texts: string;
  readonly runbook: string;
  readonly proof: ProofMeant;
}

export interface RecordMeant {
  readonly name: string;
  readonly expr: string;
  readonly group: string;
}

export interface ObjectiveMeant {
  readonly name: string;
  readonly title: string;
  /** A share of 1, and as a person writes it. */
  readonly objective: number;
  readonly text: string;
  readonly window: string;
}

export interface PanelMeant {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly unit: string;
  /** The row that it stands in; empty where it stands in none. */
  readonly row: string;
  readonly queries: readonly string[];
  /** `x,y,w,h` of Grafana's grid. */
  readonly grid: string;
  /** How all else of it is drawn, by a name that changes with it. */
  readonly look: string;
  /** Where its colours change, as a person writes it: `5%`; nothing where a library told it that did not say. */
  readonly limits?: readonly string[];
}

export interface DashboardMeant {
  readonly uid: string;
  readonly title: string;
  readonly folder: string;
  readonly panels: readonly PanelMeant[];
  /** Each as its name and what it chooses among. */
  readonly variables: readonly string[];
  readonly range: string;
  readonly refresh: string;
}

export interface ScrapeMeant {
  readonly name: string;
  readonly job: string;
  readonly path: string;
  readonly port: string;
  readonly interval: string;
  /** Each target by the labels that are known of it: `namespace=shop service=web`. */
  readonly targets: readonly string[];
  /** What is taken of the answer, in words: limits, and what is dropped or kept. */
  readonly takes: string;
}

export interface ServiceMeant {
  readonly name: string;
  readonly namespaces: readonly string[];
  /** `http: 8080`. */
  readonly ports: readonly string[];
  /** Whether it is made here; others exist without us. */
  readonly rendered: boolean;
}

export interface ExporterMeant {
  readonly name: string;
  readonly image: string;
  readonly port: number;
}

export interface ApplicationMeant {
  readonly name: string;
  readonly title: string;
  readonly namespace: string;
  readonly alerts: readonly AlertMeant[];
  readonly records: readonly RecordMeant[];
  readonly objectives: readonly ObjectiveMeant[];
  readonly dashboards: readonly DashboardMeant[];
  readonly scrapes: readonly ScrapeMeant[];
  readonly services: readonly ServiceMeant[];
  readonly exporters: readonly ExporterMeant[];
  /** Series that Prometheus stores of it, as reckoned. */
  readonly series: number;
}

/** A key of a Secret by what reads it. */
export interface KeyMeant {
  readonly key: string;
  readonly uses: readonly string[];
  /** What is silent while this key alone is missing. */
  readonly without: readonly string[];
}

export interface SecretMeant {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** What it is for. */
  readonly uses: readonly string[];
  /** What is silent while it is missing. */
  readonly without: readonly string[];
  /** Whether somebody makes it before; else it is made of a store or of what is sealed. */
  readonly by: string;
  /** Each key by what reads it; nothing where a library told it that knew the Secret as a whole alone. */
  readonly reads?: readonly KeyMeant[];
}

/** A file of the place: a manifest, or what a host is given. */
export interface ObjectMeant {
  readonly path: string;
  /** Empty of a file that is no manifest. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Whether ArgoCD removes it once it is no longer there. */
  readonly pruned: boolean;
  /** By a name that changes with it. */
  readonly content: string;
}

export interface PlaceMeant {
  readonly of: 'cluster' | 'host';
  readonly name: string;
  readonly applications: readonly ApplicationMeant[];
  readonly secrets: readonly SecretMeant[];
  readonly objects: readonly ObjectMeant[];
  /** Series of one Prometheus, samples a second of all, bytes of memory that it needs. */
  readonly series: number;
  readonly samplesPerSecond: number;
  readonly memory: number;
}

/**
 * What an estate means to those who work with it: plain JSON, made of its values by the library that they were written for, so that two
 * revisions can be held against each other whatever their code looks like.
 */
export interface Meaning {
  readonly form: number;
  /** The release of the library that told it. */
  readonly release: string;
  /** Of what it was made: the estate's values, or the files that were written of them, which know less. */
  readonly of: 'values' | 'files';
  readonly places: readonly PlaceMeant[];
}

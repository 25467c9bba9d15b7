/** Where a group says that it is evaluated: by the Prometheus that scrapes, or over all clusters together. Where it says nothing, where its cluster's are. */
export const evaluators = ['prometheus', 'clusters'] as const;
/** One of them. */
export type EvaluatedOn = (typeof evaluators)[number];

/** Who evaluates rules: how it is told which are its own, and what they must say since it sees more than their cluster. */
export interface Evaluator {
  /** Labels of the objects by which it finds them, beside those by which all rules are found. */
  readonly labels: Readonly<Record<string, string>>;
  /** What each selector asks for and each rule adds, where series of several clusters lie together: `{ cluster: 'seoul' }`. */
  readonly within: Readonly<Record<string, string>>;
  /** Labels of an application's objects that these lack, since another would find them by those. */
  readonly without?: readonly string[];
  /** As what they reach it where that is no PrometheusRule: of files that somebody loads there is no object. */
  readonly as?: 'VMRule' | 'files';
  /** Tenants of a Mimir whose series they read, where that is not the one alone into which they are loaded. */
  readonly sourceTenants?: readonly string[];
}

/** Who evaluates which rules of a cluster. */
export interface Evaluation {
  readonly usual: Evaluator;
  readonly prometheus: Evaluator;
  /** Nothing where nobody here sees several clusters. */
  readonly clusters?: Evaluator;
}

const itself: Evaluator = { labels: {}, within: {} };

/** A Prometheus evaluates all there is. */
export const byPrometheus: Evaluation = { usual: itself, prometheus: itself };

/** Who evaluates a group; nobody, where it is over clusters and nobody sees them. */
export const evaluatorOf = (
  { on }: { readonly on?: EvaluatedOn },
  evaluation: Evaluation,
): Evaluator | undefined => evaluation[on ?? 'usual'];

/** As what rules reach whoever evaluates them: as objects that carry more labels or annotations or lack some, or as files, and so as no object. */
export type RulesAs =
  | {
      readonly as: 'PrometheusRule' | 'VMRule';
      /** Labels that its objects carry instead of those of the application; one that is undefined is taken away. */
      readonly labels?: Readonly<Record<string, string | undefined>>;
      readonly annotations?: Readonly<Record<string, string>>;
    }
  | { readonly as: 'files' };

/** As which kinds of objects an application is written for whoever scrapes and evaluates where it runs. */
export interface WrittenAs {
  /** For whose operator scrapes are written. */
  readonly scrapes: 'prometheus' | 'victoriametrics';
  readonly rules: RulesAs;
  /** Labels of AlertmanagerConfigs, in the same way. */
  readonly routingLabels?: Readonly<Record<string, string | undefined>>;
}

/** For a Prometheus that does all of it. */
export const forPrometheus: WrittenAs = { scrapes: 'prometheus', rules: { as: 'PrometheusRule' } };

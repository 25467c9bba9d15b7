/** A Kubernetes Service that exists, or that an application renders, as far as scraping needs to know it. */
export interface Service<P extends string = string> {
  readonly name: string;
  readonly namespaces: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Port numbers of the Service by the names of its ports. */
  readonly ports: Readonly<Record<P, number>>;
}

/** Declares a Service; a scrape of it can only name ports that it has. */
export const service = <const P extends string>(
  name: string,
  {
    namespaces,
    labels,
    ports,
  }: {
    readonly namespaces: readonly [string, ...string[]];
    readonly labels: Readonly<Record<string, string>>;
    readonly ports: Readonly<Record<P, number>>;
  },
): Service<P> => ({ name, namespaces, labels, ports });

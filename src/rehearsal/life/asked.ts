/** Whom Prometheus asks, and by which labels it knows it. */
export interface Asked {
  readonly job: string;
  /** `fastapi:8000`; of what is asked through another, what that one asks. */
  readonly address: string;
  readonly path: string;
  /** Who asks it, where Prometheus does not itself: `blackbox:9115`. */
  readonly through?: string;
  /** The labels of the target. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whether labels of what is exported stand over those of the target, as of kube-state-metrics. */
  readonly honorsLabels?: true;
}

/** By what the network knows whom Prometheus asks: host, path, and of what is asked through another the target. */
export const keyOfAsked = ({ address, path, through }: Asked): string =>
  through === undefined ? address + path : `${through}${path}?${address}`;

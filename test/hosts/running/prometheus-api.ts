interface Targets {
  readonly activeTargets: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly health: 'up' | 'down' | 'unknown';
    readonly lastError: string;
  }[];
}
interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly name: string;
      readonly health: 'ok' | 'err' | 'unknown';
      readonly lastError?: string;
      readonly lastEvaluation: string;
    }[];
  }[];
}
interface Alerts {
  readonly alerts: readonly { readonly labels: Readonly<Record<string, string>>; readonly state: string }[];
}

/** Asks Prometheus's HTTP API, version 1, of which these are the answers. */
const ask = async <T extends Targets | Rules | Alerts>(url: string, path: string): Promise<T> => {
  const response = await fetch(`${url}/api/v1/${path}`);
  return ((await response.json()) as { readonly data: T }).data;
};

/** What Prometheus knows under a name, and what is wrong with it: nothing where all is well. */
export interface Checked {
  readonly name: string;
  readonly faults: readonly string[];
}

/** The targets by their jobs, and why one is not up. */
export const targets = async (url: string): Promise<readonly Checked[]> =>
  (await ask<Targets>(url, 'targets')).activeTargets.map(({ labels, health, lastError }) => ({
    name: labels['job'] ?? '',
    faults: health === 'up' ? [] : [`${health} ${lastError}`],
  }));

/** The rules by what they alert or record, and why one was not evaluated rightly since a moment, in milliseconds. */
export const rules = async (url: string, since: number): Promise<readonly Checked[]> =>
  (await ask<Rules>(url, 'rules')).groups.flatMap((group) =>
    group.rules.map(({ name, health, lastError = '', lastEvaluation }) => ({
      name,
      faults: [
        ...(health === 'ok' ? [] : [`${health} ${lastError}`]),
        ...(Date.parse(lastEvaluation) > since ? [] : [`was last evaluated at ${lastEvaluation}`]),
      ],
    })),
  );

/** The alerts that are pending or firing. */
export const alerts = async (url: string): Promise<readonly Checked[]> =>
  (await ask<Alerts>(url, 'alerts')).alerts.map(({ labels, state }) => ({
    name: labels['alertname'] ?? '',
    faults: [`${state} ${JSON.stringify(labels)}`],
  }));

/** The log of a part of Thanos in the namespace of the platform. */
export const logsOf = (workload: string, options: string): string =>
  `kubectl -n monitoring logs ${workload} ${options}`;

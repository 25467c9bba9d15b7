/** One series of an instant vector. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Answer {
  readonly status: 'success' | 'error';
  readonly error?: string;
  readonly data: {
    readonly resultType: string;
    readonly result: readonly { readonly metric: Record<string, string>; readonly value: [number, string] }[];
  };
}

/** Evaluates PromQL now, on a running Prometheus; throws what Prometheus says against it, and on anything but an instant vector. */
export const query = async (url: string, promql: string): Promise<readonly Sample[]> => {
  const response = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query: promql })}`);
  // The shape of Prometheus's HTTP API, version 1.
  const { status, error, data } = (await response.json()) as Answer;
  if (status === 'error') throw new Error(`${promql}: ${error}`);
  if (data.resultType !== 'vector')
    throw new Error(`${promql} is a ${data.resultType}, not an instant vector`);
  return data.result.map(({ metric, value: [, value] }) => ({ labels: metric, value: Number(value) }));
};

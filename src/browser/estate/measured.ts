import { useEffect, useState } from 'preact/hooks';

/** A series as it is now. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What came of a query: its series, or why there are none; neither while it is waited for. */
export interface Measured {
  readonly samples?: readonly Sample[];
  readonly fault?: string;
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]))
    : {};

const samplesOf = (answer: unknown): readonly Sample[] => {
  const result = at(at(answer, 'data'), 'result');
  if (!Array.isArray(result)) throw new Error(String(at(answer, 'error') ?? 'no answer of Prometheus'));
  return result.map((each: unknown) => ({
    labels: textsOf(at(each, 'metric')),
    value: Number(at(at(each, 'value'), '1')),
  }));
};

const query = async (expr: string, now: number | undefined): Promise<readonly Sample[]> => {
  const asked = new URLSearchParams({ query: expr, ...(now !== undefined && { time: String(now / 1000) }) });
  const response = await fetch(`prometheus/api/v1/query?${asked}`);
  return samplesOf(await response.json());
};

/** The series of an expression at `now`, in milliseconds since 1970; at this moment where none is given. */
export const useMeasured = (expr: string, now: number | undefined): Measured => {
  const [measured, setMeasured] = useState<Measured>({});
  useEffect(() => {
    let isWanted = true;
    const tell = (next: Measured): void => void (isWanted && setMeasured(next));
    query(expr, now).then(
      (samples) => tell({ samples }),
      (error: unknown) => tell({ fault: String(error) }),
    );
    return () => void (isWanted = false);
  }, [expr, now]);
  return measured;
};

import { useEffect, useState } from 'preact/hooks';

/** What came of asking: the answer, or why there is none; neither while it is waited for. */
export interface Asked<T> {
  readonly answer?: T;
  readonly fault?: string;
}

const ask = async <T>(path: string): Promise<T> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).trim()}`);
  const answer: T = await response.json();
  return answer;
};

/** Asks the command for something, once; what it answers is of the type that both know: see `#browser/wire/`. */
export const useAsked = <T>(path: string): Asked<T> => {
  const [asked, setAsked] = useState<Asked<T>>({});
  useEffect(() => {
    let isWanted = true;
    const tell = (next: Asked<T>): void => void (isWanted && setAsked(next));
    setAsked({});
    ask<T>(path).then(
      (answer) => tell({ answer }),
      (error: unknown) => tell({ fault: `${path}: ${String(error)}` }),
    );
    return () => void (isWanted = false);
  }, [path]);
  return asked;
};

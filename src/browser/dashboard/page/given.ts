import { useEffect, useState } from 'preact/hooks';
import type { DashboardGiven, EstateShown } from '#browser/wire/preview.js';

const json = async <Given>(url: string): Promise<Given> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 200)}`);
  return response.json();
};

let estate: Promise<EstateShown> | undefined;

/** What the whole page shows: asked for once. */
const estateGiven = (): Promise<EstateShown> => (estate ??= json<EstateShown>('api/estate'));

/** A dashboard with what is known of where it stands; an error where it could not be had. */
export interface Given {
  readonly dashboard: DashboardGiven;
  readonly estate: EstateShown;
}

/** Asks for a dashboard; nothing until it is there. */
export const useGiven = (uid: string): Given | Error | undefined => {
  const [given, setGiven] = useState<{ readonly uid: string; readonly is: Given | Error }>();
  useEffect(() => {
    let isWanted = true;
    const tell = (is: Given | Error): void => {
      if (isWanted) setGiven({ uid, is });
    };
    Promise.all([json<DashboardGiven>(`api/dashboards/${encodeURIComponent(uid)}`), estateGiven()]).then(
      ([dashboard, shown]) => tell({ dashboard, estate: shown }),
      (error: unknown) => tell(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isWanted = false;
    };
  }, [uid]);
  return given?.uid === uid ? given.is : undefined;
};

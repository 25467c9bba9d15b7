import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { type Store, store } from '#browser/frame/store.js';

/** The rehearsal as the command tells of it. */
export interface Told {
  readonly rehearsal?: Rehearsal;
  /** How far this machine's clock is behind the command's, in milliseconds. */
  readonly ahead: number;
  readonly isLost: boolean;
  /** Why the command would not do what was asked last. */
  readonly refused?: string;
}

const isRehearsal = (value: unknown): value is Rehearsal =>
  typeof value === 'object' && value !== null && 'parts' in value && 'alerts' in value && 'inbox' in value;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the command told last. */
export const told: Store<Told> = store<Told>({ ahead: 0, isLost: false });

const take = (value: unknown): boolean => {
  if (!isRehearsal(value)) return false;
  const { refused } = told.get();
  told.set({
    rehearsal: value,
    ahead: value.now - Date.now(),
    isLost: false,
    ...(refused !== undefined && { refused }),
  });
  return true;
};

const lose = (): void => told.set({ ...told.get(), isLost: true });

const reload = async (): Promise<void> => {
  try {
    const response = await fetch('api/rehearsal');
    if (!response.ok || !take(await response.json())) lose();
  } catch {
    lose();
  }
};

/** Begins to listen; a lost connection is sought again by the browser itself. */
export const listen = (): void => {
  const events = new EventSource('api/events');
  events.onmessage = ({ data }: MessageEvent<string>) => {
    if (!take(parsed(data))) void reload();
  };
  events.onopen = () => void reload();
  events.onerror = lose;
  void reload();
};

/** Why something was refused: the command answers it in a sentence. */
const reasonIn = async (response: Response): Promise<string> => {
  const text = await response.text();
  return text.trim() || `${response.status} ${response.statusText}`;
};

const asked = async (method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> => {
  const { refused: _, ...rest } = told.get();
  told.set(rest);
  try {
    const response = await fetch(path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await reasonIn(response));
  } catch (error) {
    told.set({ ...told.get(), refused: error instanceof Error ? error.message : String(error) });
  }
};

/** An id as it stands in a URL, whose slashes part it. */
const inPath = (id: string): string => id.split('/').map(encodeURIComponent).join('/');

/** What may be asked of the command. */
export const ask = {
  fault: (id: string, on: boolean): Promise<void> => asked('POST', `api/faults/${inPath(id)}`, { on }),
  look: (alert: string): Promise<void> => asked('POST', 'api/looked', { alert }),
  silence: (alert: string, minutes: number): Promise<void> =>
    asked('POST', 'api/silences', { alert, minutes }),
  wake: (id: string): Promise<void> => asked('DELETE', `api/silences/${inPath(id)}`),
  application: (name: string): Promise<void> => asked('POST', 'api/application', { name }),
  pace: (pace: number): Promise<void> => asked('POST', 'api/pace', { pace }),
};

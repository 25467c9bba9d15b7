import { listAt, textAt } from '#ground/json.js';
import { labelsIn } from './prometheus-api.js';

/** An alert as Alertmanager has it in one of its groups. */
export interface GroupedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly receiver: string;
  readonly isSuppressed: boolean;
  /** Ids of silences. */
  readonly silencedBy: readonly string[];
  /** Fingerprints of the alerts because of which it is not told. */
  readonly inhibitedBy: readonly string[];
  /** Names of time intervals; Alertmanager says them since 0.28. */
  readonly mutedBy: readonly string[];
  readonly fingerprint: string;
  /** When it came to fire, and when it ends unless it is heard of again, in milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
}

const textsIn = (value: unknown, ...field: readonly string[]): readonly string[] =>
  listAt(value, ...field).filter((each) => typeof each === 'string');

const answered = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`Alertmanager refuses: ${response.status} ${await response.text()}`);
  return response.headers.get('content-type')?.includes('json') ? response.json() : undefined;
};

/** The alerts by the groups in which they are told. */
export const groupedAlerts = async (url: string): Promise<readonly GroupedAlert[]> => {
  const groups = await answered(await fetch(`${url}/api/v2/alerts/groups`));
  return listAt({ groups }, 'groups').flatMap((group) =>
    listAt(group, 'alerts').map((alert) => ({
      labels: labelsIn(alert, 'labels'),
      receiver: textAt(group, 'receiver', 'name') ?? '',
      isSuppressed: textAt(alert, 'status', 'state') === 'suppressed',
      silencedBy: textsIn(alert, 'status', 'silencedBy'),
      inhibitedBy: textsIn(alert, 'status', 'inhibitedBy'),
      mutedBy: textsIn(alert, 'status', 'mutedBy'),
      fingerprint: textAt(alert, 'fingerprint') ?? '',
      startsAt: Date.parse(textAt(alert, 'startsAt') ?? ''),
      endsAt: Date.parse(textAt(alert, 'endsAt') ?? ''),
    })),
  );
};

export interface MadeSilence {
  readonly id: string;
  readonly alert: string;
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** Silences an alert of one name for so long, in milliseconds. */
export const silence = async (url: string, alert: string, length: number): Promise<MadeSilence> => {
  const from = Date.now();
  const until = from + length;
  const answer = await answered(
    await fetch(`${url}/api/v2/silences`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        matchers: [{ name: 'alertname', value: alert, isRegex: false, isEqual: true }],
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(until).toISOString(),
        createdBy: 'cheomseong rehearse',
        comment: 'a rehearsal',
      }),
    }),
  );
  return { id: textAt(answer, 'silenceID') ?? '', alert, from, until };
};

export const unsilence = async (url: string, id: string): Promise<void> => {
  await answered(await fetch(`${url}/api/v2/silence/${encodeURIComponent(id)}`, { method: 'DELETE' }));
};

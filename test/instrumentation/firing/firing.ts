import { setTimeout as sleep } from 'node:timers/promises';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { detectionOf } from '#application/detection.js';
import { inSeconds } from '#ground/duration.js';
import { reason } from '#proof/tools/reason.js';
import { newestPrometheus } from '#proof/tools/tool.js';
import { eventually } from '#servers/eventually.js';
import { type Sample, query } from '../../servers/query.js';
import { withServer } from '#servers/server.js';
import { type Scraped, configurationOf } from './configuration.js';
import { whyNot } from './why.js';

/** An alert of the estate that is to fire on what a real program exports. */
export interface Tried extends Omit<Scraped, 'factor'> {
  /** The alert's name; several fire on one fault. */
  readonly alert: string | readonly string[];
  /** How many times as fast everything goes: 30 unless given, by which what is scraped each 30 s is so each second. */
  readonly factor?: number;
  /** The moment that rules take it for, which read the time of day: `'2026-01-05T03:00:00Z'`. Now unless given. */
  readonly at?: string;
  /** What is asked of the program while all is well, again and again. */
  readonly usual?: () => Promise<unknown>;
  /** Milliseconds from one to the next: 100 unless given. */
  readonly pause?: number;
}

/** What came of it, for each alert: the labels with which it fired, and after how many seconds. */
export interface Fired {
  readonly labels: readonly Readonly<Record<string, string>>[];
  readonly seconds: number;
}

interface Looked {
  readonly group: RuleGroup;
  readonly alert: AlertRule;
}

const found = ({ application, alert }: Tried): readonly Looked[] =>
  [alert].flat().map((name) => {
    for (const group of application.groups) {
      const [first] = group.alerts.filter((each) => each.name === name);
      if (first) return { group, alert: first };
    }
    throw new Error(`${application.name} has no alert ${name}`);
  });

/** Does something again and again while something else is waited for; ends when that does, or when it fails itself. */
const meanwhile = async <T>(
  does: () => Promise<unknown>,
  pause: number,
  waited: () => Promise<T>,
): Promise<T> => {
  let isOver = false;
  const loop = (async (): Promise<void> => {
    while (!isOver) {
      await does();
      await sleep(pause);
    }
  })();
  const failed = new Promise<never>((_, reject) => loop.catch(reject));
  try {
    return await Promise.race([waited(), failed]);
  } finally {
    isOver = true;
    await loop;
  }
};

const states = (url: string, { name }: AlertRule): Promise<readonly Sample[]> =>
  query(url, `ALERTS{alertname="${name}"}`);

const scraped = async (url: string, [first]: readonly Looked[], factor: number): Promise<void> => {
  const isUp = async () => (await query(url, 'up == 1')).length > 0 || undefined;
  try {
    // Prometheus asks its targets only 5 seconds after its start.
    await eventually('a scrape of the program', isUp, 20_000);
  } catch (error) {
    throw new Error(`${reason(error)}\n${first ? await whyNot(url, first.alert, factor) : ''}`);
  }
};

/** Those of the alerts that are firing or pending. */
const active = async (url: string, looked: readonly Looked[]): Promise<readonly AlertRule[]> => {
  const all = await Promise.all(
    looked.map(async ({ alert }) => ({ alert, states: await states(url, alert) })),
  );
  return all.filter((each) => each.states.length > 0).map(({ alert }) => alert);
};

/**
 * Sees that alerts are neither firing nor pending, for as long as what they look back on takes. Until the program was scraped some had
 * every reason to be: they have as long to become quiet.
 */
const staysQuiet = async (url: string, looked: readonly Looked[], factor: number): Promise<void> => {
  const back = looked.map(({ alert, group }) => detectionOf(alert, group).atLimit - inSeconds(alert.for));
  const long = (1_000 * Math.max(...back)) / factor;
  const start = Date.now();
  let quietSince: number | undefined;
  while (quietSince === undefined || Date.now() < quietSince + long) {
    const [first] = await active(url, looked);
    if (first === undefined) quietSince ??= Date.now();
    else if (quietSince !== undefined || Date.now() > start + long)
      throw new Error(`${first.name} is not quiet while all is well\n${await whyNot(url, first, factor)}`);
    await sleep(100);
  }
};

const fires = async (
  url: string,
  { alert, group }: Looked,
  factor: number,
  since: number,
): Promise<Fired> => {
  // As long as it may take by its windows, and as long again, and ten seconds more on a busy machine.
  const within = (2_000 * detectionOf(alert, group).atLimit) / factor + 10_000;
  try {
    const labels = await eventually(
      `${alert.name} to fire`,
      async () => {
        const firing = (await states(url, alert)).filter(({ labels }) => labels['alertstate'] === 'firing');
        return firing.length > 0 ? firing.map((each) => each.labels) : undefined;
      },
      within,
    );
    return { labels, seconds: (Date.now() - since) / 1_000 };
  } catch (error) {
    throw new Error(`${reason(error)}\n${await whyNot(url, alert, factor)}`);
  }
};

/** A window must hold four scrapes as it does in the estate, whose law sees to that: only what is rounded could break it. */
const slowEnough = ({ application, factor = 30 }: Tried): void => {
  const shortest = Math.min(...application.groups.map(({ interval }) => inSeconds(interval)));
  if ((shortest / factor) * 1_000 < 200)
    throw new Error(
      `a factor of ${factor} has rules evaluated each ${(shortest / factor) * 1_000} ms: the machine does not keep up`,
    );
};

/**
 * Has a real Prometheus scrape a program as the estate scrapes it, with the labels that its target has there, and evaluate the rules of its
 * application, all of it so many times as fast; sees that the alerts are quiet for as long as their windows are while all is well; then
 * causes a fault, again and again, until they fire.
 *
 * @param fault What makes them fire: requests that fail. It is done again `pause` after it ended, beside nothing else.
 * @returns by the alerts' names, what they fired with.
 * @throws Error where one is not quiet before, or does not fire in twice the time that it may take: with the state of the target and of the
 * rule, what its signal comes to, and what is stored.
 */
export const firing = async (
  tried: Tried,
  fault: () => Promise<unknown>,
): Promise<Readonly<Record<string, Fired>>> => {
  slowEnough(tried);
  const { factor = 30, at, usual = () => Promise.resolve(), pause = 100 } = tried;
  const looked = found(tried);
  const shift = at === undefined ? 0 : Math.round((Date.parse(at) - Date.now()) / 1_000);
  const { path: program } = await newestPrometheus();
  const files = configurationOf({ ...tried, factor }, shift);
  // As long as Prometheus takes a sample for the present value.
  const flags = [`--query.lookback-delta=${Math.max(1, Math.round(300 / factor))}s`];
  return withServer('prometheus', { ...files, flags, program }, async (url) => {
    await meanwhile(usual, pause, async () => {
      await scraped(url, looked, factor);
      await staysQuiet(url, looked, factor);
    });
    const since = Date.now();
    return meanwhile(fault, pause, async () => {
      const each = looked.map(async (one) => [one.alert.name, await fires(url, one, factor, since)] as const);
      return Object.fromEntries(await Promise.all(each));
    });
  });
};

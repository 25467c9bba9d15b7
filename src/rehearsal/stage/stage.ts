import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { alertsOf } from '#application/application.js';
import { isObject } from '#ground/field.js';
import { type Program, programOf } from '#proof/tools/tool.js';
import { keyOfAsked } from '#rehearsal/life/asked.js';
import { atAnotherTime } from '#rehearsal/life/clock.js';
import { type SimulatedFault, faultsOf } from '#rehearsal/life/fault.js';
import { faster } from '#rehearsal/life/faster.js';
import { type Life, openLife } from '#rehearsal/life/life.js';
import { type Target, targetsOf } from '#rehearsal/life/targets.js';
import type { Rehearsed } from '#rehearsal/place/rehearsed.js';
import { atFault } from '#rehearsal/life/hours.js';
import { withServer } from '#servers/server.js';
import { calmed } from './calm.js';
import { withFolder } from './folder.js';
import { openNetwork } from './network.js';
import { prometheusConfig, targetsFile, targetsText } from './prometheus-config.js';
import { untilReady } from './ready.js';
import { type Arrived, type Receivers, openReceivers } from './receivers.js';
import { redirect, toldBy } from './redirect.js';
import { allTellers } from './teller.js';

/** Real servers around an application that is not: all that is needed to hear an alarm. */
export interface Stage {
  readonly rehearsed: Rehearsed;
  readonly faults: readonly SimulatedFault[];
  readonly targets: readonly Target[];
  /** The URLs of the servers. */
  readonly prometheus: string;
  readonly alertmanager: string;
  /** Which releases they are of. */
  readonly releases: { readonly prometheus: string; readonly alertmanager: string };
  readonly life: Life;
  /** Has a fault begin or end, and whoever is found by Prometheus follow. */
  readonly press: (fault: SimulatedFault, isOn: boolean) => Promise<void>;
  /** What arrived, in the order in which it did. */
  readonly messages: readonly Arrived[];
  readonly factor: number;
  /** The file in which Alertmanager records what it does, where its release can. */
  readonly record?: string;
}

export interface Staged {
  readonly rehearsed: Rehearsed;
  /** How many times as fast as in life everything goes. */
  readonly factor: number;
  /** What will be pressed, as far as it is known: what it reads is as in its proof from the beginning. */
  readonly breaking?: readonly SimulatedFault[];
  /** Called at each message. */
  readonly arrived?: (message: Arrived) => void;
  /** Called with what is waited for. */
  readonly preparing?: (what: string) => void;
  /** Aborted when nobody wants the stage any more: then what sets it ends with its reason. */
  readonly signal?: AbortSignal;
  /** Another Alertmanager than the one in use. */
  readonly program?: Program;
  /** What alertmanager.yml becomes before it is read: for a rehearsal of what goes wrong. */
  readonly edited?: (text: string) => string;
  /** Whether what Alertmanager exports of itself is its own, where that is scraped; else it is as proofs say. */
  readonly realAlertmanager?: boolean;
}

/** Which series are on stage: of all faults where nobody knows which will be pressed, else of these and of the first case of each alert. */
const shownFaults = (all: readonly SimulatedFault[], breaking: readonly SimulatedFault[] | undefined) =>
  breaking === undefined
    ? all
    : [
        ...breaking,
        ...all.filter(({ id, number }) => number === 0 && !breaking.some((each) => each.id === id)),
      ];

const startOf = (name: string) => (what: string) => `${name}: ${what}`;

const alertmanagerText = (
  text: string,
  receivers: Receivers,
  version: string,
  record: string | undefined,
): string => {
  const config: unknown = parse(text);
  return stringify(
    {
      ...redirect(isObject(config) ? config : {}, { ...receivers.elsewhere, alertmanager: version }),
      ...(record !== undefined && { event_recorder: { file_outputs: [{ path: record }] } }),
    },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
};

/** Whether Alertmanager writes down what it does, where it is asked to. */
const records = ({ version }: Program): boolean => version.major > 0 || version.minor >= 33;

/**
 * Sets the stage, hands it to `use`, and takes everything away afterwards, however that ends: the servers are up, have asked every target and
 * evaluated every rule, and nothing fires.
 *
 * @throws Error where a step takes too long, with what it still waits for.
 */
export const withStage = async <T>(staged: Staged, use: (stage: Stage) => Promise<T>): Promise<T> => {
  const { rehearsed, factor, breaking, arrived = () => undefined, edited = (text: string) => text } = staged;
  const { application } = rehearsed;
  const preparing = (what: string): void => {
    staged.signal?.throwIfAborted();
    staged.preparing?.(startOf(rehearsed.called)(what));
  };
  const all = faultsOf(application);
  const faults = shownFaults(all, breaking);
  const scraped = targetsOf(application, faults, rehearsed);
  const life = openLife({ targets: scraped, factor, ...(breaking && { breaking }) });
  const program = staged.program ?? (await programOf('alertmanager'));
  const { version } = program;
  const prometheusProgram = await programOf('prometheus');
  const parsed: unknown = parse(rehearsed.alertmanager);
  const told = {
    tellers: allTellers(rehearsed.configuration),
    ids: toldBy(isObject(parsed) ? parsed : {}),
    alerts: alertsOf(application).map(({ name }) => name),
    arrived,
  };
  const shift = atFault(breaking ?? []);
  const ruleText = (text: string): string =>
    faster(text, factor, 'lives faster too', (expr) => atAnotherTime(expr, shift));
  const jobs = [...new Set(scraped.map(({ job }) => job))];
  const files = {
    ...Object.fromEntries(Object.entries(rehearsed.rules).map(([path, text]) => [path, ruleText(text)])),
    ...Object.fromEntries(jobs.map((job) => [targetsFile(job), targetsText(job, scraped, life)])),
  };
  // What listens keeps the command alive: it is opened when all that may be wrong with the texts was found.
  const network = await openNetwork();
  const receivers = await openReceivers(told).catch(async (error: unknown) => {
    await network.close();
    throw error;
  });
  try {
    for (const target of scraped) network.join(keyOfAsked(target), { page: () => life.page(target) });
    return await withFolder(files, async (folder) => {
      let writing: Promise<unknown> = Promise.resolve();
      const press = async (fault: SimulatedFault, isOn: boolean): Promise<void> => {
        if (isOn) life.breakNow(fault);
        else life.mendNow(fault);
        // One after another, each as life is by then: two at once would rename each other's files.
        const written = writing.then(() =>
          Promise.all(jobs.map((job) => replaced(folder, job, targetsText(job, scraped, life)))),
        );
        writing = written.catch(() => undefined);
        await written;
      };
      const config = prometheusConfig(faster(rehearsed.prometheus, factor), {
        folder,
        proxy: network.proxy,
        targets: scraped,
      });
      // A series that nobody asks for any more is forgotten as many times as soon.
      const lookback = `--query.lookback-delta=${Math.max(1, Math.round(300 / factor))}s`;
      const record = records(program) ? join(folder, 'events.jsonl') : undefined;
      const alertmanagerFiles = {
        config: edited(
          alertmanagerText(faster(rehearsed.alertmanager, factor), receivers, version.text, record),
        ),
        program: program.path,
        ...(record !== undefined && { flags: ['--enable-feature=event-recorder'] }),
      };
      /** Over a Prometheus without a past; nothing where it must begin again, for some alert was not quiet in it. */
      const played = (mayRepeat: boolean): Promise<{ readonly came: T } | undefined> => {
        preparing('starting Prometheus');
        return withServer('prometheus', { config, flags: [lookback] }, async (prometheus) => {
          // Until there is an Alertmanager, alerts are taken from it and told to nobody: what is dropped is told of later.
          network.join('alertmanager:9093', { page: () => '' });
          await untilReady(prometheus, staged, scraped, preparing);
          if (mayRepeat && (await calmed(prometheus, all, life))) return undefined;
          preparing('starting Alertmanager');
          return withServer('alertmanager', alertmanagerFiles, async (alertmanager) => {
            network.join('alertmanager:9093', { server: alertmanager });
            if (staged.realAlertmanager) network.join('alertmanager:9093/metrics', { server: alertmanager });
            const came = await use({
              ...{ rehearsed, faults: all, targets: scraped, prometheus, alertmanager, life, press, factor },
              releases: { prometheus: prometheusProgram.version.text, alertmanager: version.text },
              messages: receivers.messages,
              ...(record !== undefined && { record }),
            });
            return { came };
          });
        });
      };
      // Where it is known what breaks, what else fires is of no matter.
      for (let times = breaking === undefined ? 3 : 0; ; times--) {
        const ended = await played(times > 0);
        if (ended) return ended.came;
      }
    });
  } finally {
    await Promise.all([network.close(), receivers.close()]);
  }
};

/** Written whole or not at all: Prometheus reads it whenever it changes. */
const replaced = async (folder: string, job: string, text: string): Promise<void> => {
  const file = join(folder, targetsFile(job));
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
};

import { EventEmitter, once } from 'node:events';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { reason } from '#proof/tools/reason.js';
import type { Program } from '#proof/tools/tool.js';
import { paceFault } from '#rehearsal/told/options.js';
import { withStage } from '#rehearsal/stage/stage.js';
import type { Somewhere } from '#rehearsal/place/places.js';
import { type Live, live } from './live.js';

/** What the page may have changed: an application, and how fast it lives. */
interface Playing {
  readonly application: string;
  readonly pace: number;
}

/** One stage after another, as the page asks for them. */
export interface Theatre {
  readonly state: () => Rehearsal;
  /** The stage that is set; nothing while one is being set. */
  readonly live: () => Live | undefined;
  /** Calls back whenever the state may be another, until what is handed back is called. */
  readonly follow: (changed: () => void) => () => void;
  /** What is wrong with it; nothing where it will be so. */
  readonly play: (playing: Partial<Playing>) => string | undefined;
  /** Ends the stage, and what sets the next. */
  readonly close: () => Promise<void>;
}

export interface Opened {
  readonly places: readonly Somewhere[];
  readonly pace: number;
  readonly program?: Program;
}

const nothingYet = (
  playing: Playing,
  places: readonly Somewhere[],
): Omit<Rehearsal, 'applications' | 'preparing'> => ({
  ...playing,
  language: places.find(({ application }) => application === playing.application)?.language ?? 'en',
  now: Date.now(),
  ...{ parts: [], targets: [], alerts: [], inbox: [], happened: [], silences: [] },
});

export const openTheatre = ({ places, pace, program }: Opened): Theatre => {
  const events = new EventEmitter().setMaxListeners(0);
  const changed = (): void => void events.emit('changed');
  const applications = [...new Set(places.map(({ application }) => application))];
  let playing: Playing = { application: applications[0] ?? '', pace };
  let preparing: string | undefined = 'starting';
  let stage: Live | undefined;
  let isClosed = false;
  /** Whether what is being set is still wanted. */
  let wanted = new AbortController();

  /** Until something else is to be played. */
  const another = (): Promise<unknown> => once(events, 'another');
  const leave = (): void => {
    wanted.abort(new Error('something else is to be played'));
    events.emit('another');
  };
  const play = async ({ application, pace: factor }: Playing, signal: AbortSignal): Promise<void> => {
    const found = places.find((each) => each.application === application);
    if (!found) throw new Error(`There is no application ${application}.`);
    const staged = {
      ...{ rehearsed: found.rehearsed(), factor, signal },
      preparing: (what: string) => {
        preparing = what;
        changed();
      },
      ...(program && { program }),
    };
    await withStage(staged, async (set) => {
      if (signal.aborted) return;
      stage = live(set, changed);
      preparing = undefined;
      changed();
      try {
        await another();
      } finally {
        await stage.stop();
        stage = undefined;
      }
    });
  };
  const running = (async () => {
    while (!isClosed) {
      wanted = new AbortController();
      const { signal } = wanted;
      preparing = 'starting';
      try {
        await play(playing, signal);
      } catch (error) {
        if (signal.aborted) continue;
        preparing = reason(error);
        changed();
        await another();
      }
    }
  })();

  return {
    state: () => ({
      ...(stage?.state() ?? nothingYet(playing, places)),
      applications,
      ...(preparing !== undefined && { preparing }),
    }),
    live: () => stage,
    follow: (listener) => {
      events.on('changed', listener);
      return () => events.off('changed', listener);
    },
    play: (asked) => {
      const next = { ...playing, ...asked };
      if (!applications.includes(next.application)) return `There is no application ${next.application}.`;
      const fault = paceFault(next.pace);
      if (fault !== undefined) return fault;
      if (next.application !== playing.application || next.pace !== playing.pace) {
        playing = next;
        leave();
      }
      return undefined;
    },
    close: async () => {
      isClosed = true;
      leave();
      await running;
    },
  };
};

import type { Terminal } from '#ground/surface.js';

/** Milliseconds that pass in silence. */
const patience = 2_000;

/** Tells how far proofs are, or what else is done of alerts, once they take longer than people wait without a word: on a terminal in one line, elsewhere now and then. */
export const progress = (total: number, { write, isTTY }: Terminal, what = 'alerts proven') => {
  const proven = new Set<object>();
  const began = Date.now();
  let told = 0;
  const tell = (): void => {
    told = Date.now();
    write(`${isTTY ? '\r' : ''}${proven.size} of ${total} ${what}${isTTY ? '' : '\n'}`);
  };
  return {
    done: (alert: object): void => {
      proven.add(alert);
      const now = Date.now();
      const often = isTTY ? 100 : 5 * patience;
      if (now - began > patience && now - told > often) tell();
    },
    /** Leaves the line to what is written next. */
    end: (): void => {
      if (told > 0 && isTTY) write('\r\u001b[K');
    },
  };
};

import { reason } from '#proof/tools/reason.js';
import { eventually } from '#servers/eventually.js';
import type { Checked } from './prometheus-api.js';

/** Milliseconds that one step may take on a busy machine; on an idle one all of them together take a third. */
const patience = 40_000;

/** Looks again and again until nothing is left of what is found; throws with what is left when that takes too long. */
export const untilNone = async (
  what: string,
  look: () => Promise<readonly string[]> | readonly string[],
  within = patience,
): Promise<void> => {
  let left: readonly string[] = [];
  const none = async () => {
    left = await look();
    return left.length === 0 || undefined;
  };
  try {
    await eventually(what, none, within);
  } catch (error) {
    throw new Error([reason(error), ...left].join('\n'));
  }
};

/** Looks again and again until all of these are there and nothing is wrong with any that is; hands back what is there. */
export const untilWell = async (
  what: string,
  needed: readonly string[],
  look: () => Promise<readonly Checked[]>,
  within = patience,
): Promise<readonly string[]> => {
  let names: readonly string[] = [];
  const left = async (): Promise<readonly string[]> => {
    const found = await look();
    names = found.map(({ name }) => name);
    return [
      ...needed.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
      ...found.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`)),
    ];
  };
  await untilNone(what, left, within);
  return names;
};

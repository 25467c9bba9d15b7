import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer, and hands it back.
 * Throws when `within` milliseconds have passed without one, saying what was waited for; an error of `ask` ends the wait at once.
 */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | undefined>,
  within = 10_000,
): Promise<T> => {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${within} ms in vain for ${what}`);
    await sleep(20);
  }
};

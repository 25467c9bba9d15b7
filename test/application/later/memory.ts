import type { Memory } from '#application/later/later.js';

/** A memory that lasts as long as a test. */
export const emptyMemory = (): Memory => {
  const answers = new Map<string, string>();
  return {
    answer: (question) => answers.get(question),
    remember: (question, answer) => void answers.set(question, answer),
  };
};

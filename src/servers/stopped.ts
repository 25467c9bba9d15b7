/** Waits until somebody ends the command: by Ctrl-C, by closing its terminal, or as a supervisor does. */
export const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const end = (): void => {
      for (const signal of signals) process.removeListener(signal, end);
      clearInterval(awake);
      resolve();
    };
    // A server alone may be let go of while nobody asks it anything.
    const awake = setInterval(() => undefined, 60_000);
    for (const signal of signals) process.on(signal, end);
  });

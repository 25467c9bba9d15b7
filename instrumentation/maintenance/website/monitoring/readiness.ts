// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
type Check = () => Promise<unknown>;

interface Asked {
  readonly at: number;
  readonly passed: Promise<boolean>;
}

declare global {
  var maintenanceWebsiteReadiness: Map<string, Check> | undefined;
  var maintenanceWebsiteReadinessAsked: Map<Check, Asked> | undefined;
}
const checks = (globalThis.maintenanceWebsiteReadiness ??= new Map<string, Check>());
const underWay = (globalThis.maintenanceWebsiteReadinessAsked ??= new Map<Check, Asked>());

/** A check that takes longer, in milliseconds, has failed. */
const longest = 2000;

/** One that never ends, in milliseconds, is left alone after this and asked again: what it asked may have been lost. */
const givenUp = 30_000;

/** Adds what must answer before anybody is sent here: readyWhen('database', () => pool.query('select 1')). */
export const readyWhen = (name: string, check: Check): void => {
  checks.set(name, check);
};

/** One at a time: who asks while a check is under way waits for that, so that a database which hangs is given no queue. */
const asked = (check: Check): Promise<boolean> => {
  const before = underWay.get(check);
  if (before !== undefined && performance.now() - before.at < givenUp) return before.passed;
  const passed = (async () => {
    await check();
    return true;
  })()
    .catch(() => false)
    .finally(() => {
      if (underWay.get(check)?.passed === passed) underWay.delete(check);
    });
  underWay.set(check, { at: performance.now(), passed });
  return passed;
};

const passes = async (check: Check): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longest);
  });
  const passed = await Promise.race([asked(check), late]);
  clearTimeout(timer);
  return passed;
};

/** All checks at once: whether each passes. Why one does not is for the log, and not for everybody who asks. */
export const readiness = async (): Promise<{
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
}> => {
  const passed = await Promise.all(
    [...checks].map(async ([name, check]) => [name, await passes(check)] as const),
  );
  return { ready: passed.every(([, each]) => each), checks: Object.fromEntries(passed) };
};

// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
type Check = () => Promise<unknown>;

declare global {
  var maintenanceWebsiteReadiness: Map<string, Check> | undefined;
}
const checks = (globalThis.maintenanceWebsiteReadiness ??= new Map<string, Check>());

/** A check that takes longer, in milliseconds, has failed. */
const longest = 2000;

/** Adds what must answer before anybody is sent here: readyWhen('database', () => pool.query('select 1')). */
export const readyWhen = (name: string, check: Check): void => {
  checks.set(name, check);
};

const passes = async (check: Check): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longest);
  });
  const done = (async () => {
    await check();
    return true;
  })().catch(() => false);
  const passed = await Promise.race([done, late]);
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

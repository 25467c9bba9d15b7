/** One thing that is wrong: where it stands, and what, why and what instead, as one sentence. */
export interface Fault {
  readonly at: string;
  readonly says: string;
}
export const fault = (at: string, says: string): Fault => ({ at, says });

/** Throws one Error that tells all faults; does nothing where there are none. */
export const refuse = (subject: string, faults: readonly Fault[]): void => {
  if (faults.length === 0) return;
  const lines = faults.map(({ at, says }) => `  ${at}: ${says}`);
  throw new Error(
    `${subject}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}\n${lines.join('\n')}`,
  );
};

/** What a check that throws would say, as a fault; none where it does not throw. */
export const faultOf = (at: string, check: () => unknown): readonly Fault[] => {
  try {
    check();
    return [];
  } catch (error) {
    return [fault(at, error instanceof Error ? error.message : String(error))];
  }
};

import { type ChildProcess, type IOType, spawn } from 'node:child_process';

/** Kills the program when standard input closes, ends when the program ends, and hands on its exit code. */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- & program=$!
{ read -r _ <&3; kill -9 "$program"; } & watcher=$!
wait "$program"; code=$?
kill "$watcher"
exit "$code"`;

export interface LeashOptions {
  readonly cwd: string;
  /** Where its standard output and standard error go. */
  readonly output: IOType | number;
}

/**
 * Starts a program that is killed when the child's standard input is closed: by us, or by the kernel however this process ends.
 * A handler for this process's end would not do: jest gives tests a process object that never ends, and may itself be killed.
 */
export const leash = (
  program: string,
  args: readonly string[],
  { cwd, output }: LeashOptions,
): ChildProcess =>
  spawn('/bin/sh', ['-c', guard, 'leash', program, ...args], { cwd, stdio: ['pipe', output, output] });

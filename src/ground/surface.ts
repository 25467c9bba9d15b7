/** Where a command writes. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
}

/** What a command reads and writes beside files. */
export interface Surface {
  readonly out: Terminal;
  readonly err: Terminal;
  /** Whether words are set off by colour. */
  readonly colour: boolean;
  /** The folder of the estate, to which its paths are relative. */
  readonly root: string;
  /** The folder in which somebody typed the command: names of files are of it. */
  readonly folder: string;
}

/** `well`: nothing is wrong; `faults`: something is, and was told; `cannot`: it could not be run as asked. */
export const exitCodes = { well: 0, faults: 1, cannot: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

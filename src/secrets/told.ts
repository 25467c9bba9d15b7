import { type Fault, explained, faultText } from '#ground/fault.js';

/** What is wrong with the Secrets of a cluster. */
export interface Judged {
  /** The cluster. */
  readonly name: string;
  /** How many were looked for. */
  readonly secrets: number;
  readonly faults: readonly Fault[];
}

const bold = (word: string, colour: boolean): string => (colour ? `\u001b[1m${word}\u001b[0m` : word);

const one = ({ name, secrets, faults }: Judged, state: string, colour: boolean): string =>
  faults.length > 0
    ? faultText(bold(name, colour), faults, true)
    : `${bold(name, colour)}: ${secrets === 1 ? '1 Secret is' : `${secrets} Secrets are`} ${state}, with all keys`;

/** What is wrong, cluster by cluster, as a person reads it. `state` is what the Secrets are where nothing is: `there`. */
export const judgedText = (judged: readonly Judged[], state: string, colour: boolean): string => {
  const faults = judged.flatMap((each) => each.faults);
  return `${judged.map((each) => one(each, state, colour)).join('\n')}${explained(faults)}\n`;
};

/** The same for programs. */
export const judgedJson = (judged: readonly Judged[]): string =>
  `${JSON.stringify(
    judged.map(({ name, secrets, faults }) => ({ cluster: name, secrets, faults })),
    null,
    2,
  )}\n`;

import { yamlOf } from '#ground/yaml.js';

/** Files by their path below a folder. */
export type Files = Readonly<Record<string, string>>;

/** The first line of every file that a person could be tempted to change on the host. */
export const madeBy = (what: string): string =>
  `# ${what}\n# Made from code: what is changed here is gone with the next delivery.\n`;

/** A configuration file in YAML that says what it is. */
export const configuration = (what: string, content: object): string => `${madeBy(what)}\n${yamlOf(content)}`;

import { parse } from 'yaml';
import type { Application } from '#application/application.js';
import { answeredOnHost } from '#hosts/answered.js';
import { hostFiles } from '#hosts/hosts.js';
import { type Host, host } from '#application/host/host.js';
import type { Files } from '#hosts/text.js';
import { estate, hosts } from '../estate.js';

/** A host and all that is delivered to it. */
export interface Rendered {
  readonly name: string;
  readonly host: Host;
  /** The application, as far as it is answered there. */
  readonly application: Application;
  readonly files: Files;
}

export const render = (on: Host): Rendered => {
  const { application } = answeredOnHost(on.application);
  return { name: application.name, host: on, application, files: hostFiles(on) };
};

const isOnHost = ({ name }: Application): boolean =>
  hosts.some(({ application }) => application.name === name);

/** Every host of the estate; and each application that has none, on the one on which it could run. */
export const rendered: readonly Rendered[] = [
  ...hosts,
  ...estate.filter((each) => !isOnHost(each)).map((each) => host(each)),
].map(render);

/**
 * The text of a delivered file.
 *
 * @throws Error where there is none of that path.
 */
export const textOf = (files: Files, path: string): string => {
  const text = files[path];
  if (text === undefined)
    throw new Error(`${path} is not delivered; there is ${Object.keys(files).join(', ')}`);
  return text;
};

/** What a delivered YAML file holds, of the shape that the reader expects. */
export const contentOf = <T>(files: Files, path: string): T => parse(textOf(files, path)) as T;

import type { Release } from '#ground/release.js';

/** A release of a program; `text` is what the program calls itself, such as `2.42.0+ds`. */
export interface Version {
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

const numbers = (text: string): Version | undefined => {
  const [, major, minor] = /^v?(\d+)\.(\d+)(?![\d])/.exec(text) ?? [];
  return major === undefined || minor === undefined
    ? undefined
    : { text, major: Number(major), minor: Number(minor) };
};

/** The version in the output of `<program> --version`; nothing when the output is another program's. */
export const versionIn = (output: string, program: string): Version | undefined => {
  const [, name, text] = /^(\S+), version (\S+)/m.exec(output) ?? [];
  return name === program && text !== undefined ? numbers(text) : undefined;
};

/** The version that stands where `release` captures it in that output. */
export const versionAt = (output: string, release: RegExp): Version | undefined =>
  numbers(release.exec(output)?.[1] ?? '');

/** Patch releases and pre-releases count as their minor release: 2.42.0-rc.0 is at least 2.42. */
export const isAtLeast = (version: Version, release: Release): boolean => {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return version.major > major || (version.major === major && version.minor >= minor);
};

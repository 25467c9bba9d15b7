import { cut, define, longer, shorter, replace } from './cut.js';
import type { Medium } from './medium.js';

const safe = ({ html }: Medium): readonly string[] => (html === undefined ? [] : ['safeHtml']);
const piped = (...stages: readonly string[]): string => `{{ ${stages.join(' | ')} }}`;

/**
 * Defines the template that `shortened` calls: it escapes a text before it is cut, for the service counts what is written. None
 * where nothing is escaped.
 */
export const definedCut = (medium: Medium): string => {
  const { escape, torn } = medium;
  const mend = torn === undefined ? [] : [replace(`${torn}…$`, '…')];
  const cutAs = `reReplaceAll (printf "${longer('%s')}" (index . 0)) "${shorter}"`;
  return escape.length === 0
    ? ''
    : define('cut', piped('index . 1', ...escape, cutAs, ...mend, ...safe(medium)));
};

/** A Go template that writes a value as it is meant, up to so many characters. */
export const shortened = ({ escape }: Medium, value: string, characters: number): string =>
  escape.length === 0
    ? piped(value, cut(characters))
    : `{{ template "cut" (stringSlice "${characters}" ${value}) }}`;

/** Defines the template that `linked` calls. */
export const definedLink = (medium: Medium, longest: number): string => {
  const { escapeLink, endsLink, link } = medium;
  const url = ['index . 0', ...escapeLink].join(' | ');
  const fits = `match ${JSON.stringify(`^https?://[^${endsLink}]{1,${longest}}$`)} $url`;
  const shown = piped(`printf ${JSON.stringify(link)} $url (index . 1)`, ...safe(medium));
  return define('link', `{{ $url := ${url} }}{{ if ${fits} }}${shown}{{ end }}`);
};

/** A Go template that links to a URL; it writes nothing of what is no URL of the web, or of one that is too long to be sent whole. */
export const linked = (url: string, text: string): string =>
  `{{ template "link" (stringSlice ${url} "${text}") }}`;

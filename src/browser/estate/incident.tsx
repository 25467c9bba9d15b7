import type { VNode } from 'preact';
import { useLanguage, useWords } from '#browser/frame/language.js';
import type { EstateShown, Incident } from '#browser/wire/preview.js';
import { span, zoneName } from './time.js';
import { estateWords } from './words.js';

/** When an incident was: its fault from when to when, and the first of its alerts that fired. */
export const Times = ({
  incident: { from, to, fired = [] },
  estate: { timeZone },
}: {
  readonly incident: Incident;
  readonly estate: EstateShown;
}): VNode => {
  const say = useWords(estateWords);
  const language = useLanguage();
  const last = Math.max(...fired.map((each) => each.to));
  const first = Math.min(...fired.map((each) => each.from));
  return (
    <span class="faint times" title={zoneName(timeZone)}>
      {say('fault')} {span(from, to, language, timeZone)}
      {fired.length > 0 && ` · ${say('fired')} ${span(first, last, language, timeZone)}`}
    </span>
  );
};

/** What the proof of an incident's alert breaks: its numbers are the proof's, those of the data are on the dashboards. */
export const Broken = ({ incident: { words } }: { readonly incident: Incident }): VNode => {
  const say = useWords(estateWords);
  return (
    <span>
      {say('asProven')} {words}
    </span>
  );
};

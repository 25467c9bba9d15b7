import type { VNode } from 'preact';
import { useFaults } from '#browser/frame/faults.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import type { Quiet } from '#browser/wire/preview.js';
import { estateWords } from './words.js';

/** That an alert does not fire in the data, though it should, and why: a fault of the page. */
export const QuietAlert = ({ quiet: { alert, why } }: { readonly quiet: Quiet }): VNode => {
  const say = useWords(estateWords);
  const said = `${say('quiet')} ${why[useLanguage()]}`;
  useFaults(alert, [said]);
  return <p class="quiet">{said}</p>;
};

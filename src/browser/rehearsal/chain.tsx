import type { VNode } from 'preact';
import { useWords } from '#browser/frame/language.js';
import { chainWords, rehearsalWords } from './words.js';
import './chain.css';

const links = ['break', 'hold', 'group', 'tell'] as const;

/** How an alert comes about, where none is looked at yet. */
export const Chain = (): VNode => {
  const say = useWords(rehearsalWords);
  const link = useWords(chainWords);
  return (
    <section class="box chain" aria-labelledby="chain-title">
      <h2 id="chain-title">{say('howTitle')}</h2>
      <ol>
        {links.map((each) => (
          <li key={each}>{link(each)}</li>
        ))}
      </ol>
    </section>
  );
};

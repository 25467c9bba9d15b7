import type { VNode } from 'preact';
import { type Language, useLanguage, useWords } from '#browser/frame/language.js';
import { span } from './span.js';
import { chainWords, rehearsalWords } from './words.js';
import './chain.css';

const links = ['break', 'hold', 'group', 'tell'] as const;

/** How fast everything goes. */
const paceSaid: Readonly<Record<Language, (pace: number) => string>> = {
  ko: (pace) =>
    `모든 것이 실제보다 ${pace}배 빠릅니다. 실제로 5분 걸리는 일이 여기서는 ${span(300 / pace, 'ko')} 걸립니다.`,
  en: (pace) =>
    `Everything goes ${pace} times faster than in life: what takes 5 minutes there takes ${span(300 / pace, 'en')} here.`,
};

/** How an alert comes about, where none is looked at yet. */
export const Chain = ({ pace }: { readonly pace: number }): VNode => {
  const say = useWords(rehearsalWords);
  const link = useWords(chainWords);
  const language = useLanguage();
  return (
    <section class="box chain" aria-labelledby="chain-title">
      <h2 id="chain-title">{say('howTitle')}</h2>
      <ol>
        {links.map((each) => (
          <li key={each}>{link(each)}</li>
        ))}
      </ol>
      {pace > 1 && <p class="faint">{paceSaid[language](pace)}</p>}
    </section>
  );
};

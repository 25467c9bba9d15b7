import type { VNode } from 'preact';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { second } from '#browser/inbox/drawn.js';
import type { Happened } from '#browser/wire/rehearsal.js';
import { span } from './span.js';
import { happenedWords, meantWords, rehearsalWords } from './words.js';
import './timeline.css';

const isMeant = (what: Happened['what']): what is keyof typeof meantWords => what in meantWords;

/** What happened, the latest first, each with how long after the condition began. */
export const Timeline = ({ happened }: { readonly happened: readonly Happened[] }): VNode => {
  const say = useWords(rehearsalWords);
  const name = useWords(happenedWords);
  const meant = useWords(meantWords);
  const language = useLanguage();
  return (
    <section class="box timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say('timeline')}</h2>
      {happened.length === 0 && <p class="faint">{say('timelineEmpty')}</p>}
      <ol>
        {happened.toReversed().map(({ at, since, what, text, alert }, i) => (
          <li key={happened.length - i} class={what}>
            <time dateTime={new Date(at).toISOString()}>{second(at)}</time>
            <span class="timeline-since" title={say('sinceCondition')}>
              {since < 0 ? '−' : '+'}
              {span(Math.abs(since), language)}
            </span>
            <span class="timeline-what">
              {name(what)} {alert !== undefined && <span class="faint">{alert}</span>}
            </span>
            <span class="timeline-text">{isMeant(what) ? meant(what) : text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};

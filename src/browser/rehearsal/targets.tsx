import type { VNode } from 'preact';
import { useWords } from '#browser/frame/language.js';
import type { TargetState } from '#browser/wire/rehearsal.js';
import { rehearsalWords } from './words.js';
import './targets.css';

/** What Prometheus scrapes, and whether it answers. */
export const Targets = ({ targets }: { readonly targets: readonly TargetState[] }): VNode => {
  const say = useWords(rehearsalWords);
  const down = targets.filter(({ health }) => health === 'down').length;
  const counted = [
    `${targets.filter(({ health }) => health === 'up').length} ${say('up')}`,
    ...(down > 0 ? [`${down} ${say('down')}`] : []),
  ].join(' · ');
  return (
    <details class="box targets" open={down > 0}>
      <summary>
        <h2>{say('targets')}</h2>
        <span class={down > 0 ? 'is-down' : 'faint'}>{counted}</span>
      </summary>
      <ul>
        {targets.map(({ job, instance, health, error }) => (
          <li key={`${job} ${instance}`} class={health}>
            <span class="target-job">{job}</span>
            <span class="target-health">{say(health)}</span>
            <span class="target-instance">{instance}</span>
            {error !== undefined && error !== '' && <span class="target-error">{error}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
};

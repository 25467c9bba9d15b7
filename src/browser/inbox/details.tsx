import type { VNode } from 'preact';
import { bareAddress, read } from './inline.js';
import { Inlines } from './inlines.js';

/** Text in which only web addresses are more than that. */
export const Plain = ({ of }: { readonly of: string }): VNode => (
  <Inlines of={read(of.trimEnd(), { marks: [bareAddress()], plain: (text) => text })} />
);

/** Pairs under each other; those that say nothing are left out. */
export const Details = ({ of }: { readonly of: readonly (readonly [string, string])[] }): VNode => (
  <dl class="details">
    {of
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => (
        <div key={name} class={value.includes('\n') ? 'long' : ''}>
          <dt>{name}</dt>
          <dd class="as-written">
            <Plain of={value} />
          </dd>
        </div>
      ))}
  </dl>
);

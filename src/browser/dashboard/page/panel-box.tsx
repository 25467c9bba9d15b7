import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useFaults } from '#browser/frame/faults.js';
import { useKey } from '#browser/frame/keys.js';
import { useWords } from '#browser/frame/language.js';
import { Markdown } from '#browser/frame/markdown.js';
import { useLoading } from '#browser/frame/ready.js';
import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import { asText } from '#browser/dashboard/variable/formats.js';
import { interpolate, within } from '#browser/dashboard/variable/interpolate.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import type { Region } from '#browser/panel/contract.js';
import type { Context } from './context.js';
import { Hint } from './hint.js';
import { type addressParts, linkShown } from './link.js';
import { PanelBody } from './panel-body.js';
import { PanelMenu } from './panel-menu.js';
import { useFound } from './use-found.js';
import { useSize } from './use-size.js';

export interface PanelBoxProps {
  readonly panel: PanelGiven;
  readonly context: Context;
  readonly regions: readonly Region[];
  readonly address: ReturnType<typeof addressParts>;
  readonly isViewed: boolean;
  readonly onView: () => void;
  readonly onZoom: (from: number, to: number) => void;
}

const Faults = ({ of }: { readonly of: readonly string[] }): VNode => (
  <ul class="panel-faults" role="alert">
    {of.map((fault) => (
      <li key={fault}>{fault}</li>
    ))}
  </ul>
);

/** A panel: its title with what it offers, what it draws, and what is wrong with it. */
export const PanelBox = ({
  panel,
  context,
  regions,
  address,
  isViewed,
  onView,
  onZoom,
}: PanelBoxProps): VNode => {
  const say = useWords(dashboardWords);
  const [body, size] = useSize();
  const { targets, found, isLoading } = useFound(panel, context, size.width);
  const whole = useRef<HTMLElement>(null);
  const known = useMemo(() => within(context.known, panel.scope), [context, panel]);
  const title = interpolate(panel.title, known, asText);
  const name = title || `${panel.type} ${panel.id}`;
  const faults = (found?.faults ?? []).map(({ word, what }) =>
    what === '' ? say(word) : `${say(word)}: ${what}`,
  );
  const empty = found?.empty ?? [];
  useFaults(name, faults);
  useLoading(isLoading);
  useKey('v', (event) => {
    if (isViewed || !whole.current?.matches(':hover, :focus-within')) return;
    event.preventDefault();
    onView();
  });
  const links = panel.links.map((link) => linkShown(link, known, address));
  return (
    <section
      class={`panel ${panel.isTransparent ? 'transparent' : ''}`}
      ref={whole}
      aria-label={name}
      aria-busy={isLoading}
      data-panel={panel.id}
      data-type={panel.type}
    >
      <header>
        <h2 title={title}>{title}</h2>
        {panel.description && (
          <Hint label={`${say('about')}: ${name}`}>
            <Markdown text={interpolate(panel.description, known, asText)} />
          </Hint>
        )}
        {empty.length > 0 && (
          <Hint label={`${say('someEmpty')}: ${name}`}>
            <p>{say('someEmpty')}</p>
            <ul class="panel-empty">
              {empty.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Hint>
        )}
        {faults.length > 0 && (
          <Hint icon="warning" label={`${say('wrong')}: ${name}`}>
            <Faults of={faults} />
          </Hint>
        )}
        <PanelMenu title={name} targets={targets} links={links} isViewed={isViewed} onView={onView} />
      </header>
      {isLoading && <div class="panel-loading" role="status" aria-label={say('loading')} />}
      <div class="panel-content" ref={body}>
        {found && size.width > 0 && found.frames.length === 0 && faults.length > 0 && <Faults of={faults} />}
        {found && size.width > 0 && (found.frames.length > 0 || faults.length === 0) && (
          <PanelBody
            panel={panel}
            title={name}
            context={context}
            frames={found.frames}
            regions={regions}
            address={address}
            width={size.width}
            height={size.height}
            onZoom={onZoom}
          />
        )}
      </div>
    </section>
  );
};

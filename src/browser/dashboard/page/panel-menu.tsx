import type { VNode } from 'preact';
import { Icon } from '#browser/frame/icon.js';
import { useWords } from '#browser/frame/language.js';
import { Popup } from '#browser/frame/popup.js';
import { durationOf } from '#browser/dashboard/query/steps.js';
import type { Target } from '#browser/dashboard/query/target.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import type { LinkShown } from './link.js';
import { Link } from './link-list.js';

const TargetShown = ({ target }: { readonly target: Target }): VNode => {
  const say = useWords(dashboardWords);
  const { refId, written, expr, isRange, step } = target;
  return (
    <section>
      <h3>
        {say('query')} {refId}{' '}
        <small>{isRange ? `${say('step')} ${durationOf(step)}` : say('instant')}</small>
      </h3>
      <pre>{written}</pre>
      {expr !== written && (
        <>
          <h4>{say('sent')}</h4>
          <pre>{expr}</pre>
        </>
      )}
    </section>
  );
};

/** What a panel offers: to fill the page, its links, its queries as they are written and as they were sent. */
export const PanelMenu = ({
  title,
  targets,
  links,
  isViewed,
  onView,
}: {
  readonly title: string;
  readonly targets: readonly Target[];
  readonly links: readonly LinkShown[];
  readonly isViewed: boolean;
  readonly onView: () => void;
}): VNode => {
  const say = useWords(dashboardWords);
  return (
    <Popup kind="right panel-menu" label={`${say('menu')}: ${title}`} button={<Icon name="dots" />}>
      {(close) => (
        <>
          <button
            type="button"
            class="menu-item"
            onClick={() => {
              close();
              onView();
            }}
          >
            {say(isViewed ? 'leave' : 'view')} <kbd>{isViewed ? 'Esc' : 'v'}</kbd>
          </button>
          {links.map((link) => (
            <p key={link.title}>
              <Link link={link} note={say('onlyGrafana')} />
            </p>
          ))}
          {targets.map((target) => (
            <TargetShown key={target.refId} target={target} />
          ))}
        </>
      )}
    </Popup>
  );
};

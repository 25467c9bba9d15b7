import type { VNode } from 'preact';
import { Markdown } from '#browser/frame/markdown.js';
import { useWords } from '#browser/frame/language.js';
import type { DashboardModel } from '#browser/dashboard/model/dashboard.js';
import { asText } from '#browser/dashboard/variable/formats.js';
import { interpolate, type Known } from '#browser/dashboard/variable/interpolate.js';
import type { Resolved } from '#browser/dashboard/variable/resolve.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import { type addressParts, linkShown } from './link.js';
import { Link } from './link-list.js';
import { Variables } from './variables.js';

/** What stands above the panels: what the dashboard is, its variables, tags and links. */
export const Head = ({
  model,
  resolved,
  known,
  address,
  onChoose,
}: {
  readonly model: DashboardModel;
  readonly resolved: readonly Resolved[];
  readonly known: Known;
  readonly address: ReturnType<typeof addressParts>;
  readonly onChoose: (name: string, values: readonly string[]) => void;
}): VNode => {
  const say = useWords(dashboardWords);
  return (
    <div class="dashboard-head">
      {model.description && (
        <Markdown kind="dashboard-description" text={interpolate(model.description, known, asText)} />
      )}
      <Variables resolved={resolved} onChoose={onChoose} />
      {model.tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
        </span>
      ))}
      {model.links.map((link) => (
        <Link key={link.title} link={linkShown(link, known, address)} note={say('onlyGrafana')} />
      ))}
    </div>
  );
};

import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Icon } from '#browser/frame/icon.js';
import { useWords } from '#browser/frame/language.js';
import { placed, type Placed } from '#browser/dashboard/grid/place.js';
import { repeated } from '#browser/dashboard/grid/repeat.js';
import { sectionsOf } from '#browser/dashboard/grid/section.js';
import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import { asText } from '#browser/dashboard/variable/formats.js';
import { interpolate, within } from '#browser/dashboard/variable/interpolate.js';
import { dashboardWords } from '#browser/dashboard/words.js';
import { PanelBox, type PanelBoxProps } from './panel-box.js';

type Shared = Pick<PanelBoxProps, 'context' | 'regions' | 'address' | 'onZoom'>;

const Row = ({
  at: { panel, isClosed, count },
  known,
  onToggle,
}: {
  readonly at: Placed;
  readonly known: Shared['context']['known'];
  readonly onToggle: () => void;
}): VNode => {
  const say = useWords(dashboardWords);
  return (
    <h2 class="row">
      <button
        type="button"
        aria-expanded={!isClosed}
        title={say(isClosed ? 'open' : 'close')}
        onClick={onToggle}
      >
        <Icon name={isClosed ? 'right' : 'down'} />
        {interpolate(panel.title, within(known, panel.scope), asText)}
        {isClosed && (
          <small>
            ({count} {say('panels')})
          </small>
        )}
      </button>
    </h2>
  );
};

/** Where a panel stands in the grid of the page, whose lines count from one. */
const area = ({ place: { x, y, w, h } }: Placed) => ({
  gridColumn: `${x + 1} / span ${w}`,
  gridRow: `${y + 1} / span ${h}`,
  '--panel-rows': h,
});

/** The panels of a dashboard where Grafana has them: in 24 columns, or one below another where the page is narrow; or one alone. */
export const Grid = ({
  panels,
  viewed,
  onView,
  ...shared
}: Shared & {
  readonly panels: readonly PanelGiven[];
  /** The key of the panel that fills the page. */
  readonly viewed: string | undefined;
  readonly onView: (key: string | undefined) => void;
}): VNode => {
  const { known } = shared.context;
  const sections = useMemo(() => repeated(sectionsOf(panels), known), [panels, known]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isClosed = ({ key, isCollapsed }: PanelGiven): boolean => isCollapsed !== toggled.has(key);
  const toggle = (key: string): void =>
    setToggled(
      (last) => new Set(last.has(key) ? [...last].filter((other) => other !== key) : [...last, key]),
    );
  const alone = sections.flatMap((section) => section.panels).find(({ key }) => key === viewed);
  if (alone)
    return (
      <div class="viewed">
        <PanelBox key={alone.key} {...shared} panel={alone} isViewed onView={() => onView(undefined)} />
      </div>
    );
  return (
    <div class="grid">
      {placed(sections, isClosed).map((at) => (
        <div key={at.panel.key} class={at.panel.type === 'row' ? 'cell cell-row' : 'cell'} style={area(at)}>
          {at.panel.type === 'row' ? (
            <Row at={at} known={known} onToggle={() => toggle(at.panel.key)} />
          ) : (
            <PanelBox {...shared} panel={at.panel} isViewed={false} onView={() => onView(at.panel.key)} />
          )}
        </div>
      ))}
    </div>
  );
};

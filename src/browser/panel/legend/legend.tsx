import { type TargetedMouseEvent } from 'preact';
import { useState } from 'preact/hooks';
import { word } from '#browser/panel/words.js';
import './legend.css';
import { type LegendItem, type Order, ordered } from './item.js';
import { type LegendOptions } from './options.js';

interface LegendProps {
  readonly items: readonly LegendItem[];
  readonly options: LegendOptions;
  readonly language: 'ko' | 'en';
  /** Left out where there is nothing to pick: names only say what colours mean. */
  readonly onPick?: (name: string, isToggle: boolean) => void;
}

type Pick = LegendProps['onPick'] | undefined;

const Name = ({ item, onPick }: { readonly item: LegendItem; readonly onPick: Pick }) => {
  const pick = (event: TargetedMouseEvent<HTMLButtonElement>) =>
    onPick?.(item.name, event.ctrlKey || event.metaKey || event.shiftKey);
  const swatch = item.isDashed
    ? { backgroundImage: `repeating-linear-gradient(90deg, ${item.colour} 0 4px, transparent 4px 5px)` }
    : { background: item.colour };
  const swatched = (
    <>
      <span class="legend-swatch" style={item.isHidden ? {} : swatch} />
      <span class="legend-text">{item.name}</span>
    </>
  );
  if (!onPick) return <span class="legend-name">{swatched}</span>;
  return (
    <button
      type="button"
      class="legend-name"
      data-hidden={item.isHidden}
      aria-pressed={!item.isHidden}
      title={item.name}
      onClick={pick}
    >
      {swatched}
    </button>
  );
};

const List = ({ items, onPick }: LegendProps) => {
  const part = (of: readonly LegendItem[], side: string) =>
    of.length > 0 && (
      <ul class={`legend-list ${side}`}>
        {of.map((item, index) => (
          <li key={`${index} ${item.name}`}>
            <Name item={item} onPick={onPick} />
            {item.calculated.map(({ title, text }) => (
              <span key={title} class="legend-calculated">
                {title}: {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    );
  return (
    <>
      {part(
        items.filter(({ isRight }) => !isRight),
        'left',
      )}
      {part(
        items.filter(({ isRight }) => isRight),
        'right',
      )}
    </>
  );
};

const Table = ({ items, options, language, onPick }: LegendProps) => {
  const [order, setOrder] = useState<Order | undefined>(options.order);
  const titles = items[0]?.calculated.map(({ title }) => title) ?? [];
  const is = (by: string) => order?.by.toLowerCase() === by.toLowerCase();
  const sort = (by: string) =>
    setOrder(
      is(by)
        ? order?.isDescending === true
          ? { by, isDescending: false }
          : undefined
        : { by, isDescending: true },
    );
  const header = (by: string, shown: string) => (
    <th
      key={by}
      scope="col"
      aria-sort={is(by) ? (order?.isDescending === true ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="legend-sort"
        title={`${word(language, 'sortBy')} ${shown}`}
        onClick={() => sort(by)}
      >
        {shown}
        {is(by) && <span aria-hidden="true">{order?.isDescending === true ? ' ▾' : ' ▴'}</span>}
      </button>
    </th>
  );
  return (
    <table class="legend-table">
      <thead>
        <tr>
          {header('Name', word(language, 'name'))}
          {titles.map((title) => header(title, title))}
        </tr>
      </thead>
      <tbody>
        {ordered(items, order).map((item, index) => (
          <tr key={`${index} ${item.name}`}>
            <td>
              <Name item={item} onPick={onPick} />
            </td>
            {item.calculated.map(({ title, text }) => (
              <td key={title} class="legend-value">
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The names of what a chart shows, each with its colour and what was calculated of it; a click shows one alone. */
export const Legend = (props: LegendProps) => {
  const { options } = props;
  const width =
    options.placement === 'right' && options.width !== undefined ? { width: `${options.width}px` } : {};
  return (
    <div class={`legend legend-${options.placement}`} style={width}>
      {options.isTable ? <Table {...props} /> : <List {...props} />}
    </div>
  );
};

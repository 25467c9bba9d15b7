import { dateTimeFormat, formattedValueToString } from '@grafana/data';
import { type Hover } from '#browser/panel/chart/hover.js';
import { wholeMoment } from '#browser/panel/chart/moments.js';
import { type Listed, rowsOf, type TipOptions } from '#browser/panel/chart/rows.js';
import { Tip, TipRows } from '#browser/panel/chart/tip.js';
import { type Drawn } from '#browser/panel/contract.js';
import { word } from '#browser/panel/words.js';
import { type Line } from './lines.js';
import { type Plan } from './plan.js';

interface SeriesTipProps {
  readonly drawn: Drawn;
  readonly plan: Plan;
  readonly hover: Hover;
  readonly options: TipOptions;
  readonly isHidden: (name: string) => boolean;
}

const listedOf = ({ plan, hover, isHidden }: SeriesTipProps): readonly Listed[] =>
  plan.lines.flatMap((line: Line, index) => {
    const value = line.values[hover.index];
    if (line.style.isHidden.tooltip || isHidden(line.name) || typeof value !== 'number') return [];
    return [
      {
        value,
        name: line.name,
        colour: line.colour,
        text: () => (line.field.display ? formattedValueToString(line.field.display(value)) : String(value)),
        distance: Math.abs(hover.yOf(index) - hover.top),
      },
    ];
  });

/** What the series were at the crosshair. */
export const SeriesTip = (props: SeriesTipProps) => {
  const { drawn, plan, hover, options } = props;
  const { rows, more } = rowsOf(listedOf(props), options);
  if (rows.length === 0) return null;
  const at = plan.data[0][hover.index] ?? 0;
  return (
    <Tip theme={drawn.theme} x={hover.x} y={hover.y}>
      <div class="panel-tip-title">
        {dateTimeFormat(at, { timeZone: drawn.timeZone, format: wholeMoment })}
      </div>
      <TipRows rows={rows.map((row) => ({ ...row, text: row.text() }))} />
      {more > 0 && <div>{`+${more} ${word(drawn.language, 'more')}`}</div>}
    </Tip>
  );
};

/** The same in words. */
export const seriesSaid = (props: SeriesTipProps): string => {
  const { drawn, plan, hover, options } = props;
  const { rows } = rowsOf(listedOf(props), {
    ...options,
    mode: options.mode === 'none' ? 'multi' : options.mode,
  });
  const at = dateTimeFormat(plan.data[0][hover.index] ?? 0, {
    timeZone: drawn.timeZone,
    format: wholeMoment,
  });
  return [at, ...rows.map(({ name, text }) => `${name} ${text()}`)].join(', ');
};

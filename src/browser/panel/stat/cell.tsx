import { colorManipulator, type DisplayValue, type FieldDisplay, type GrafanaTheme2 } from '@grafana/data';
import { type Cell } from '#browser/panel/big/grid.js';
import { Big } from '#browser/panel/big/value.js';
import { faint, readableOn } from '#browser/panel/colours.js';
import { tokensOf } from '#browser/panel/tokens.js';
import { type StatLayout } from './layout.js';
import { type StatOptions } from './options.js';
import { sparkOf } from './spark.js';

interface StatCellProps {
  readonly value: FieldDisplay;
  readonly title: string;
  readonly change: string;
  readonly showsValue: boolean;
  readonly cell: Cell;
  readonly layout: StatLayout;
  readonly options: StatOptions;
  readonly isAlone: boolean;
  readonly theme: GrafanaTheme2;
}

interface Look {
  readonly background: string;
  readonly value: string;
  readonly title: string;
  readonly line: string;
}

const lookOf = (theme: GrafanaTheme2, { color }: DisplayValue, mode: StatOptions['colour']): Look => {
  const colour = color ?? tokensOf(theme).text;
  const plain = tokensOf(theme).text;
  if (mode === 'none') return { background: 'transparent', value: plain, title: plain, line: colour };
  if (mode === 'value') return { background: 'transparent', value: colour, title: plain, line: colour };
  const text = readableOn(theme, colour);
  const darker = colorManipulator.darken(colour, 0.15);
  const background = mode === 'background' ? `linear-gradient(120deg, ${darker}, ${colour})` : colour;
  return { background, value: text, title: text, line: faint(text, 0.7) };
};

const changeColour = (
  theme: GrafanaTheme2,
  change: number,
  { changeColour: mode }: StatOptions,
  same: string,
) => {
  if (mode === 'same_as_value' || change === 0) return same;
  const isGood = mode === 'inverted' ? change < 0 : change > 0;
  return theme.visualization.getColorByName(isGood ? 'green' : 'red');
};

const Sparkline = ({
  value,
  cell,
  height,
  line,
}: {
  readonly value: FieldDisplay;
  readonly cell: Cell;
  readonly height: number;
  readonly line: string;
}) => {
  const { x, y } = value.sparkline ?? {};
  const spark = sparkOf(x?.values ?? [], y?.values ?? [], { width: cell.width, height }, value.field);
  return spark ? (
    <svg class="stat-spark" width={cell.width} height={height} aria-hidden="true">
      <path d={spark.area} fill={faint(line, 0.2)} />
      <path d={spark.line} fill="none" stroke={line} stroke-width="2" stroke-linejoin="round" />
    </svg>
  ) : null;
};

/** One value of a stat. */
export const StatCell = (props: StatCellProps) => {
  const { value, title, change, showsValue, cell, layout, options, isAlone, theme } = props;
  const look = lookOf(theme, value.display, options.colour);
  const isCentered = options.isCentered || (isAlone && title === '' && layout.chartHeight === 0);
  const side = layout.isWide && !options.isCentered ? 'wide' : isCentered ? 'centered' : 'stacked';
  return (
    <div
      class="big-cell stat-cell"
      style={{
        left: `${cell.x}px`,
        top: `${cell.y}px`,
        width: `${cell.width}px`,
        height: `${cell.height}px`,
        background: look.background,
      }}
    >
      <div class={`stat-texts ${side}`} style={{ height: `${cell.height - layout.chartHeight}px` }}>
        {title !== '' && (
          <span
            class="big-title"
            title={title}
            style={{ fontSize: `${layout.titleSize}px`, color: look.title }}
          >
            {title}
          </span>
        )}
        {showsValue && (
          <span class="stat-value">
            <Big value={value.display} size={layout.valueSize} colour={look.value} />
            {change !== '' && (
              <span
                class="stat-change"
                style={{
                  fontSize: `${layout.changeSize}px`,
                  color: changeColour(theme, value.display.percentChange ?? 0, options, look.value),
                }}
              >
                {change}
              </span>
            )}
          </span>
        )}
      </div>
      {layout.chartHeight > 0 && (
        <Sparkline value={value} cell={cell} height={layout.chartHeight} line={look.line} />
      )}
    </div>
  );
};

import { useState } from 'preact/hooks';
import { isEmpty, valuesOf } from '#browser/panel/big/values.js';
import { Box } from '#browser/panel/box.js';
import { type Drawn } from '#browser/panel/contract.js';
import { described } from '#browser/panel/described.js';
import { Legend } from '#browser/panel/legend/legend.js';
import { legendOptions } from '#browser/panel/legend/options.js';
import { picked } from '#browser/panel/legend/picked.js';
import { isTrueAt, oneOf, textsAt } from '#browser/frame/read.js';
import { Empty } from '#browser/panel/said.js';
import { Disc } from './disc.js';
import { calculatedOf, piecesOf } from './items.js';
import './pie.css';

/** What parts have of a whole. */
export const Pie = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, language } = drawn;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  if (isEmpty(drawn)) return <Empty drawn={drawn} />;
  const values = valuesOf(drawn, {}).filter(({ field }) => !isTrueAt(field.custom, 'hideFrom', 'viz'));
  const sort = oneOf(['desc', 'asc', 'none'], model.options, 'sort');
  const pieces = piecesOf(values, (name) => hidden.has(name), sort);
  const legend = legendOptions(model.options);
  const shown = textsAt(model.options, 'legend', 'values');
  const names = pieces.map(({ name }) => name);
  return (
    <Box
      drawn={drawn}
      class={`chart chart-${legend.placement}`}
      role="group"
      label={described(
        model.title,
        pieces.map(({ name, text, percent }) => [name, `${text} (${percent})`]),
        language,
      )}
    >
      <Disc
        drawn={drawn}
        pieces={pieces}
        isDonut={oneOf(['pie', 'donut'], model.options, 'pieType') === 'donut'}
        labels={textsAt(model.options, 'displayLabels')}
        tip={oneOf(['single', 'multi', 'none'], model.options, 'tooltip', 'mode')}
      />
      {legend.isShown && (
        <Legend
          items={pieces.map((piece) => ({
            ...{ name: piece.name, colour: piece.colour, isHidden: piece.isHidden },
            isDashed: false,
            isRight: false,
            calculated: calculatedOf(piece, shown, language),
          }))}
          options={legend}
          language={language}
          onPick={(name, isToggle) => setHidden(picked(names, hidden, name, isToggle))}
        />
      )}
    </Box>
  );
};

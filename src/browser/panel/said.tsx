import { useFaults } from '#browser/frame/faults.js';
import { Box } from './box.js';
import { type Drawn } from './contract.js';
import { textAt } from '#browser/frame/read.js';
import { word } from './words.js';

/** Whether nobody here knows the answer: it counts lines of logs, and there is no Loki. */
const asksLoki = ({ model: { targets = [] } }: Drawn): boolean =>
  targets.length > 0 && targets.every((target) => textAt(target, 'datasource', 'type') === 'loki');

/** A panel without data: in the words that it has for that, else in ours. */
export const Empty = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, language } = drawn;
  const isOfLogs = asksLoki(drawn);
  return (
    <Box drawn={drawn}>
      <p class="panel-said" data-empty={isOfLogs ? 'logs' : ''}>
        {textAt(model, 'fieldConfig', 'defaults', 'noValue') ??
          word(language, isOfLogs ? 'noCounts' : 'noData')}
      </p>
    </Box>
  );
};

/** A panel of a kind that is not known here. */
export const NotDrawn = ({ drawn }: { readonly drawn: Drawn }) => {
  const said = `${word(drawn.language, 'notDrawn')}: ${drawn.model.type}`;
  useFaults(drawn.model.title, [said]);
  return (
    <Box drawn={drawn}>
      <p class="panel-said" role="alert" data-fault="kind">
        {said}
      </p>
    </Box>
  );
};

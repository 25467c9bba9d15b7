import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Box } from '#browser/panel/box.js';
import { wholeMoment } from '#browser/panel/chart/moments.js';
import { colourOf } from '#browser/panel/colours.js';
import { type Drawn } from '#browser/panel/contract.js';
import { isFalseAt, isTrueAt, oneOf } from '#browser/frame/read.js';
import { word } from '#browser/panel/words.js';
import { type Level, logLines } from './lines.js';
import './logs.css';

const colours: Readonly<Record<Level, string>> = {
  critical: 'purple',
  error: 'red',
  warning: 'yellow',
  info: 'green',
  debug: 'blue',
  trace: 'light-blue',
  unknown: 'text',
};

const colour = (theme: GrafanaTheme2, level: Level): string => colourOf(theme, colours[level]);

/** More lines than this nobody reads in a panel. */
const most = 1000;

/** Lines that applications wrote; where there are none, that it is Loki which would have them. */
export const Logs = ({ drawn }: { readonly drawn: Drawn }) => {
  const { model, frames, theme, timeZone, language } = drawn;
  const lines = logLines(frames, oneOf(['Descending', 'Ascending'], model.options, 'sortOrder'));
  if (lines.length === 0)
    return (
      <Box drawn={drawn}>
        <p class="panel-said" data-empty="logs">
          {word(language, 'noLogs')}
        </p>
      </Box>
    );
  return (
    <Box drawn={drawn}>
      <div class={`logs ${isTrueAt(model.options, 'wrapLogMessage') ? 'wrapped' : ''}`} tabIndex={0}>
        <ol>
          {lines.slice(0, most).map(({ at, text, level, labels }, index) => (
            <li key={index} data-level={level} style={{ '--log-level': colour(theme, level) }}>
              {!isFalseAt(model.options, 'showTime') && (
                <time dateTime={new Date(at).toISOString()}>
                  {dateTimeFormat(at, { timeZone, format: wholeMoment })}
                </time>
              )}
              {isTrueAt(model.options, 'showLabels') && (
                <span class="log-labels">
                  {Object.entries(labels)
                    .map(([name, value]) => `${name}=${value}`)
                    .join(' ')}
                </span>
              )}
              <span>{text}</span>
            </li>
          ))}
        </ol>
      </div>
    </Box>
  );
};

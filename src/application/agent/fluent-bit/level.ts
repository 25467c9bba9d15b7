import type { LogLevel } from '#logql/labels.js';

/** What programs call levels, and which of ours each is: Python's and Go's words, syslog's, PostgreSQL's, and pino's numbers. */
export const levelWords: Readonly<Record<string, Exclude<LogLevel, 'unknown'>>> = {
  ...{ trace: 'debug', debug: 'debug', '10': 'debug', '20': 'debug' },
  ...{ info: 'info', notice: 'info', log: 'info', '30': 'info' },
  ...{ warn: 'warn', warning: 'warn', '40': 'warn' },
  ...{ error: 'error', err: 'error', exception: 'error', '50': 'error' },
  ...{ critical: 'critical', crit: 'critical', fatal: 'critical', panic: 'critical', alert: 'critical' },
  ...{ emergency: 'critical', emerg: 'critical', '60': 'critical' },
};

/** What the function below is called. */
export const knownByFunction = 'known';

/**
 * A filter of Fluent Bit in Lua, https://docs.fluentbit.io/manual/data-pipeline/filters/lua, that reads of a line what Loki is to know: its level,
 * always one of a closed set, and the ids of its request and trace where it is JSON that has them. The line itself stays as it is. A stack trace says
 * its level by how it begins; other text by a word in capitals near its beginning: `[INFO]`, `ERROR:`.
 */
export const knownOfLine = [
  'local levels = {',
  ...Object.entries(levelWords).map(([word, level]) => `  ["${word}"] = "${level}",`),
  '}',
  ...`local function field(line, name, value)
  return line:match('"' .. name .. '"%s*:%s*"?(' .. value .. ')[",%s}]')
end
local function level_of(line)
  local said = line:match('^%s*{') and (field(line, 'level', '%w+') or field(line, 'severity', '%w+'))
    or line:match('%f[%w_]level="?(%a+)')
  if said then return levels[said:lower()] end
  if line:match('^Traceback %(most recent call last%)') then return 'error' end
  if line:match('^panic: ') or line:match('^fatal error: ') then return 'critical' end
  for word in line:sub(1, 80):gmatch('%f[%w_]%u%u%u+%f[^%w_]') do
    if levels[word:lower()] then return levels[word:lower()] end
  end
end
function ${knownByFunction}(tag, timestamp, record)
  local line = record['log']
  if type(line) ~= 'string' then line = '' end
  record['level'] = level_of(line) or 'unknown'
  if line:match('^%s*{') then
    record['request_id'] = line:match('"request_id"%s*:%s*"([%w%-_.:]+)"')
    record['trace_id'] = line:match('"trace_id"%s*:%s*"(%x+)"')
  end
  return 2, timestamp, record
end`.split('\n'),
].join('\n');

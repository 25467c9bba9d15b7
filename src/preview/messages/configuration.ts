import { parse, stringify } from 'yaml';
import { isObject } from '#ground/field.js';
import { faster } from '#rehearsal/life/faster.js';
import type { Receivers } from '#rehearsal/stage/receivers.js';
import { redirect } from '#rehearsal/stage/redirect.js';

/** How many times as soon groups are sent: half a minute is ten milliseconds. */
const factor = 3000;

const times = ['mute_time_intervals', 'active_time_intervals'];

/** A route, and all below it, at any hour: the message is shown, not the hour at which somebody looks. */
const atAnyHour = (route: unknown): unknown =>
  isObject(route)
    ? Object.fromEntries(
        Object.entries(route)
          .filter(([field]) => !times.includes(field))
          .map(([field, value]) => [
            field,
            field === 'routes' && Array.isArray(value) ? value.map(atAnyHour) : value,
          ]),
      )
    : route;

/** alertmanager.yml, by which everybody is told at once, on loopback, at any hour. */
export const shownConfiguration = (text: string, receivers: Receivers, version: string): string => {
  const config: unknown = parse(faster(text, factor));
  if (!isObject(config)) return text;
  const { route, ...rest } = redirect(config, { ...receivers.elsewhere, alertmanager: version });
  return stringify({ ...rest, route: atAnyHour(route) }, { aliasDuplicateObjects: false, lineWidth: 0 });
};

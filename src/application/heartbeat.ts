import type { Place } from '#alerts/place/place.js';
import { type RuleGroup, group } from '#alerts/rule/group.js';
import { watchdog } from '#alerts/watchers/watchdog.js';
import type { Routing } from '#routing/routing.js';
import type { Profile } from './profile.js';

interface Beating extends Profile {
  readonly place: Place;
  readonly routing: Routing;
}

/** The Watchdog of an application whose routing has a heartbeat to send; of another nobody would be told of it. */
export const beat = ({ application, title, place, routing }: Beating): readonly RuleGroup[] =>
  routing.heartbeat === undefined
    ? []
    : [
        group(`${application}-watchdog`, {
          interval: '30s',
          packs: [{ watchdog: watchdog({ ko: title, en: title, place }) }],
        }),
      ];

import type { Message } from '#browser/wire/message.js';
import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { ways } from '#routing/reach.js';

/** A receiver as the routing calls it: the operator writes namespace and object before its name. */
const named = (receiver: string): string => receiver.split('/').at(-1) ?? receiver;

/**
 * Why nobody should have got a message by its receiver: the alert whose routes lead elsewhere. Nothing where all is well, and of alerts
 * that are another's.
 */
export const misled = (
  application: Application,
  { receiver, alerts }: Pick<Message, 'receiver' | 'alerts'>,
): string | undefined => {
  const astray = alertsOf(application).find(
    (rule) =>
      alerts.includes(rule.name) &&
      !ways(application.routing, alertLabels(application, rule)).flat().includes(named(receiver)),
  );
  return astray && `No route of ${astray.name} leads to ${named(receiver)}.`;
};

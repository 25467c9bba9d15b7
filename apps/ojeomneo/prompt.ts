import type { Promptness } from 'cheomseong';

const errors = { sooner: 'ErrorsSurging' } as const;
const latency = { sooner: 'LatencySurging' } as const;

/**
 * What ojeomneo's plan counts as its success: an alert within five minutes of a fault, and a message within one more. What waits longer by
 * contract has another beside it that tells of the same outage in time.
 */
export const prompt: Promptness = {
  fires: '5m',
  told: '1m',
  slower: {
    HighErrorRate: errors,
    // Budgets burn over an hour or six: how fast is known when that has been seen.
    ErrorRatioBudgetBurn1h: errors,
    ErrorRatioBudgetBurn6h: errors,
    ApiAvailabilityBudgetBurn1h: errors,
    ApiAvailabilityBudgetBurn6h: errors,
    LatencyP95BudgetBurn1h: latency,
    LatencyP95BudgetBurn6h: latency,
    LatencyP99BudgetBurn1h: latency,
    LatencyP99BudgetBurn6h: latency,
    MonitoringResourcesRejected:
      'What was delivered before goes on as it was: nobody suffers until the next change, and one is mostly mended by whoever delivers it.',
  },
};

import { application } from '#application/application.js';
import { ownRouting } from '#application/own-routing.js';
import { secret } from '#ground/secret.js';
import { slack } from '#routing/receiver/slack.js';

/** An application of these tests alone that is told of by one channel, in Korean. */
export const observer = application('observer', {
  title: 'Observer',
  language: 'ko',
  namespace: 'observer-prod',
  routing: ownRouting({
    receivers: {
      slack: slack({ url: secret('observer-slack', 'url'), channel: '#observer-alerts' }),
    },
    route: { receiver: 'slack', groupWait: '10s', groupInterval: '10s', repeatInterval: '12h' },
  }),
  runbook: (alert) => `https://runbooks.example/observer/${alert}.md`,
});

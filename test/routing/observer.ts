import { slack } from '../../routing/receiver/slack.js';
import { routing } from '../../routing/routing.js';
import { secret } from '../../routing/secret.js';

/** The routing of Observer, as its specification has it. */
export const observer = routing({
  language: 'ko',
  receivers: { slack: slack({ url: secret('observer-slack', 'url'), channel: '#observer-alerts' }) },
  route: {
    receiver: 'slack',
    matchers: { application: 'observer' },
    groupBy: ['alertname', 'severity'],
    groupWait: '10s',
    groupInterval: '10s',
    repeatInterval: '12h',
  },
});

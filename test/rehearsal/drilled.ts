import type { Drilled } from '#rehearsal/drill/result.js';

/** A drill as it might have been. */
export const drilled: Drilled = {
  application: 'shop',
  place: 'production',
  alert: 'ShopDown',
  words: 'no pod is <up>',
  severity: 'critical',
  pace: 60,
  releases: { prometheus: '3.14.0', alertmanager: '0.33.1' },
  began: Date.parse('2026-11-29T09:00:00Z'),
  steps: [
    { alert: 'ShopDown', what: 'fault', at: 0, since: -0.3, text: 'no pod is <up>' },
    { alert: 'ShopDown', what: 'condition', at: 0, since: 0, text: 'it is in what is scraped' },
    {
      alert: 'ShopDown',
      what: 'sent',
      at: 0,
      since: 2.5,
      text: 'Slack #shop (slack): [1 firing] ShopDown | now',
    },
    {
      alert: 'ShopDown',
      what: 'resolved',
      at: 0,
      since: 7.5,
      text: 'Slack #shop (slack): [1 resolved] ShopDown',
    },
  ],
  heard: [
    {
      receiver: 'slack',
      medium: 'slack',
      to: 'Slack #shop',
      isResolved: false,
      subject: '[1 firing] ShopDown',
      since: 2.5,
    },
    {
      receiver: 'slack',
      medium: 'slack',
      to: 'Slack #shop',
      isResolved: true,
      subject: '[1 resolved] ShopDown',
      since: 7.5,
    },
  ],
  outcome: 'told',
  seconds: 2.5,
  isRecorded: false,
  faults: [],
};

/** One of which something is wrong. */
export const failed: Drilled = {
  ...drilled,
  alert: 'ShopSlow',
  heard: [],
  outcome: 'nobody told',
  seconds: null,
  faults: ['Slack #shop (slack) was not told, and must be'],
};

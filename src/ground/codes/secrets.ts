import { theme } from './kind.js';

/** Secrets. */
export const secrets = theme({
  'secret-in-the-open': {
    is: 'A secret in what is committed',
    why: 'Everybody who reads the repository has it, for ever.',
    wrong: `scrape(web, { ...asked, params: { token: ['hunter2'] } })`,
    right: `scrape(web, { ...asked, bearerToken: secret('shop-token', 'token') })`,
    mistakes: [19],
  },
  'login-in-address': {
    is: 'A login in an address',
    why: 'It is committed, and told by every message and every series.',
    wrong: `application('shop', { ...shop, grafana: 'https://admin:hunter2@grafana.example.org' })`,
    right: `application('shop', { ...shop, grafana: 'https://grafana.example.org' })`,
    mistakes: [19, 96],
  },
  'bad-secret-name': {
    is: 'A text that is no name of a Secret, or of a key in one',
    why: 'Often it is the secret itself.',
    wrong: `secret('https://hooks.slack.com/services/T0/B0/x', 'url')`,
    right: `secret('shop-slack', 'url')`,
    mistakes: [19],
  },
  'two-logins': {
    is: 'Two logins for one request',
    why: 'There is one header Authorization, and one of the two is never sent.',
    wrong: `scrape(web, {
  ...asked,
  basicAuth: { username: secret('shop', 'user'), password: secret('shop', 'password') },
  bearerToken: secret('shop', 'token'),
})`,
    right: `scrape(web, { ...asked, bearerToken: secret('shop', 'token') })`,
    mistakes: [96],
  },
  'secret-not-from-a-file': {
    is: 'A secret that Alertmanager cannot read from a file',
    why: 'On a host it would stand in its configuration.',
    wrong: `sns({ topicArn: 'arn:aws:sns:ap-northeast-2:123456789012:alerts', keys: { access: secret('aws', 'access'), secret: secret('aws', 'secret') } })`,
    right: `sns({ topicArn: 'arn:aws:sns:ap-northeast-2:123456789012:alerts' })`,
    mistakes: [19],
    notRun: 'It is refused by the renderer of a host, which test/hosts shows.',
  },
});

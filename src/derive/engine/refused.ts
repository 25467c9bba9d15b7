/** What Prometheus refuses to read of these very series, as it refuses two that match one: of others it may not. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
const minute = 60_000;

/**
 * Counts what each client sends in a minute, and all of them together. What is over is refused before it is counted, so that no more
 * clients are remembered than all together may send.
 */
export const allowance = (perClient: number, inAll: number) => {
  const clients = new Map<string, number>();
  let began = 0;
  let all = 0;
  return (client: string, now: number): boolean => {
    if (now - began >= minute || now < began) {
      began = now;
      all = 0;
      clients.clear();
    }
    const key = client.slice(0, 64);
    const used = clients.get(key) ?? 0;
    if (all >= inAll || used >= perClient) return false;
    all += 1;
    clients.set(key, used + 1);
    return true;
  };
};

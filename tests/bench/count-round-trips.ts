import pg from "pg";

/** How often `work` waits for the database: statements sent, those that open and close a transaction among them. */
export async function countRoundTrips(work: () => Promise<unknown>): Promise<number> {
  const honest = pg.Client.prototype.query;
  let trips = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...sent: never[]) {
    trips += 1;
    return (honest as (...all: never[]) => never).apply(this, sent);
  } as never;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = honest;
  }
  return trips;
}

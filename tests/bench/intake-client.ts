// A process of its own, so that what it costs is not counted as the server's: keep-alive connections, bare sockets, one request under
// way on each. Reads its orders from the file named first, prints its findings as JSON.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { uuidv7 } from "uuidv7";

export interface ClientOrders {
  readonly host: string;
  readonly port: number;
  readonly cookies: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  /** Requests a second, due at even times whether or not the answers keep up; as fast as they come where absent. */
  readonly rate?: number;
  /** Bodies without `id` and `commandId`. */
  readonly bodies: readonly object[];
}
export interface ClientFindings {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds from when a request was due. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const orders = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as ClientOrders;
const pools = orders.bodies.map((body) => JSON.stringify(body).slice(1));
const heads = orders.cookies.map(
  (cookie) =>
    `POST /api/matters HTTP/1.1\r\nhost: ${orders.host}:${orders.port}\r\ncontent-type: application/json\r\nx-linli: 1\r\ncookie: ${cookie}\r\ncontent-length: `,
);
const times: number[] = [];
let failed = 0;
let nth = 0;

function request(client: number): string {
  const body = `{"commandId":"${uuidv7()}","id":"${uuidv7()}",${pools[nth++ % pools.length]}`;
  return `${heads[client % heads.length]}${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Sends one request and waits until its whole answer is there. */
function send(socket: Socket, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let got: Buffer = Buffer.alloc(0);
    const take = (chunk: Buffer) => {
      got = got.length ? Buffer.concat([got, chunk]) : chunk;
      const end = got.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(got.subarray(0, end).toString("latin1"))?.[1]);
      if (got.length < end + 4 + length) return;
      socket.off("data", take);
      resolve(got.subarray(9, 12).toString("latin1") === "200");
    };
    socket.on("data", take);
    socket.once("error", reject);
    socket.write(text);
  });
}

const began = performance.now();
const until = began + orders.seconds * 1000;
let due = began;
const nextDue = () => {
  if (!orders.rate) return performance.now();
  due += 1000 / orders.rate;
  return due;
};

async function work(client: number): Promise<void> {
  const socket = connect({ host: orders.host, port: orders.port, noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  for (;;) {
    const at = nextDue();
    if (at >= until) break;
    const early = at - performance.now();
    if (early > 0.5) await new Promise((resolve) => setTimeout(resolve, early));
    const well = await send(socket, request(client));
    if (well) times.push(performance.now() - Math.min(at, performance.now()));
    else failed += 1;
  }
  socket.destroy();
}

await Promise.all(Array.from({ length: orders.clients }, (_, client) => work(client)));
const seconds = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const at = (p: number) => times[Math.min(times.length - 1, Math.floor(p * times.length))] ?? Number.NaN;
const findings: ClientFindings = { done: times.length, failed, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
console.log(JSON.stringify(findings));

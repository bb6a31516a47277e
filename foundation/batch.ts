/**
 * Collects calls into batches, one batch under way per key: while one commits, the next gathers. A lone call waits at most
 * `gatherMilliseconds`. Where a batch fails, its calls are tried one by one, so that one bad row never takes its neighbours along.
 */
export interface BatchOptions<Item, Answer> {
  readonly most: number;
  readonly gatherMilliseconds: number;
  readonly run: (key: string, items: readonly Item[]) => Promise<readonly Answer[]>;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export function makeBatcher<Item, Answer>(options: BatchOptions<Item, Answer>): (key: string, item: Item) => Promise<Answer> {
  const lanes = new Map<string, { waiting: Waiting<Item, Answer>[]; running: number; timer: NodeJS.Timeout | undefined }>();

  async function flush(key: string): Promise<void> {
    const lane = lanes.get(key)!;
    if (lane.timer) clearTimeout(lane.timer);
    lane.timer = undefined;
    const batch = lane.waiting.splice(0, options.most);
    if (batch.length === 0) return;
    lane.running += 1;
    try {
      const answers = await options.run(
        key,
        batch.map((one) => one.item),
      );
      for (const [index, one] of batch.entries()) one.resolve(answers[index]!);
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else
        for (const one of batch)
          await options.run(key, [one.item]).then(
            ([answer]) => one.resolve(answer!),
            (fault) => one.reject(fault),
          );
    } finally {
      lane.running -= 1;
      if (lane.waiting.length > 0) void flush(key);
    }
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      let lane = lanes.get(key);
      if (!lane) {
        lane = { waiting: [], running: 0, timer: undefined };
        lanes.set(key, lane);
      }
      lane.waiting.push({ item, resolve, reject });
      if (lane.running === 0 && !lane.timer) lane.timer = setTimeout(() => void flush(key), options.gatherMilliseconds);
    });
}

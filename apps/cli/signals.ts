/**
 * Resolves when we are asked to stop: by Ctrl-C, by a signal, or because the process that started us is gone. Asked again after
 * two seconds, we leave at once (the database is then stopped by the next start).
 */
export function untilStopped(onAsked: () => void): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    const ask = () => {
      if (asked && Date.now() - asked > 2_000) process.exit(130);
      if (asked) return; // the terminal and our parent both pass the same Ctrl-C on
      asked = Date.now();
      onAsked();
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
    if (process.channel) {
      process.on("disconnect", ask);
      process.channel.unref();
    }
    process.stdout.on("error", () => {}); // a terminal that went away
    process.stderr.on("error", () => {});
  });
}

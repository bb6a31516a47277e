import { availableParallelism, totalmem } from "node:os";

const megabytes = (bytes: number, least: number, most: number): string =>
  `${Math.min(most, Math.max(least, Math.floor(bytes / 1_048_576)))}MB`;

/**
 * Settings for a county on a small machine. Errors of statements stay out of the log, since their text may hold a resident's
 * words; whoever sent the statement gets them.
 */
export function settingsFor(port: number): Record<string, string> {
  const memory = totalmem();
  return {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "120",
    shared_buffers: megabytes(memory / 8, 64, 4_096),
    effective_cache_size: megabytes(memory / 2, 256, 65_536),
    work_mem: "16MB",
    maintenance_work_mem: megabytes(memory / 32, 64, 512),
    max_parallel_workers_per_gather: availableParallelism() > 2 ? "2" : "1",
    // this engine knows pglz alone, which takes more of a small machine than the bytes are worth
    wal_compression: "off",
    min_wal_size: "512MB",
    max_wal_size: "4GB",
    checkpoint_timeout: "10min",
    random_page_cost: "1.1",
    jit: "off",
    autovacuum_naptime: "15s",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: "0",
  };
}

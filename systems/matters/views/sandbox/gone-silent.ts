/** SQL: of this run nothing was heard for half a minute; whoever worked at it was killed, and it begins again from the first matter. */
export const GONE_SILENT = "updated_at < now() - interval '30 seconds'";

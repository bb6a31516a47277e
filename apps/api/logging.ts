/** What is logged of a fault: its kind and where it stood, never its words, which may be somebody's. */
export const LOGGING = {
  level: "warn",
  serializers: {
    req: () => undefined,
    err: (error: Error) => ({
      type: error.name,
      message: "",
      stack: error.stack?.split("\n").slice(1, 8).join("\n") ?? "",
      code: (error as { code?: string }).code,
    }),
  },
} as const;

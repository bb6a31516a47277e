let common: Promise<ReadonlySet<string>> | undefined;

/** Is this one of the 49,000 passwords that are guessed first? The list comes with the program; nobody outside is asked. */
export async function isCommonPassword(password: string): Promise<boolean> {
  common ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return (await common).has(password.toLowerCase());
}

/** Somebody a note may mention. */
export interface Mentionable {
  userId: string;
  name: string;
}

const isWordy = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}_]/u.test(char);

/**
 * The members a text names as "@Full Name", whatever the case. The longest name that fits wins ("@Ann Lee" is not
 * Ann); an "@" inside a word is an address, not a mention; two members of one name are both meant.
 */
export function mentionedIn(text: string, members: readonly Mentionable[]): string[] {
  const named = members
    .map(({ userId, name }) => ({ userId, name: name.trim().toLowerCase() }))
    .filter(({ name }) => name !== "")
    .sort((a, b) => b.name.length - a.name.length);
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (let at = lower.indexOf("@"); at !== -1; at = lower.indexOf("@", at + 1)) {
    if (isWordy(lower[at - 1])) continue;
    const fits = ({ name }: { name: string }) =>
      lower.startsWith(name, at + 1) && !isWordy(lower[at + 1 + name.length]);
    const best = named.find(fits);
    for (const { userId, name } of named) if (name === best?.name) found.add(userId);
  }
  return [...found];
}

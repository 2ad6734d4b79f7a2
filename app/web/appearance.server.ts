import type { Appearance } from "#app/components/site-footer.tsx";

const YEAR_IN_SECONDS = 31_536_000;

/** Light or dark as chosen in the footer; "system" when nothing valid was. Never throws on a strange cookie. */
export function readAppearance(cookieHeader: string | null | undefined): Appearance {
  const chosen = /(?:^|;\s*)appearance=(light|dark)(?:;|$)/.exec(cookieHeader ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** The Set-Cookie header that remembers, or forgets, a choice. */
export function appearanceCookie(choice: FormDataEntryValue | null): string {
  const lasting = choice === "light" || choice === "dark";
  return `appearance=${lasting ? choice : ""}; Path=/; SameSite=Lax; HttpOnly; Max-Age=${lasting ? YEAR_IN_SECONDS : 0}`;
}

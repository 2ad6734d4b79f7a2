import { safePath } from "#app/web/safe-redirect.ts";

/** Where a person was going when they had to log in or sign up, and the job they wanted saved; "" for neither. */
export interface Onward {
  redirectTo: string;
  /** A job's slug. */
  save: string;
}

export function readOnward(params: URLSearchParams | FormData): Onward {
  const save = params.get("save");
  return {
    redirectTo: safePath(params.get("redirectTo"), ""),
    save: typeof save === "string" && /^[a-z0-9-]{1,200}$/.test(save) ? save : "",
  };
}

/** The address of the other door (log in, sign up), going to the same place. */
export function onwardTo(path: string, { redirectTo, save }: Onward): string {
  const params = new URLSearchParams();
  if (redirectTo) params.set("redirectTo", redirectTo);
  if (save) params.set("save", save);
  return params.size > 0 ? `${path}?${params}` : path;
}

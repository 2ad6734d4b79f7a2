import type { Onward } from "./onward.ts";

/** Carries where the person was going through the form. */
export function OnwardFields({ onward: { redirectTo, save } }: { onward: Onward }) {
  return (
    <>
      {redirectTo ? <input name="redirectTo" type="hidden" value={redirectTo} /> : null}
      {save ? <input name="save" type="hidden" value={save} /> : null}
    </>
  );
}

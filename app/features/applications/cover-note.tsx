import { useState } from "react";
import { TextArea } from "#app/components/field-text-area.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { COVER_NOTE_MAX } from "./application-limits.ts";

/** The cover note; once the page is live it says how many characters are left. */
export function CoverNote({ form }: { form: FormState | null }) {
  const [used, setUsed] = useState(form ? firstValue(form.values, "coverNote").length : 0);
  const hydrated = useHydrated();
  const left = COVER_NOTE_MAX - used;
  return (
    <div>
      <TextArea
        form={form}
        hint={`A few sentences on why this job, at most ${COVER_NOTE_MAX.toLocaleString("en-US")} characters. Leave out anything about patients.`}
        label="Cover note"
        name="coverNote"
        onChange={(event) => setUsed(event.currentTarget.value.length)}
        required={false}
        rows={8}
      />
      {hydrated ? (
        <p className="counter" role={left < 200 ? "status" : undefined}>
          <span className="figure">{Math.abs(left).toLocaleString("en-US")}</span>{" "}
          {left < 0 ? "characters too many" : "characters left"}
        </p>
      ) : null}
    </div>
  );
}

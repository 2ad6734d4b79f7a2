import { Button } from "#app/components/button.tsx";
import type { AutosaveState } from "./use-autosave.ts";

const WORDS: Record<AutosaveState, (isPublic: boolean) => string> = {
  idle: () => "",
  saving: () => "Saving…",
  saved: (isPublic) => (isPublic ? "Changes kept, not public yet" : "Draft saved"),
  failed: () => "Not saved: no answer. Trying again; your text stays here",
  conflict: () => "Not saved: somebody else changed this job",
};

/** The form's buttons and how its last save went; it stays in view. */
export function SaveBar({ isPublic, state }: { isPublic: boolean; state: AutosaveState }) {
  return (
    <div className="save-bar">
      <p className="save-bar__state small" role="status">
        {WORDS[state](isPublic)}
      </p>
      <div className="save-bar__buttons">
        <Button name="intent" value="save-draft" variant="quiet">
          {isPublic ? "Keep for later" : "Save draft"}
        </Button>
        <Button name="intent" value="see-preview" variant="secondary">
          Preview
        </Button>
        <Button name="intent" value="publish">
          {isPublic ? "Publish changes" : "Publish"}
        </Button>
      </div>
    </div>
  );
}

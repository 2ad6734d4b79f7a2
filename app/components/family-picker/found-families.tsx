import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";
import { Button } from "../button.tsx";
import { FamilyLine } from "./family-option.tsx";

/** The hits of a search made without JavaScript: a list of checkboxes and one button to add them. */
export function FoundFamilies({
  query,
  found,
  isPicked,
}: {
  query: string;
  found: readonly FamilySummaryWithPath[];
  isPicked: (familyId: string) => boolean;
}) {
  if (found.length === 0) {
    return (
      <p className="family-combobox__none">
        No code family holds “{query}”. Try a code number, a range or a body system.
      </p>
    );
  }
  const first = found.find(({ id }) => !isPicked(id))?.id;
  return (
    <fieldset className="choices found-families">
      <legend className="field__label">
        {found.length === 1 ? "1 family found" : `${found.length} families found`} for “{query}”
      </legend>
      {found.map((family) => {
        const picked = isPicked(family.id);
        return (
          <div className="choice" data-system={family.system} key={family.id}>
            <input
              // biome-ignore lint/a11y/noAutofocus: the page was loaded anew to show these hits
              autoFocus={family.id === first}
              defaultChecked={picked || found.length === 1}
              disabled={picked}
              id={`addFamily-${family.id}`}
              name="addFamily"
              type="checkbox"
              value={family.id}
            />
            <label className="family-option" htmlFor={`addFamily-${family.id}`}>
              <FamilyLine family={family} />
              {picked ? <span className="family-option__picked"> already picked</span> : null}
            </label>
          </div>
        );
      })}
      <div className="form-actions">
        <Button name="intent" size="small" value="add-families" variant="secondary">
          Add the ticked families
        </Button>
      </div>
    </fieldset>
  );
}

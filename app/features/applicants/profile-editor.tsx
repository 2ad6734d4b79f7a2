import { Form, Link, useNavigation } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { ExperiencePicker } from "#app/components/family-picker/experience-picker.tsx";
import { type FormState, firstValue } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import { RowList } from "#app/components/row-list/row-list.tsx";
import { type AutosaveState, useAutosave } from "#app/components/use-autosave.ts";
import type { CredentialStatus } from "#app/domain/credential-rule.ts";
import type { FamilySummaryWithPath } from "#app/domain/taxonomy/family-search.ts";
import { profileLabels } from "./profile-labels.ts";
import { CredentialFields, EducationFields, WorkFields } from "./profile-rows.tsx";
import { AboutYou, Practice, WhereAndPay } from "./profile-sections.tsx";

export const SECTIONS = [
  { id: "about-you", title: "About you" },
  { id: "families", title: "Code families" },
  { id: "credentials-held", title: "Credentials" },
  { id: "practice", title: "Specialties, settings, software" },
  { id: "location", title: "Where, how and for what pay" },
  { id: "work-history", title: "Work history" },
  { id: "schooling", title: "Education" },
] as const;

type SectionId = (typeof SECTIONS)[number]["id"];

/**
 * The whole profile as one form. Remount it (by `key`) when the server answers with other values; everything
 * typed since then is the browser's.
 */
export function ProfileEditor({
  form,
  found,
  focus,
  statuses,
}: {
  form: FormState;
  found: readonly FamilySummaryWithPath[] | null;
  focus: { prefix: string; index: number } | null;
  statuses: Partial<Record<string, CredentialStatus>>;
}) {
  const element = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(element, "/applicant/profile/autosave");
  const navigation = useNavigation();
  const saving = navigation.formData?.get("intent") === "save";
  return (
    <Form
      className="form profile-editor"
      // Without JavaScript a refused form opens at its summary, not at a browser's bubble.
      method="post"
      noValidate
      ref={element}
    >
      {/* Enter in a text box presses the first button of a form. */}
      <button
        aria-hidden="true"
        className="visually-hidden"
        name="intent"
        tabIndex={-1}
        type="submit"
        value="save"
      >
        Save profile
      </button>
      <input name="version" type="hidden" value={firstValue(form.values, "version")} />
      <FormSummary form={form} labels={profileLabels(form)} />
      <Section id="about-you">
        <AboutYou form={form} />
      </Section>
      <Section
        id="families"
        lede="The heart of your profile. Give the months you coded each family and when you last did: undated months count half in a match."
      >
        <ExperiencePicker defaultValues={[]} form={form} found={found} />
      </Section>
      <Section
        id="credentials-held"
        lede="Verified credentials are marked as such by us; you cannot set that yourself."
      >
        <RowList focus={focus} form={form} noun="credential" prefix="credentials">
          {(row) => <CredentialFields row={row} statuses={statuses} />}
        </RowList>
      </Section>
      <Section id="practice">
        <Practice form={form} />
      </Section>
      <Section id="location">
        <WhereAndPay form={form} />
      </Section>
      <Section id="work-history" lede="Newest first.">
        <RowList focus={focus} form={form} noun="job" prefix="work">
          {(row) => <WorkFields row={row} />}
        </RowList>
      </Section>
      <Section id="schooling">
        <RowList focus={focus} form={form} noun="school" prefix="education">
          {(row) => <EducationFields row={row} />}
        </RowList>
      </Section>
      <p className="soft small">
        Resumes are kept apart: <Link to="/applicant/resumes">your resumes</Link>.
      </p>
      <div className="save-bar">
        <Button disabled={saving} name="intent" value="save">
          {saving ? "Saving" : "Save profile"}
        </Button>
        <p className="save-bar__status" role="status">
          {STATUS[autosave]}
        </p>
      </div>
    </Form>
  );
}

const STATUS: Record<AutosaveState, string> = {
  idle: "",
  typing: "Not saved yet",
  kept: "Draft kept. Employers see your profile as last saved.",
  failed: "Not kept: no answer. Trying again; your text stays here.",
  conflict: "Your profile was saved in another window. Save to see what to do.",
};

function Section({ id, lede, children }: { id: SectionId; lede?: string; children: ReactNode }) {
  const title = SECTIONS.find((section) => section.id === id)?.title;
  return (
    <section className="form-section" id={id}>
      <div>
        <h2>{title}</h2>
        {lede ? <p className="soft small">{lede}</p> : null}
      </div>
      {children}
    </section>
  );
}

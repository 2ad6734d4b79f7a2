import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { FormSummary } from "#app/components/form-summary.tsx";
import type { ProposalKind } from "#app/domain/profile-proposals/proposal.ts";
import { MONTHS_OF } from "./accepted-in-form.ts";
import { ProposalRow } from "./proposal-row.tsx";
import type { ReviewItem } from "./review-items.ts";

const GROUPS: readonly { kinds: readonly ProposalKind[]; title: string; lede?: string }[] = [
  { kinds: ["credential"], title: "Credentials" },
  {
    kinds: ["family"],
    title: "Code families",
    lede: "Months come from the dated jobs that name the family. Correct them where you know better.",
  },
  { kinds: ["software"], title: "Software" },
  { kinds: ["work"], title: "Work history" },
  { kinds: ["education"], title: "Education" },
  { kinds: ["text", "choices"], title: "About you" },
];

/**
 * What a document proposes for the profile, each with the line it was read from. Nothing is ticked until its owner
 * ticks it, or asks for all (`?tick=all`).
 */
export function ProposalReview({
  items,
  version,
  form,
  tickAll,
  alwaysSaves = false,
  children,
}: {
  items: readonly ReviewItem[];
  version: number;
  form: FormState | null;
  tickAll: boolean;
  /** True where sending the form does something even with nothing ticked. */
  alwaysSaves?: boolean;
  /** Hidden fields the page needs back. */
  children?: ReactNode;
}) {
  const navigation = useNavigation();
  const saving = navigation.formData?.get("intent") === "accept";
  const open = items.filter(({ standing }) => standing !== "present");
  // What would replace the profile's own facts is ticked by hand or not at all.
  const ticked = ({ key, standing }: ReviewItem) =>
    form ? (form.values.accept ?? []).includes(key) : tickAll && standing !== "differs";
  return (
    <Form
      className="form proposals"
      // A whole document sent back as a field would grow by its escapes.
      encType={alwaysSaves ? "multipart/form-data" : "application/x-www-form-urlencoded"}
      method="post"
      noValidate
    >
      {children}
      <input name="version" type="hidden" value={version} />
      <FormSummary form={form} labels={labelsOf(items)} />
      <div className="cluster" id="accept" tabIndex={-1}>
        <p>{countWords(open.length, items.length - open.length)}</p>
        {open.length > 0 && !tickAll ? (
          alwaysSaves ? (
            <Button name="intent" size="small" value="tick-all" variant="quiet">
              Tick everything new
            </Button>
          ) : (
            <Link preventScrollReset reloadDocument to="?tick=all">
              Tick everything new
            </Link>
          )
        ) : null}
      </div>
      {GROUPS.map(({ kinds, title, lede }) => {
        const own = items.filter(({ kind }) => kinds.includes(kind));
        if (own.length === 0) return null;
        const id = `proposed-${kinds[0]}`;
        return (
          <section aria-labelledby={id} className="form-section" key={id}>
            <div>
              <h2 id={id}>{title}</h2>
              {lede ? <p className="soft small">{lede}</p> : null}
            </div>
            <ul className="proposals__list">
              {own.map((item) => (
                <ProposalRow form={form} item={item} key={item.key} ticked={ticked(item)} />
              ))}
            </ul>
          </section>
        );
      })}
      {open.length > 0 || alwaysSaves ? (
        <div className="save-bar">
          <Button disabled={saving} name="intent" value="accept">
            {saving ? "Adding" : open.length > 0 ? "Add what is ticked to my profile" : "Keep it"}
          </Button>
          <p className="save-bar__status">Nothing else is taken from it.</p>
        </div>
      ) : null}
    </Form>
  );
}

function countWords(open: number, present: number): string {
  const known =
    present > 0 ? ` ${present} more ${present === 1 ? "is" : "are"} in your profile already.` : "";
  if (open === 0) return `Everything we found is in your profile already.`;
  return `${open} ${open === 1 ? "thing" : "things"} to decide on.${known}`;
}

const labelsOf = (items: readonly ReviewItem[]): Record<string, string> =>
  Object.fromEntries(items.map(({ key, title }) => [MONTHS_OF(key), title]));

import { Badge } from "#app/components/badge.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import { TextField } from "#app/components/field.tsx";
import type { FormState } from "#app/components/form-state.ts";
import { MONTHS_OF } from "./accepted-in-form.ts";
import type { ReviewItem } from "./review-items.ts";

const STANDINGS = {
  new: { tone: "accent", words: "New" },
  adds: { tone: "accent", words: "Adds to your profile" },
  differs: { tone: "warning", words: "Differs from your profile" },
  present: { tone: "neutral", words: "In your profile" },
} as const;

/** One proposal: a box to tick, what would go in, and the line it was read from. */
export function ProposalRow({
  item,
  ticked,
  form,
}: {
  item: ReviewItem;
  ticked: boolean;
  form: FormState | null;
}) {
  const { key, title, details, text, family, months, standing, inProfile, source } = item;
  const isOpen = standing !== "present";
  const id = `accept-${key}`;
  const badge = STANDINGS[standing];
  const name = family ? (
    <>
      <span className="visually-hidden">{`Add ${title}`}</span>
      <span aria-hidden="true">
        <FamilyChip family={family} />
      </span>
    </>
  ) : (
    title
  );
  return (
    <li className="proposal">
      <div className="proposal__facts">
        <div className="proposal__what">
          {isOpen ? (
            <div className="choice">
              <input
                aria-describedby={`${id}-source`}
                defaultChecked={ticked}
                id={id}
                name="accept"
                type="checkbox"
                value={key}
              />
              <label htmlFor={id}>{name}</label>
            </div>
          ) : (
            <div className="proposal__known">{family ? <FamilyChip family={family} /> : title}</div>
          )}
          <Badge tone={badge.tone}>{badge.words}</Badge>
        </div>
        {details.length > 0 ? <p className="proposal__detail">{details.join(" · ")}</p> : null}
        {text && isOpen ? (
          <Disclosure summary="Goes in with this description">
            <p className="proposal__text">{text}</p>
          </Disclosure>
        ) : null}
        {family && isOpen ? (
          <TextField
            autoComplete="off"
            defaultValue={months === null ? "" : String(months)}
            figure
            form={form ?? undefined}
            hint={months === null ? "It does not say how long." : undefined}
            inputMode="numeric"
            label={`Months of ${title}`}
            maxLength={3}
            name={MONTHS_OF(key)}
            suffix="months"
            width="short"
          />
        ) : null}
        {inProfile ? (
          <p className="proposal__detail">
            Your profile says: {inProfile}. Ticked, the new facts replace it.
          </p>
        ) : null}
      </div>
      <figure className="proposal__source" id={`${id}-source`}>
        <figcaption>{source.place ? `It says, in ${source.place}` : "It says"}</figcaption>
        <blockquote>{source.text}</blockquote>
      </figure>
    </li>
  );
}

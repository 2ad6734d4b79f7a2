import { When } from "#app/components/when.tsx";
import type { PipelineCard } from "./pipeline-card.server.ts";

/** The three facts a recruiter decides by, and where the applicant is; `brief` beside a match that names the families. */
export function CardFacts({ card, brief = false }: { card: PipelineCard; brief?: boolean }) {
  const { facts } = card;
  if (!facts)
    return <p className="soft small">Withdrawn by the applicant. Nothing else is kept.</p>;
  return (
    <dl className="recruiter-facts">
      <Fact detail={facts.credentials} term="Credentials" />
      {brief ? null : <Fact detail={facts.families} term="Families" />}
      <Fact detail={facts.measure} term="Accuracy and pace" />
      <Fact detail={card.state} term="State" />
    </dl>
  );
}

function Fact({ term, detail }: { term: string; detail: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </div>
  );
}

/** The match in words, with its figure. */
export function CardMatch({ card }: { card: PipelineCard }) {
  if (!card.facts) return null;
  return (
    <p className="small">
      {card.match.sentence}{" "}
      <span className="soft">
        Match <span className="figure">{card.match.score}%</span>
      </span>
    </p>
  );
}

/** When they applied, when an answer is due, how the members rate them. */
export function CardDates({ card }: { card: PipelineCard }) {
  const { submittedAt, replyBy, overdue, rating, hasResume } = card;
  return (
    <p className="soft small pipeline-dates">
      <span>
        Applied <When at={submittedAt} />
        {hasResume ? ", with resume" : ""}
      </span>
      {replyBy ? (
        <span className={overdue ? "overdue" : undefined}>
          {overdue ? "Reply was due " : "Reply by "}
          <When at={replyBy} />
        </span>
      ) : null}
      {card.flags > 0 ? (
        <span className="overdue">
          {card.flags === 1 ? "1 condition not met" : `${card.flags} conditions not met`}
        </span>
      ) : null}
      {rating === null ? null : (
        <span>
          Rated <span className="figure">{ratingFigure(rating)}</span> of 5
        </span>
      )}
    </p>
  );
}

/** "4", "4.5": one place after the point, and none for a whole number. */
const ratingFigure = (rating: number): string => String(Math.round(rating * 10) / 10);

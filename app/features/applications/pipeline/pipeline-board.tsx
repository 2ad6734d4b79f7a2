import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { isOpenStage } from "#app/domain/application-stage.ts";
import { pipelineSearch } from "#app/domain/pipeline-query.ts";
import { applicationAddress, MoveMenu } from "./move-menu.tsx";
import { CardDates, CardFacts, CardMatch } from "./pipeline-facts.tsx";
import type { PipelineColumn, PipelinePage } from "./read-pipeline.server.ts";
import { SelectBox, SelectionBar } from "./selection-bar.tsx";
import { useCardDrag } from "./use-card-drag.ts";

type Drag = ReturnType<typeof useCardDrag>;

/** A job's open applications, a column for each stage; what has ended is counted below, one press away. */
export function PipelineBoard({ page, address }: { page: PipelinePage; address: string }) {
  const { query, columns, counts, moved } = page;
  const drag = useCardDrag(query);
  const board = useFocusOnMoved(
    moved && `${moved.applicationId} ${moved.to}`,
    moved?.applicationId,
  );
  const shown = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  const ended = counts.filter(({ stage }) => !isOpenStage(stage));
  return (
    <div className="stack" ref={board}>
      <nav aria-label="Stages" className="board-jump">
        {columns.map(({ stage, label, count }) => (
          <a href={`#stage-${stage}`} key={stage}>
            {label} <span className="figure">{count}</span>
          </a>
        ))}
      </nav>
      {page.mayAnswer && shown > 0 ? (
        <SelectionBar
          action={`${address}/selected`}
          back={pipelineSearch({ ...query, page: 1 })}
          count={shown}
          key={pipelineSearch(query)}
          messages={`/employer/jobs/${page.job.id}/message`}
        />
      ) : null}
      <div className="board" data-dragging={drag.dragged ? "" : undefined}>
        {columns.map((column) => (
          <Column address={address} column={column} drag={drag} key={column.stage} page={page} />
        ))}
      </div>
      <section aria-labelledby="ended" className="stack--tight">
        <h2 id="ended">Ended</h2>
        <ul className="board-ended">
          {ended.map(({ stage, label, count }) => (
            <li key={stage} {...drag.stageProps(stage)}>
              <Link
                to={`${address}${pipelineSearch({ ...query, view: "list", stage, page: 1, opened: {} })}`}
              >
                {label} <span className="figure">{count.toLocaleString("en-US")}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Column({
  column: { stage, label, count, cards, more },
  page: { query, mayAnswer },
  address,
  drag,
}: {
  column: PipelineColumn;
  page: PipelinePage;
  address: string;
  drag: Drag;
}) {
  const opened = { ...query.opened, [stage]: more ?? 0 };
  return (
    <section
      aria-labelledby={`stage-${stage}`}
      className="board__column"
      {...drag.stageProps(stage)}
    >
      <h2 className="board__stage" id={`stage-${stage}`}>
        {label} <span className="figure">{count.toLocaleString("en-US")}</span>
      </h2>
      {cards.length === 0 ? <p className="soft small">Nobody is here.</p> : null}
      <ol className="board__cards">
        {cards.map((card) => (
          <li key={card.id}>
            <article className="board-card" id={`card-${card.id}`} {...drag.cardProps(card)}>
              <div className="board-card__head">
                <h3>
                  <Link draggable={false} to={applicationAddress(card, query)}>
                    {card.name}
                  </Link>
                </h3>
                {mayAnswer ? <SelectBox card={card} /> : null}
              </div>
              <CardMatch card={card} />
              <CardFacts brief card={card} />
              <CardDates card={card} />
              <MoveMenu card={card} query={query} />
            </article>
          </li>
        ))}
      </ol>
      {more === null ? null : (
        <Link preventScrollReset to={`${address}${pipelineSearch({ ...query, opened })}`}>
          Show more<span className="visually-hidden"> in {label}</span>
        </Link>
      )}
      {more === null && count > cards.length ? (
        <Link
          to={`${address}${pipelineSearch({ ...query, view: "list", stage, page: 1, opened: {} })}`}
        >
          All {count.toLocaleString("en-US")} in the list
          <span className="visually-hidden">: {label}</span>
        </Link>
      ) : null}
    </section>
  );
}

/** Follows a moved card: the press that moved it went with it. */
function useFocusOnMoved(move: string | null, id: string | undefined) {
  const board = useRef<HTMLDivElement>(null);
  const before = useRef(move);
  useEffect(() => {
    if (before.current === move) return;
    before.current = move;
    if (!id) return;
    board.current?.querySelector<HTMLElement>(`#card-${CSS.escape(id)} a`)?.focus();
  }, [move, id]);
  return board;
}

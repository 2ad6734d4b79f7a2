import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { When } from "#app/components/when.tsx";

interface Task {
  id: string;
  name: string;
  tries: number;
  failedAt: string | null;
  error: string;
  subject: string | null;
}

/** Tasks that ran out of tries, with what they said. Dropping asks once more. */
export function FailedTasks({
  tasks,
  dropping,
}: {
  tasks: readonly Task[];
  dropping: string | null;
}) {
  return (
    <ul className="board-list">
      {tasks.map((task) => (
        <li key={task.id}>
          <div>
            <h2>{task.subject ? `Mail: ${task.subject}` : task.name}</h2>
            <p className="board-words small">{task.error || "It gave no reason."}</p>
            <p className="soft small">
              {task.tries === 1 ? "1 try" : `${task.tries} tries`}
              {task.failedAt ? (
                <>
                  , the last <When at={task.failedAt} kind="datetime" />
                </>
              ) : null}
            </p>
          </div>
          <Form className="cluster" method="post">
            <input name="task" type="hidden" value={task.id} />
            {dropping === task.id ? (
              <>
                <p className="small">
                  {task.subject
                    ? "The mail will never be sent."
                    : "What it was to do stays undone."}
                </p>
                <Button name="intent" size="small" value="drop" variant="danger">
                  Drop it for good
                </Button>
                <ButtonLink size="small" to="/admin/tasks" variant="secondary">
                  Keep it
                </ButtonLink>
              </>
            ) : (
              <>
                <Button name="intent" size="small" value="retry" variant="secondary">
                  Try again
                </Button>
                <ButtonLink size="small" to={`/admin/tasks?drop=${task.id}`} variant="quiet">
                  Drop…
                </ButtonLink>
              </>
            )}
          </Form>
        </li>
      ))}
    </ul>
  );
}

import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";

const ASK_EVERY_MS = 1_000;

/** Shown while the worker reads: a live page asks again by itself, any other has a link. */
export function ReadingUnderWay({ isLate }: { isLate: boolean }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle" || isLate) return;
    const timer = setTimeout(revalidate, ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state, isLate]);
  if (isLate) {
    return (
      <Notice title="This takes longer than it should" tone="warning">
        <div className="stack stack--tight">
          <p>Your resume is safe. Ask again, or fill in your profile by hand.</p>
          <AskForReading words="Read it again" />
        </div>
      </Notice>
    );
  }
  return (
    <div role="status">
      <Notice title="We are reading your resume" tone="info">
        This takes a few seconds.{" "}
        <Link reloadDocument to="">
          See whether it is done
        </Link>
      </Notice>
    </div>
  );
}

/** The button that has a résumé read. */
export function AskForReading({ words }: { words: string }) {
  return (
    <Form method="post">
      <Button name="intent" value="read" variant="secondary">
        {words}
      </Button>
    </Form>
  );
}

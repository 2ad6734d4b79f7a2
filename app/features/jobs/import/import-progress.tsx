import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Notice } from "#app/components/notice.tsx";

const ASK_EVERY_MS = 1_000;

/** Shown while the worker is at an import: a live page asks again by itself, any other has a link. */
export function ImportProgress({ title, done }: { title: string; done: string }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <div role="status">
      <Notice title={title} tone="info">
        {done} You may leave this page; it goes on without you.{" "}
        <Link reloadDocument to="">
          See how far it is
        </Link>
      </Notice>
    </div>
  );
}

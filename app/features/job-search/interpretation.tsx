import { Link } from "@remix-run/react";
import type { InterpretedCode } from "#app/domain/job-search.ts";
import { type CodeSystem, SYSTEM_LABELS } from "#app/domain/taxonomy/code-systems.ts";

/** "93590 → Paravalvular leak closure, 93590–93592": what a typed code was taken to mean. */
export function Interpretation({ codes }: { codes: InterpretedCode[] }) {
  if (codes.length === 0) return null;
  return (
    <ul className="interpretation" aria-label="How your codes were read">
      {codes.map(({ code, system, families }) => {
        const [finest] = families;
        return (
          <li key={`${system}-${code}`}>
            <span className="code">{code}</span>
            {finest ? (
              <>
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden"> is in </span>
                <Link to={`/code-families/${finest.id}`}>{finest.label}</Link>
                <span className="code">, {finest.range}</span>
                <span className="soft"> ({SYSTEM_LABELS[system as CodeSystem] ?? system})</span>
              </>
            ) : (
              <span className="soft"> is in no code family we know</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

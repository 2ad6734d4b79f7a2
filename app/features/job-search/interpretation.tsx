import { Link } from "@remix-run/react";
import { Icon } from "#app/components/icon.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { InterpretedCode } from "#app/domain/job-search.ts";
import { type CodeSystem, SYSTEM_LABELS } from "#app/domain/taxonomy/code-systems.ts";
import type { ReadPhrase } from "./readings.ts";
import type { SearchPage } from "./search-page.server.ts";

/** What the typed line was taken to mean, each reading with the link that leaves it as words. */
export function Interpretation({ page: { read, asWords, result } }: { page: SearchPage }) {
  const codes = read.filter(({ kind }) => kind === "code");
  const others = read.filter(({ kind }) => kind !== "code");
  const { setAside } = result.interpreted;
  return (
    <>
      {setAside.length > 0 && (
        <Notice tone="info">
          No job is{" "}
          {setAside.map(({ typed, label }, index) => (
            <span key={typed}>
              {index > 0 && ", "}“{typed}” as {label}
            </span>
          ))}
          . These jobs contain your words instead.
        </Notice>
      )}
      {codes.length > 0 && (
        <ul className="interpretation" aria-label="How your codes were read">
          {codes.map((phrase) => (
            <li key={phrase.typed}>
              {phrase.codes.map((code) => (
                <CodeReading key={`${code.system}-${code.code}`} code={code} />
              ))}
              <WordsLink phrase={phrase} />
            </li>
          ))}
        </ul>
      )}
      {(others.length > 0 || asWords.length > 0) && (
        <div className="reading">
          <p className="reading__lead" id="reading-lead">
            Interpreted as
          </p>
          <ul className="filter-chips" aria-labelledby="reading-lead">
            {others.map((phrase) => (
              <li key={phrase.typed}>
                <Link
                  to={phrase.wordsHref}
                  className="filter-chip filter-chip--read"
                  preventScrollReset
                >
                  <Reading phrase={phrase} /> <Icon name="x" />
                  <span className="visually-hidden">, search for the words instead</span>
                </Link>
              </li>
            ))}
            {asWords.map(({ typed, readHref }) => (
              <li key={typed}>
                <Link to={readHref} className="filter-chip filter-chip--words" preventScrollReset>
                  “{typed}” as words: <span className="reading__undo">interpret it</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** "texas → Open to coders in Texas"; "Remote" alone where that is what was typed. */
function Reading({ phrase: { typed, label } }: { phrase: ReadPhrase }) {
  if (typed.toLowerCase() === label.toLowerCase()) return <span>{label}</span>;
  return (
    <>
      <span className="reading__typed">
        {typed}
        <span aria-hidden="true"> →</span>
      </span>
      <span className="visually-hidden"> was read as </span>
      <span>{label}</span>
    </>
  );
}

/** "93590 → Paravalvular leak closure, 93590–93592". */
function CodeReading({ code: { code, system, families } }: { code: InterpretedCode }) {
  const [finest] = families;
  return (
    <span className="interpretation__code">
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
    </span>
  );
}

function WordsLink({ phrase: { typed, wordsHref } }: { phrase: ReadPhrase }) {
  return (
    <Link to={wordsHref} className="interpretation__off" preventScrollReset>
      Search for it as words<span className="visually-hidden">: {typed}</span>
    </Link>
  );
}

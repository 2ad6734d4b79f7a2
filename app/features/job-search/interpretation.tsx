import { Link } from "@remix-run/react";
import { Icon } from "#app/components/icon.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { InterpretedCode, InterpretedPhrase } from "#app/domain/job-search.ts";
import { type CodeSystem, SYSTEM_LABELS } from "#app/domain/taxonomy/code-systems.ts";
import type { ReadPhrase } from "./readings.ts";
import type { SearchPage } from "./search-page.server.ts";

/** What the typed line was taken to mean, each reading with the link that leaves it as words. */
export function Interpretation({ page: { read, wider, result, ...page } }: { page: SearchPage }) {
  const codes = read.filter(({ kind }) => kind === "code");
  const others = read.filter(({ kind }) => kind !== "code");
  const { setAside } = result.interpreted;
  // What was set aside is said once, and reading it again would set it aside again.
  const asWords = page.asWords.filter(({ typed }) => !setAside.some((one) => one.typed === typed));
  return (
    <>
      {setAside.length > 0 && <SetAside setAside={setAside} wider={wider} />}
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

/** That no job is what the line was read as, and the nearest searches that some job answers. */
function SetAside({
  setAside,
  wider,
}: {
  setAside: readonly InterpretedPhrase[];
  wider: SearchPage["wider"];
}) {
  return (
    <Notice
      title={`No job is ${setAside.length > 1 ? "all of this" : "this"}: ${setAside.map(meaning).join(" + ")}`}
      tone="info"
    >
      {wider.length > 0 && (
        <p>
          {wider.map(({ label, href, total }, index) => (
            <span key={href}>
              {index > 0 && " · "}
              <Link to={href}>{label}</Link>{" "}
              <span className="soft">
                {total === 1 ? "1\u00a0job" : `${total.toLocaleString("en-US")}\u00a0jobs`}
              </span>
            </span>
          ))}
        </p>
      )}
      <p>
        The jobs below only contain your words, perhaps with another meaning. An alert waits for
        real ones.
      </p>
    </Notice>
  );
}

const meaning = ({ typed, label }: InterpretedPhrase): string =>
  typed.toLowerCase() === label.toLowerCase() ? label : `“${typed}” (${label})`;

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
          <Link to={`/code-families/${finest.id}`}>{finest.label}</Link>,{" "}
          <span className="code">{finest.range}</span>
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

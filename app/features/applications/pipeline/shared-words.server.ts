import { DomainError } from "#app/domain/errors.ts";
import { fillTemplate, firstNameOf } from "#app/domain/message-template.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { AnswerableApplication } from "#db/queries/application-answers.ts";
import { MESSAGE_MAX } from "../application-limits.ts";

/** What several applicants are told, in the words of one of them; refuses what cannot be said to this one. */
export function wordsFor(
  application: AnswerableApplication,
  sender: Pick<Viewer, "name">,
  words: string,
): string {
  const { applicantName, jobTitle, employerName } = application;
  const { text, missing } = fillTemplate(words, {
    "applicant first name": firstNameOf(applicantName),
    "job title": jobTitle,
    employer: employerName,
    // An answer is being given: a day until which one waits would be beside the point.
    "reply-by date": null,
    sender: sender.name,
  });
  if (missing.length > 0) {
    throw new DomainError(
      "incomplete",
      `There is nothing to put in for {${missing.join("}, {")}}.`,
    );
  }
  if (text.length <= MESSAGE_MAX) return text;
  throw new DomainError(
    "incomplete",
    `With its fields filled in the message is longer than ${MESSAGE_MAX.toLocaleString("en-US")} characters.`,
  );
}

/** Templates every employer may begin with: plain, kind, and ending with what happens next. */
export const STARTER_TEMPLATES: readonly { id: string; name: string; body: string }[] = [
  {
    id: "starter-received",
    name: "We are reading your application",
    body: `Hello {applicant first name},

Thank you for applying for {job title}. We are reading your application now and will answer by {reply-by date}.

You do not need to do anything until then. If something changes on your side, tell us here.

{sender}
{employer}`,
  },
  {
    id: "starter-interview",
    name: "Invitation to talk",
    body: `Hello {applicant first name},

We would like to talk with you about {job title}. The call takes about 30 minutes: we tell you about the work queue, the quality standard and the team, and you ask what you like.

Which days and times suit you next week, and in which time zone?

{sender}
{employer}`,
  },
  {
    id: "starter-test",
    name: "Invitation to a coding test",
    body: `Hello {applicant first name},

The next step for {job title} is a coding test. It covers the code families the job asks for, you may use your own books and encoder, and you learn your result either way.

Tell us a good time to send it, and whether you need more time or another format.

{sender}
{employer}`,
  },
  {
    id: "starter-question",
    name: "A question about your application",
    body: `Hello {applicant first name},

We have read your application for {job title} and have one question before we go on:

[Write the question here.]

A short answer on this page is enough.

{sender}
{employer}`,
  },
  {
    id: "starter-close",
    name: "A respectful close",
    body: `Hello {applicant first name},

Thank you for applying for {job title} and for the time you took. We have chosen to go on with other applicants, so we will not take your application further.

This is about this one job. If another of our jobs fits what you code, we would be glad to read from you again. If you would like to know what decided it, ask here and we will answer.

{sender}
{employer}`,
  },
];

export const findStarter = (id: string) =>
  STARTER_TEMPLATES.find((starter) => starter.id === id) ?? null;

import type { ApplicationStage } from "./application-stage.ts";

/** What an application's stage means, said to the applicant; also the first sentence of the mail about a move. */
export const STAGE_MEANING: Record<ApplicationStage, string> = {
  submitted: "The employer has your application and has not answered yet.",
  "in-review": "The employer is reading your application.",
  assessment: "The employer would like you to take a coding test.",
  interview: "The employer would like to interview you.",
  offer: "The employer is preparing or has made you an offer.",
  hired: "The employer has recorded that you were hired.",
  rejected: "The employer will not take your application further.",
  withdrawn: "You withdrew this application.",
};

/** What happens next and who acts, said to the applicant. */
export const NEXT_STEP: Record<ApplicationStage, string> = {
  submitted: "Nothing to do for now. We will mail you when the employer answers.",
  "in-review": "Nothing to do for now. We will mail you when something changes.",
  assessment:
    "Watch your mail: the employer will tell you how the test works, how long it takes and whether it is paid.",
  interview: "Watch your mail: the employer will propose a time.",
  offer: "Talk to the employer about the offer. Withdraw here if you decide against it.",
  hired: "Nothing more to do here. Congratulations on the job.",
  rejected: "Nothing more to do here. Your profile stays ready for the next job.",
  withdrawn: "Nothing more to do here. You cannot apply to this job a second time.",
};

/** To an applicant whose application is with an employer the board has suspended. */
export const EMPLOYER_SUSPENDED = {
  why: "The board has suspended this employer, so your application stands still.",
  meaning:
    "Nobody there can read it, answer it or write to you now. If the suspension is lifted, it goes on where it was.",
  next: "Nothing to do. You can withdraw, and apply elsewhere meanwhile.",
} as const;

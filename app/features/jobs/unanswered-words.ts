/** "3 applications stand unanswered. Answer them before you post it again." */
export const unansweredSentence = (count: number, doing: string): string =>
  count === 1
    ? `1 application stands unanswered. Answer it before you ${doing}.`
    : `${count.toLocaleString("en-US")} applications stand unanswered. Answer them before you ${doing}.`;

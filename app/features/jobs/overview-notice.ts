interface OverviewNotice {
  tone: "success" | "warning";
  words: string;
}

const NOTICES: Record<string, OverviewNotice> = {
  published: { tone: "success", words: "Published. Coders can find it within seconds." },
  sent: {
    tone: "success",
    words: "Sent to review. We read it, usually within a working day, and tell you by mail.",
  },
  "changes-sent": {
    tone: "success",
    words:
      "Changes sent to review: its words or its pay are new. We read them, usually within a working day; until then nobody sees the job.",
  },
  updated: { tone: "success", words: "Changes published. The address stays the same." },
  dropped: { tone: "success", words: "Changes dropped. The job is as people see it." },
  paused: { tone: "success", words: "Paused. Coders can no longer find it or apply." },
  resumed: { tone: "success", words: "Resumed. Coders can find it and apply again." },
  revised: { tone: "success", words: "Back to a draft." },
  confirmed: { tone: "success", words: "Confirmed. Coders see today's date beside the job." },
  renewed: { tone: "success", words: "Its last day is later now. People see it at once." },
  scheduled: { tone: "success", words: "Scheduled. You can take it back until it goes public." },
  unscheduled: { tone: "success", words: "Taken back. It is a draft again." },
  unanswered: { tone: "warning", words: "Nothing was posted: applications wait for an answer." },
  closed: {
    tone: "success",
    words: "Closed. Everyone whose application was open is being told by mail.",
  },
  changed: {
    tone: "warning",
    words:
      "Somebody changed this job in the meantime, so nothing was done. This is how it stands now.",
  },
};

/** The sentence a redirect left in the address; null when there is none of ours. */
export function noticeIn(query: URLSearchParams): OverviewNotice | null {
  const name = [...query.keys()].find((key) => Object.hasOwn(NOTICES, key));
  return name ? (NOTICES[name] ?? null) : null;
}

/** Text an employer or applicant wrote, already rendered and sanitised by `renderMarkdown`: nothing else may be passed. */
export function Prose({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place for HTML that renderMarkdown has sanitised
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** "evidence-CPC.pdf": made of the credential and what the file is; the name it came with is not kept. */
export const evidenceFilename = ({
  code,
  contentType,
}: {
  code: string;
  contentType: string;
}): string => `evidence-${code}.${contentType === "application/pdf" ? "pdf" : "jpg"}`;

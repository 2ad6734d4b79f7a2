import { type FileUpload, FormDataParseError, parseFormData } from "@remix-run/form-data-parser";
import { data } from "@remix-run/node";

const KB = 1024;

export interface FormLimits {
  /** Bytes a single uploaded file may have; 0 (the default) refuses files. */
  maxFileSize?: number;
  maxFiles?: number;
  /** Bytes of the whole body. */
  maxTotalSize?: number;
}

/**
 * The only way a body is read: `request.formData()` has no limits and one 20 MB post froze the server for 8 s.
 * Throws a 400/413 response with a sentence for malformed or oversized bodies.
 */
export async function readForm(request: Request, limits: FormLimits = {}): Promise<FormData> {
  const { maxFileSize = 0, maxFiles = 0, maxTotalSize = 512 * KB } = limits;
  try {
    return await parseFormData(
      request,
      { maxFileSize, maxFiles, maxTotalSize, maxParts: 2_000, maxHeaderSize: 8 * KB },
      (upload: FileUpload) => upload,
    );
  } catch (error) {
    if (error instanceof FormDataParseError || error instanceof TypeError) {
      const tooLarge = /max|exceed|size|large/i.test(`${error.name} ${error.message}`);
      throw data(
        tooLarge
          ? "What you sent is larger than we accept."
          : "We could not read the form you sent.",
        { status: tooLarge ? 413 : 400 },
      );
    }
    throw error;
  }
}

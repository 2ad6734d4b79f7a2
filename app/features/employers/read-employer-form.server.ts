import type { FormState } from "#app/components/form-state.ts";
import { formValues, parseForm } from "#app/web/parse-form.server.ts";
import { type EmployerInput, employerForm, LOGO_MAX_BYTES } from "./employer.form.ts";
import { logoImage } from "./logo-image.server.ts";
import type { NewLogo } from "./save-employer.server.ts";

type ReadEmployer =
  | { ok: true; input: EmployerInput; logo: NewLogo }
  | { ok: false; form: FormState };

/** Reads the employer form and its logo, which is re-encoded here; refuses both beside their fields. */
export async function readEmployerForm(form: FormData): Promise<ReadEmployer> {
  const parsed = parseForm(employerForm, form);
  const logo = await readLogo(form.get("logo"));
  if (parsed.ok && !logo.refusal) return { ok: true, input: parsed.value, logo: logo.image };
  return {
    ok: false,
    form: {
      values: formValues(form),
      errors: {
        ...(parsed.ok ? {} : parsed.form.errors),
        ...(logo.refusal ? { logo: [logo.refusal] } : {}),
      },
    },
  };
}

async function readLogo(
  sent: FormDataEntryValue | null,
): Promise<{ image: NewLogo; refusal: string | null }> {
  // A file input left empty is sent as a nameless file of no bytes.
  if (!(sent instanceof File) || sent.size === 0) return { image: null, refusal: null };
  if (sent.size > LOGO_MAX_BYTES) {
    return { image: null, refusal: "That picture is larger than 2 MB. Choose a smaller one." };
  }
  const image = await logoImage(new Uint8Array(await sent.arrayBuffer()));
  return {
    image,
    refusal: image
      ? null
      : "We could not read that as a PNG, JPEG or WebP picture. Choose another.",
  };
}

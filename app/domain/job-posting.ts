import { describeCredentialRule } from "./credential-rule.ts";
import type { PayType } from "./pay.ts";
import type { PublicJob } from "./public-job.ts";
import { findFamily, rangeOf } from "./taxonomy/code-families.ts";
import { STATE_NAMES } from "./us-states.ts";
import { CREDENTIALS, labelOf, SPECIALTIES } from "./vocabulary.ts";

// The one JobPosting builder (Google Search Central's rules). Never used on a list page, never for a job that is not open.

const UNIT: Partial<Record<PayType, "HOUR" | "DAY" | "WEEK" | "YEAR">> = {
  hourly: "HOUR",
  "hourly-plus-incentive": "HOUR",
  salary: "YEAR",
  "daily-rate": "DAY",
  stipend: "WEEK",
};

const EMPLOYMENT: Record<string, string[]> = {
  "full-time": ["FULL_TIME"],
  "part-time": ["PART_TIME"],
  prn: ["PER_DIEM"],
  "contract-w2": ["CONTRACTOR", "TEMPORARY"],
  "contract-1099": ["CONTRACTOR"],
  "temp-to-hire": ["TEMPORARY", "FULL_TIME"],
  temporary: ["TEMPORARY"],
  internship: ["INTERN"],
};

type Node = { [key: string]: string | number | boolean | Node | Node[] | string[] };

/**
 * schema.org JobPosting for an open job; null for any other (the markup must go when the job does).
 * `descriptionHtml` is the job's rendered, sanitised Markdown.
 */
export function jobPosting(
  job: PublicJob,
  { origin, descriptionHtml }: { origin: string; descriptionHtml: string },
): Node | null {
  if (!job.open) return null;
  return {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    title: job.title,
    description: `${descriptionHtml}${requirementsHtml(job)}`,
    datePosted: job.firstPublishedAt.slice(0, 10),
    validThrough: job.expiresAt,
    employmentType: EMPLOYMENT[job.employmentType] ?? ["OTHER"],
    identifier: { "@type": "PropertyValue", name: job.employer.name, value: job.id },
    directApply: true,
    url: `${origin}/jobs/${job.slug}`,
    hiringOrganization: organization(job, origin),
    ...place(job),
    ...baseSalary(job),
    ...experience(job),
    occupationalCategory: "29-2072.00",
    industry: labelOf(SPECIALTIES, job.specialty),
    skills: job.requirements.map(({ familyId }) => describeFamily(familyId)).join("; "),
  };
}

function organization({ employer }: PublicJob, origin: string): Node {
  return {
    "@type": "Organization",
    name: employer.name,
    ...(employer.website ? { sameAs: employer.website } : {}),
    ...(employer.logoFileId ? { logo: `${origin}/employers/${employer.slug}/logo` } : {}),
  };
}

/** Only a job worked wholly from home is TELECOMMUTE; its states say where the coder may live. */
function place(job: PublicJob): Node {
  if (job.workMode === "remote") {
    const everywhere = job.eligibleStates.length >= Object.keys(STATE_NAMES).length;
    const areas: Node[] = everywhere
      ? [{ "@type": "Country", name: "USA" }]
      : job.eligibleStates.map((state) => ({
          "@type": "State",
          name: `${STATE_NAMES[state] ?? state}, USA`,
        }));
    return { jobLocationType: "TELECOMMUTE", applicantLocationRequirements: areas };
  }
  return {
    jobLocation: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressCountry: "US",
        ...(job.city ? { addressLocality: job.city } : {}),
        ...(job.state ? { addressRegion: job.state } : {}),
        ...(job.zip ? { postalCode: job.zip } : {}),
      },
    },
  };
}

/** The employer's stated base only: a piece rate has no unit Google knows, so its guaranteed hour stands in. */
function baseSalary(job: PublicJob): Node {
  const unitText = UNIT[job.payType];
  const range = unitText
    ? { unitText, minValue: job.payMin, maxValue: job.payMax }
    : job.guaranteedHourly !== null && { unitText: "HOUR", value: job.guaranteedHourly };
  if (!range) return {};
  return {
    baseSalary: {
      "@type": "MonetaryAmount",
      currency: "USD",
      value: { "@type": "QuantitativeValue", ...range },
    },
  };
}

function experience(job: PublicJob): Node {
  const months = Math.max(
    job.minMonths ?? 0,
    ...job.requirements.map(({ minMonths }) => minMonths),
  );
  return {
    ...(months > 0
      ? {
          experienceRequirements: {
            "@type": "OccupationalExperienceRequirements",
            monthsOfExperience: months,
          },
        }
      : {}),
    ...(job.credentialRule.length > 0
      ? {
          educationRequirements: {
            "@type": "EducationalOccupationalCredential",
            credentialCategory: "professional certificate",
          },
          qualifications: describeCredentialRule(job.credentialRule),
        }
      : {}),
  };
}

function requirementsHtml(job: PublicJob): string {
  const item = (text: string) => `<li>${escapeHtml(text)}</li>`;
  const families = job.requirements.map(({ familyId, level }) =>
    item(`${describeFamily(familyId)} (${level === "must" ? "required" : "nice to have"})`),
  );
  const credentials = credentialNames(job);
  return [
    families.length > 0 ? `<p>Code families:</p><ul>${families.join("")}</ul>` : "",
    credentials ? `<p>Credentials: ${escapeHtml(credentials)}.</p>` : "",
    job.workMode === "remote" ? "<p>This job is 100% remote.</p>" : "",
  ].join("");
}

function credentialNames(job: PublicJob): string {
  if (job.credentialRule.length === 0) return "";
  const names = [...new Set(job.credentialRule.flat())]
    .map((code) => CREDENTIALS.find((credential) => credential.code === code))
    .filter((credential) => credential !== undefined)
    .map(({ code, name }) => `${code} = ${name}`);
  return `${describeCredentialRule(job.credentialRule)} (${names.join("; ")})`;
}

function describeFamily(id: string): string {
  const family = findFamily(id);
  return family ? `${family.label}, ${rangeOf(family)}` : id;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

import type { FormValues } from "#app/components/form-state.ts";
import { describeCredentialRule } from "#app/domain/credential-rule.ts";
import type { EmployerJob } from "#db/queries/employer-job.ts";

const written = (value: string | number | null): string[] =>
  value === null || value === "" ? [] : [String(value)];

/** A stored job as its form would have been typed. What was typed and did not yet validate wins. */
export const typedValues = (job: EmployerJob): FormValues => job.formDraft ?? jobValues(job);

/** The job's own columns as form values, whatever else was typed. */
function jobValues(job: EmployerJob): FormValues {
  const rows = job.requirements.flatMap(({ familyId, level, minMonths }, index) => [
    [`requirements.${index}.familyId`, [familyId]] as const,
    [`requirements.${index}.level`, [level]] as const,
    [`requirements.${index}.minMonths`, [String(minMonths)]] as const,
  ]);
  return {
    title: written(job.title),
    reference: written(job.reference),
    role: written(job.role),
    specialty: written(job.specialty),
    otherSpecialties: job.otherSpecialties,
    settings: job.settings,
    ...Object.fromEntries(rows),
    credentialRule:
      job.credentialRule.length > 0 ? [describeCredentialRule(job.credentialRule)] : [],
    preferredCredentials: written(job.preferredCredentials.join(", ")),
    acceptsApprentices: job.acceptsApprentices ? ["on"] : [],
    experienceLevel: written(job.experienceLevel),
    minMonths: written(job.minMonths),
    employmentType: written(job.employmentType),
    schedule: written(job.schedule),
    workMode: written(job.workMode),
    city: written(job.city),
    state: written(job.state),
    zip: written(job.zip),
    stateRule: written(job.stateRule),
    listedStates: job.listedStates,
    payType: written(job.payType),
    payMin: written(job.payMin),
    payMax: written(job.payMax),
    payNote: written(job.payNote),
    guaranteedHourly: written(job.guaranteedHourly),
    software: job.software,
    productionUnit: written(job.productionUnit),
    productionTarget: written(job.productionTarget),
    accuracyMetric: written(job.accuracyMetric),
    accuracyMin: written(job.accuracyMin),
    description: written(job.description),
    ...questionValues(job),
    knockOuts: job.knockOuts.rules,
    knockOutEffect: [job.knockOuts.effect],
    closesOn: written(job.closesOn),
    replyByDays: written(job.replyByDays),
  };
}

const questionValues = ({ screeningQuestions }: EmployerJob): FormValues =>
  Object.fromEntries(
    screeningQuestions.flatMap(({ id, kind, prompt, required, choices }, index) => [
      [`questions.${index}.id`, [id]] as const,
      [`questions.${index}.prompt`, [prompt]] as const,
      [`questions.${index}.kind`, [kind]] as const,
      [`questions.${index}.required`, [required ? "yes" : "no"]] as const,
      [`questions.${index}.choices`, [choices.join("\n")]] as const,
    ]),
  );

/** Form values as a body would carry them, to be read by the job's one schema. */
export function asFormData(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, all] of Object.entries(values)) for (const one of all) form.append(name, one);
  return form;
}

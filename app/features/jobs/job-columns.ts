import type { KnockOuts } from "#app/domain/knock-outs.ts";
import { hourlyRange, piecesAnHour } from "#app/domain/pay.ts";
import { DEFAULT_REPLY_BY_DAYS } from "#app/domain/reply-clock.ts";
import { eligibleStates } from "#app/domain/us-states.ts";
import type { PartialJob } from "./job.form.ts";
import type { FindPlace } from "./job-place-rules.ts";
import { isPieceRate } from "./job-rules.ts";

/** A job's fields as its row keeps them: what could not be read is left empty, what follows is worked out. */
export function jobColumns(job: PartialJob, findPlace: FindPlace) {
  return {
    title: job.title ?? "",
    reference: job.reference || null,
    role: job.role,
    specialty: job.specialty,
    otherSpecialties: (job.otherSpecialties ?? []).filter((slug) => slug !== job.specialty),
    settings: job.settings ?? [],
    employmentType: job.employmentType,
    schedule: job.schedule,
    workMode: job.workMode,
    ...placeColumns(job, findPlace),
    ...payColumns(job),
    experienceLevel: job.experienceLevel,
    minMonths: job.minMonths,
    acceptsApprentices: job.acceptsApprentices ?? false,
    credentialRule: JSON.stringify(job.credentialRule ?? []),
    preferredCredentials: job.preferredCredentials ?? [],
    software: job.software ?? [],
    productionUnit: job.productionUnit,
    productionTarget: job.productionTarget,
    accuracyMetric: job.accuracyMetric,
    accuracyMin: job.accuracyMin,
    description: job.description ?? "",
    screeningQuestions: JSON.stringify(job.questions ?? []),
    knockOuts: JSON.stringify({
      rules: job.knockOuts ?? [],
      effect: job.knockOutEffect ?? "flag",
    } satisfies KnockOuts),
    closesOn: job.closesOn,
    replyByDays: job.replyByDays ?? DEFAULT_REPLY_BY_DAYS,
  };
}

function placeColumns(
  { city, state, zip, stateRule, listedStates }: PartialJob,
  findPlace: FindPlace,
) {
  const place = city || zip ? findPlace({ city: city ?? "", state, zip: zip ?? "" }) : null;
  const ownState = place?.state ?? state;
  const listed =
    stateRule === "listed-states" || stateRule === "excluded-states" ? (listedStates ?? []) : [];
  return {
    city: (place?.city ?? city) || null,
    state: ownState,
    zip: (place?.zip ?? zip) || null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    stateRule,
    listedStates: listed,
    eligibleStates: eligibleStates(stateRule, listed, ownState),
  };
}

function payColumns(job: PartialJob) {
  const { payType, payMin, payMax, payNote, guaranteedHourly } = job;
  // A draft may hold its figures the wrong way round; the row may not, and the typed values are kept beside it.
  const ordered = payMin === null || payMax === null || payMin <= payMax;
  const guaranteed = payType && isPieceRate(payType) ? guaranteedHourly : null;
  const hourly =
    payType && payMin !== null && payMax !== null && ordered
      ? hourlyRange({
          type: payType,
          min: payMin,
          max: payMax,
          guaranteedHourly: guaranteed,
          perHour: piecesAnHour(payType, {
            unit: job.productionUnit,
            target: job.productionTarget,
          }),
        })
      : null;
  return {
    payType,
    payMin: ordered ? payMin : null,
    payMax: ordered ? payMax : null,
    payNote: payNote ?? "",
    guaranteedHourly: guaranteed,
    hourlyMin: hourly?.min ?? null,
    hourlyMax: hourly?.max ?? null,
  };
}

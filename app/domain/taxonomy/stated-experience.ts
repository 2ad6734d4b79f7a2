import { ancestorsOf, CODE_FAMILIES } from "./code-families.ts";

/** Families whose statement says that `id` was coded: itself, all inside it, and the retired ones it took over. */
export const statedBy = (id: string): string[] =>
  CODE_FAMILIES.filter(
    (family) =>
      family.id === id ||
      family.successor === id ||
      ancestorsOf(family.id).some((above) => above.id === id),
  ).map((family) => family.id);

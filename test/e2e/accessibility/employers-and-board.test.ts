import { checkPagesOf, ofCoders } from "./every-page.ts";

checkPagesOf((persona) => !ofCoders(persona));

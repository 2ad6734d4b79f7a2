import { createContext } from "react";

/** The CSP nonce of this response; known on the server only, browsers hide it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);

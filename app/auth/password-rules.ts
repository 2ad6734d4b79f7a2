/** What most lists of leaked passwords begin with, at ten characters and more; shorter ones are refused anyway. */
const WORST = new Set(
  `1234567890 12345678910 123456789a 0123456789 0987654321 1111111111 0000000000 1q2w3e4r5t q1w2e3r4t5
  1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 password12 password123 password1234
  password12345 passw0rd123 p@ssw0rd123 p@ssword123 iloveyou12 iloveyou123 welcome123 welcome1234 letmein123
  letmein1234 administrator admin12345 admin123456 changeme123 football123 baseball123 princess123 sunshine123
  superman123 trustno123 abcdefghij abcd123456 abcde12345 aaaaaaaaaa zzzzzzzzzz careercenter careercenter1
  careercenter123 medicalcoder medicalcoder1 medicalcoding medicalcoding1 summer2025 summer2026 winter2025
  winter2026 spring2026 autumn2026`.split(/\s+/),
);

const MIN_PASSWORD = 10;

/** Longer ones are refused before they are hashed. */
export const MAX_PASSWORD = 1_000;

/** Why a password will not do, as a sentence; null when it will. `email` is whose it shall be. */
export function passwordProblem(password: string, email: string): string | null {
  const plain = password.normalize("NFKC").toLowerCase();
  if (plain.length < MIN_PASSWORD) return `Use at least ${MIN_PASSWORD} characters.`;
  const address = email.trim().toLowerCase();
  if (plain === address || (address && plain === address.split("@")[0])) {
    return "Choose something other than your email address.";
  }
  if (WORST.has(plain) || /^(.)\1+$/.test(plain)) {
    return "This is among the first passwords anyone would try. Choose another.";
  }
  return null;
}

/** The mark: two Cs facing each other across an en dash, which is also how a code range is written. */
export function BrandMark() {
  return (
    <svg
      aria-hidden="true"
      className="brand-mark"
      fill="none"
      focusable="false"
      stroke="currentColor"
      strokeWidth="2.25"
      viewBox="0 0 24 24"
    >
      <path d="M9.5 4.5H7A3.5 3.5 0 0 0 3.5 8v8A3.5 3.5 0 0 0 7 19.5h2.5" />
      <path d="M14.5 4.5H17A3.5 3.5 0 0 1 20.5 8v8a3.5 3.5 0 0 1-3.5 3.5h-2.5" />
      <path className="brand-mark__dash" d="M8 12h8" />
    </svg>
  );
}

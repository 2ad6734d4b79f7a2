/** Pay as `formatPay` writes it: the amounts in figures, the period in words. */
export function PayFigure({ children }: { children: string }) {
  const [, amount = "", period = ""] = /^([^a-z]*)(.*)$/s.exec(children) ?? [];
  return (
    <>
      <span className="figure">{amount.trimEnd()}</span> {period}
    </>
  );
}

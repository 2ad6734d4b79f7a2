import type { ReactNode } from "react";

interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** "end" sets figures: right-aligned, monospace. */
  align?: "start" | "end";
}

/** A captioned table; the first column names its row. It scrolls sideways rather than squeeze. */
export function DataTable<Row extends { id: string }>({
  caption,
  columns,
  rows,
}: {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="data-table" tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, align }) => (
              <th data-align={align} key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ header, cell, align }, index) =>
                index === 0 ? (
                  <th data-align={align} key={header} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td data-align={align} key={header}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import {
  AliasNode,
  ColumnNode,
  type Expression,
  IdentifierNode,
  type RawBuilder,
  ReferenceNode,
  type SelectionNode,
  SelectQueryNode,
  type ShallowDehydrateObject,
  type Simplify,
  sql,
} from "kysely";

/**
 * Nests a sub-select as an array of objects under one column. Use this, not Kysely's own helper: CamelCasePlugin
 * leaves the keys inside JSON alone, so that one answers `family_id` where its type says `familyId`.
 */
export function jsonArrayFrom<Row>(
  query: Expression<Row>,
): RawBuilder<Simplify<ShallowDehydrateObject<Row>>[]> {
  return sql`(select coalesce(json_agg(${jsonObject(query)}), '[]') from ${query} as agg)`;
}

function jsonObject(query: Expression<unknown>) {
  const node = query.toOperationNode();
  const selections = SelectQueryNode.is(node) ? (node.selections ?? []) : [];
  const names = selections.map(nameOf);
  if (names.length === 0) throw new Error("jsonArrayFrom needs a select with named columns");
  return sql`json_build_object(${sql.join(
    names.flatMap((name) => [sql.lit(name), sql.ref(`agg.${name}`)]),
  )})`;
}

function nameOf({ selection }: SelectionNode): string {
  if (ReferenceNode.is(selection) && ColumnNode.is(selection.column)) {
    return selection.column.column.name;
  }
  if (ColumnNode.is(selection)) return selection.column.name;
  if (AliasNode.is(selection) && IdentifierNode.is(selection.alias)) return selection.alias.name;
  throw new Error("jsonArrayFrom needs columns or aliases, named one by one");
}

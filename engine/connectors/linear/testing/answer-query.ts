import {
  type FieldNode,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import { matchFilter } from "./match-filter";

export type Fields = Readonly<Record<string, unknown>>;

export interface QueryRoot {
  /** Root fields. An array is a list that can be filtered, sorted and paged. */
  readonly root: Readonly<Record<string, (args: Fields) => unknown>>;
  readonly pageSize: number;
  /** Cursors of another epoch have expired. */
  readonly epoch: number;
}

/** Thrown for an expired page token. */
export class UnknownCursor extends Error {}

/** Replies to a query with exactly the fields that it selects. */
export function answerQuery(queryRoot: QueryRoot, query: string, variables: Fields): Fields {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError("There is no operation");
  const fields = fieldsOf(operation.selectionSet).flatMap((field) => {
    if (!isIncluded(field, variables)) return [];
    const args = argumentsOf(field, variables);
    const value = queryRoot.root[field.name.value]?.(args);
    const isPaged = (args.filter as Fields | undefined)?.id === undefined;
    const pageLimit = isPaged ? queryRoot.pageSize : Number.POSITIVE_INFINITY;
    return [[field.name.value, renderField({ ...queryRoot, variables, pageLimit }, value, field)] as const];
  });
  return Object.fromEntries(fields);
}

interface RenderState extends QueryRoot {
  readonly variables: Fields;
  /** Maximum number of items in a page. */
  readonly pageLimit: number;
}

function renderField(renderState: RenderState, given: unknown, field: FieldNode): unknown {
  const value: unknown = typeof given === "function" ? given() : given;
  if (value === null || value === undefined) return null;
  if (!field.selectionSet) return value;
  const shown = Array.isArray(value)
    ? toConnection(renderState, value, argumentsOf(field, renderState.variables))
    : value;
  return pickFields(
    { ...renderState, pageLimit: Number.POSITIVE_INFINITY },
    shown as Fields,
    field.selectionSet,
  );
}

function pickFields(renderState: RenderState, record: Fields, selection: SelectionSetNode): Fields {
  return Object.fromEntries(
    fieldsOf(selection).map((field) => {
      const name = field.name.value;
      const value = record[name];
      // The nodes of a connection are a plain list of records.
      if (name === "nodes" && Array.isArray(value) && field.selectionSet) {
        const { selectionSet } = field;
        return [name, value.map((each) => pickFields(renderState, each as Fields, selectionSet))];
      }
      return [name, renderField(renderState, value, field)];
    }),
  );
}

/** Newest first by the requested order; the cursor is the position in that order. */
function toConnection({ pageLimit, epoch }: RenderState, records: readonly Fields[], args: Fields): Fields {
  const key = typeof args.orderBy === "string" ? args.orderBy : "createdAt";
  const placeOf = (record: Fields) => `${record[key]} ${record.id}`;
  const after = args.after === undefined ? undefined : String(args.after).split("|");
  if (after && after[0] !== String(epoch)) throw new UnknownCursor();
  const all = records
    .filter((record) => args.includeArchived === true || !record.archivedAt)
    .filter((record) => matchFilter(record, args.filter))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
    .filter((record) => after?.[1] === undefined || placeOf(record) < after[1]);
  const nodes = all.slice(0, Math.min(Number(args.first ?? 50), pageLimit));
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: nodes.length < all.length,
      endCursor: last ? `${epoch}|${placeOf(last)}` : null,
    },
  };
}

function fieldsOf({ selections }: SelectionSetNode): readonly FieldNode[] {
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

function isIncluded({ directives = [] }: FieldNode, variables: Fields): boolean {
  const include = directives.find(({ name }) => name.value === "include");
  return include?.arguments?.every(({ value }) => toValue(value, variables) === true) ?? true;
}

function argumentsOf({ arguments: given = [] }: FieldNode, variables: Fields): Fields {
  const entries = given.map(({ name, value }) => [name.value, toValue(value, variables)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function toValue(value: ValueNode, variables: Fields): unknown {
  return valueFromASTUntyped(value, { ...variables });
}

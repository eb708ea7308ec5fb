import { type PGlite, types } from '@electric-sql/pglite';
import {
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';

/** What the catalogue of PostgreSQL is made of; everything else is text for the schema engine. */
const COLUMN_TYPES: Readonly<Record<number, ColumnType>> = {
  [types.BOOL]: ColumnTypeEnum.Boolean,
  [types.CHAR]: ColumnTypeEnum.Character,
  [types.INT2]: ColumnTypeEnum.Int32,
  [types.INT4]: ColumnTypeEnum.Int32,
  [types.INT8]: ColumnTypeEnum.Int64,
  [types.OID]: ColumnTypeEnum.Int64,
  // Arrays of numbers (int2, int4) and of words (name, text, char).
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1002: ColumnTypeEnum.TextArray,
  1003: ColumnTypeEnum.TextArray,
  1009: ColumnTypeEnum.TextArray,
};

/** Lets Prisma's schema engine look at a PostgreSQL in memory; it is asked questions, and is given nothing to do. */
export function pgliteAdapter(database: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const queryRaw = async ({ sql, args }: SqlQuery): Promise<SqlResultSet> => {
    const result = await database.query<unknown[]>(sql, args, { rowMode: 'array' });
    return {
      columnNames: result.fields.map((field) => field.name),
      columnTypes: result.fields.map((field) => COLUMN_TYPES[field.dataTypeID] ?? ColumnTypeEnum.Text),
      rows: result.rows,
    };
  };
  const refuse = (): Promise<never> => Promise.reject(new Error('the schema engine only looks here'));
  const adapter: SqlDriverAdapter = {
    provider: 'postgres',
    adapterName: 'pglite',
    queryRaw,
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
  return {
    provider: 'postgres',
    adapterName: 'pglite',
    connect: () => Promise.resolve(adapter),
    connectToShadowDb: refuse,
  };
}

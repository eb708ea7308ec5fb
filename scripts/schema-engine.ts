import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The part used here of what every Node has; the compiler knows it only together with a browser's other globals. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

let isLoaded = false;

async function load(): Promise<void> {
  if (isLoaded) return;
  // The package's own entry imports the .wasm file, as only a bundler can; so it is instantiated by hand.
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(glue.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  isLoaded = true;
}

/**
 * Opens Prisma's schema engine over a database, without the binary that its commands download; `schema` is the text of a
 * schema.prisma. Call `free()` when done.
 */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
): Promise<bindings.SchemaEngine> {
  await load();
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, bound);
}

/** The SQL that leads from a database to the schema; empty where they agree. Lists of words are unknown to the engine. */
export async function schemaDifference(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
): Promise<string> {
  const engine = await openSchemaEngine(adapter, schema);
  const files = [{ path: 'schema.prisma', content: schema }];
  try {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    // With `exitCode` the engine answers 2 for a difference; the text of "no difference" is a comment.
    return exitCode === 2 ? (stdout ?? '') : '';
  } finally {
    engine.free();
  }
}

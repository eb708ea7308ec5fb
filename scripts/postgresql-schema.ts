/**
 * The schema for PostgreSQL, derived from the text of prisma/schema.prisma: another provider, another folder for the
 * client, and moments that are instants. Prisma's own type for a moment there has no time zone, and what it means would
 * depend on a setting of whoever connects. Throws where the source no longer says what is replaced.
 */
export function postgresqlSchema(schema: string, output: string): string {
  const provider = replaced(schema, /provider = "sqlite"/g, 'provider = "postgresql"');
  const placed = replaced(provider, /output( +)= ".*"/g, `output$1= ${JSON.stringify(output)}`);
  return replaced(placed, /^( {2}\w+ +DateTime\??)/gm, '$1 @db.Timestamptz(3)');
}

function replaced(text: string, pattern: RegExp, by: string): string {
  const changed = text.replace(pattern, by);
  if (changed === text) throw new Error(`prisma/schema.prisma has nothing like ${pattern.source}`);
  return changed;
}

import { type Cluster, findPostgres, startCluster } from '../../scripts/cluster.ts';

let cluster: Cluster | undefined;

/** One server for the whole run: the one that TEST_DATABASE_URL names, or a cluster of its own. Workers find it in TEST_SERVER. */
export async function setup(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  const binaries = findPostgres();
  if (given === '' && binaries !== undefined) cluster = await startCluster(binaries, false);
  process.env['TEST_SERVER'] = cluster?.address ?? given;
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
}

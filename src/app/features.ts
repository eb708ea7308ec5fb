import type { Feature } from '../engine/feature.ts';
import { assembly } from '../features/assembly/feature.ts';
import { broadcasts } from '../features/broadcasts/feature.ts';
import { cases } from '../features/cases/feature.ts';
import { deskFor } from '../features/desk/feature.ts';
import { duty } from '../features/duty/feature.ts';
import { helpFor } from '../features/help/feature.ts';
import { pairing } from '../features/pairing/feature.ts';
import { privacy } from '../features/privacy/feature.ts';
import { services } from '../features/services/feature.ts';
import { study } from '../features/study/feature.ts';
import { welfare } from '../features/welfare/feature.ts';

/** What the program can do. The order is the order of the help. */
export const features: readonly Feature[] = [
  cases,
  services,
  welfare,
  deskFor(() => features),
  assembly,
  study,
  duty,
  broadcasts,
  helpFor(() => features),
  privacy,
  pairing,
];

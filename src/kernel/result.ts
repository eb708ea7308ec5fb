/** What a rule or a use case answers: a value, or a refusal with a code that the edge puts into words. Surprises throw. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** The good answer. */
export function accept<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** The refusal, as a value. */
export function refuse<Refusal>(refusal: Refusal): Result<never, Refusal> {
  return { ok: false, refusal };
}

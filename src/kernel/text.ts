/**
 * Sentences for people. A template names its slots in braces, and the compiler asks for exactly these.
 * Text for groups is a type of its own: only masked or the office's own words can enter it (see mask.ts).
 */
type SlotNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotNames<Rest>
  : never;

type Fill<Template extends string, Value> = [SlotNames<Template>] extends [never]
  ? []
  : [slots: Readonly<Record<SlotNames<Template>, Value>>];

declare const privateMark: unique symbol;
declare const groupMark: unique symbol;
declare const publicMark: unique symbol;

/** Text that one person may read in private. */
export type PrivateText = string & { readonly [privateMark]: true };
/** Text that a group may read; it may be said in private too. */
export type GroupText = PrivateText & { readonly [groupMark]: true };
/** A value that may stand in a group text: masked words, or the office's own. */
export type PublicWords = string & { readonly [publicMark]: true };

function fill(template: string, slots: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = slots[name];
    return value === undefined ? whole : String(value);
  });
}

/** A sentence for private chat: `text('编号{no}')({ no: 101 })`. */
export function text<Template extends string>(template: Template) {
  return (...slots: Fill<Template, string | number>): PrivateText => fill(template, slots[0]) as PrivateText;
}

/** A sentence that a group may see; its slots take numbers and public words only. */
export function groupText<Template extends string>(template: Template) {
  return (...slots: Fill<Template, PublicWords | GroupText | number>): GroupText =>
    fill(template, slots[0]) as GroupText;
}

/** The office's own words (profile, names of states and categories, dates, study material): exempt from masking. */
export function officeWords(words: string): PublicWords {
  return words as PublicWords;
}

/** Lines of one message, empty ones left out. */
export function lines<Line extends PrivateText>(...parts: readonly (Line | undefined)[]): Line {
  return parts.filter((part) => part !== undefined && part !== '').join('\n') as Line;
}

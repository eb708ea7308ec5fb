import type { MonthSpan } from '../kernel/month.ts';
import type { GroupText, PrivateText } from '../kernel/text.ts';
import type { Command, Reply } from './chat/command.ts';
import type { Profile } from './community/profile.ts';
import type { Question, StandingQuestion } from './chat/question.ts';
import type { Deadlines } from './scheduler/deadlines.ts';
import type { Job } from './scheduler/job.ts';
import type { StaffMember } from './identity/people.ts';
import type { Turn, Work } from './work.ts';

/** Words that no command took, said to the bot itself. */
export interface FreeWords {
  readonly id: string;
  /** It knows its own words for certain, and is asked before those that guess. */
  readonly isSure?: boolean;
  /** What to say, or undefined to leave the words to the next feature. */
  take(turn: Turn, words: string): Promise<Reply | undefined>;
}

/** A picture or voice message. */
export interface Media {
  readonly kind: 'image' | 'voice';
  readonly file: string;
}

/** A feature that takes pictures and voice messages. */
export interface MediaDoor {
  readonly id: string;
  /**
   * Asked before anything is stored: `keep` what belongs to something that the person has just said here, `answer` what
   * the person should hear about, undefined for everything else.
   */
  wants(turn: Turn, media: Media): Promise<'keep' | 'answer' | undefined>;
  take(turn: Turn, media: Media): Promise<Reply | undefined>;
}

/** One line of a clerk's list of what is to be done, and its moment for sorting. */
export interface TodoLine {
  readonly due: Date;
  /** For private chat. */
  readonly inPrivate: PrivateText;
  /** For the staff's room; left out where even the number is nobody's business there. */
  readonly inGroup: GroupText | undefined;
}

/** One thing that is planned, and the jobs whose slots it stands for. */
export interface Planned {
  readonly what: string;
  readonly moments: readonly Date[];
  readonly jobs: readonly string[];
}

/** What one feature gives to the program. app/features.ts lists them all. */
export interface Feature {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly questions?: readonly Question[];
  readonly standing?: StandingQuestion;
  readonly jobs?: readonly Job[];
  readonly deadlines?: readonly Deadlines[];
  readonly freeWords?: FreeWords;
  readonly media?: MediaDoor;
  /** What a stretch of time will bring by the profile, where the jobs' slots alone do not tell. */
  plan?(profile: Profile, from: Date, to: Date): readonly Planned[];
  /** Whether the words with which somebody asks to be a friend name something of this feature that is still open. */
  knowsGreeting?(work: Work, words: string): Promise<boolean>;
  /** What the speaker can say of something of theirs that this feature keeps here; undefined where they have nothing. */
  example?(turn: Turn): Promise<GroupText | undefined>;
  /** Its part of 待办. */
  todo?(work: Work, staff: StaffMember): Promise<readonly TodoLine[]>;
  /** Its part of 统计 for a month: lines for staff, fit for a group. What is open is said of the current month only. */
  figures?(work: Work, span: MonthSpan): Promise<readonly GroupText[]>;
}

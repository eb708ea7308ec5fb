import { optional, words } from '../../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../../engine/chat/command.ts';
import type { Turn } from '../../../engine/work.ts';
import type { Service } from '../../../kernel/service.ts';
import { sayTime } from '../../../kernel/moment.ts';
import { type GroupText, lines, officeWords } from '../../../kernel/text.ts';
import { fold } from '../../../kernel/words.ts';
import { servedAt } from '../rules/meals.ts';
import { servicesIn } from '../rules/request.ts';
import { ANY } from '../rules/slots.ts';
import { ASKS_BEYOND } from '../rules/vocabulary/questions.ts';
import { findOpenings, servicesOf } from '../service/openings.ts';
import { cutoffWords } from '../texts/meals.ts';
import { daysWords, hoursWords, listWords, placeWords, quotaWords, slotWords, texts } from '../texts/say.ts';

const LISTED = 5;
const SHOWN_SLOTS = 3;

/** The services, and how one is booked; `isHow`: with a line that books what is free next. */
export async function listServices(turn: Turn, isHow = false): Promise<Reply> {
  const all = servicesOf(turn);
  const [first] = all;
  if (first === undefined) return say(texts.noServices());
  const shown = all.slice(0, LISTED);
  const others = all.slice(LISTED);
  return say(
    lines<GroupText>(
      texts.listHead(),
      ...shown.map((service) =>
        texts.listItem({ name: officeWords(service.name), days: daysWords(service), hours: hoursWords(service) }),
      ),
      others.length === 0 ? undefined : texts.listMore({ names: listWords(others.map(({ name }) => name)) }),
      isHow ? await howToBook(turn, first) : texts.listHow({ name: officeWords(first.name) }),
    ),
  );
}

async function howToBook(turn: Turn, service: Service): Promise<GroupText> {
  const name = officeWords(service.name);
  const [next] =
    service.meal === undefined ? (await findOpenings(turn, service, ANY, turn.speaker.personId, 1)).slots : [];
  return next === undefined ? texts.detailsHow({ name }) : texts.listHowTo({ name, at: slotWords(next) });
}

/** The authority's own line first, for who only wants to know something; then what is free at the window. */
export async function officialReply(turn: Turn, service: Service, official: string): Promise<Reply> {
  const name = officeWords(service.name);
  const place = placeWords(service, turn.community.profile.office.address);
  return say(
    lines<GroupText>(
      texts.officialFirst({ service: name, official: officeWords(official) }),
      texts.officialWindow({ place }),
      service.bring.length === 0 ? undefined : texts.detailsBring({ bring: listWords(service.bring) }),
      await nextWords(turn, service),
      texts.detailsHow({ name }),
    ),
  );
}

/** What a service is, for whom, when, and what is free next; of what the profile does not know, whom to ask. */
export async function detailsOf(turn: Turn, service: Service, asked = ''): Promise<Reply> {
  const name = officeWords(service.name);
  const { office } = turn.community.profile;
  const { leastAge, quota, bring, official, meal } = service;
  const next = meal === undefined ? await nextWords(turn, service) : mealHours(service);
  const isBeyond = ASKS_BEYOND.test(fold(asked));
  return say(
    lines<GroupText>(
      texts.detailsHead({ name, days: daysWords(service), hours: hoursWords(service) }),
      texts.detailsWhere({ place: placeWords(service, office.address) }),
      leastAge === undefined ? undefined : texts.detailsFor({ age: leastAge }),
      quota === undefined ? undefined : texts.detailsQuota(quotaWords(service)),
      bring.length === 0 ? undefined : texts.detailsBring({ bring: listWords(bring) }),
      official === undefined ? undefined : texts.detailsOfficial({ official: officeWords(official) }),
      isBeyond ? texts.askOffice({ hotline: officeWords(office.hotline) }) : next,
      meal === undefined ? texts.detailsHow({ name }) : texts.detailsMeal(),
    ),
  );
}

const mealHours = (service: Service): GroupText =>
  texts.detailsMealBy({ time: officeWords(sayTime(servedAt(service))), cutoff: cutoffWords(service) });

async function nextWords(turn: Turn, service: Service): Promise<GroupText> {
  const { slots } = await findOpenings(turn, service, ANY, turn.speaker.personId, SHOWN_SLOTS);
  return slots.length === 0 ? texts.detailsFull() : texts.detailsNext({ slots: listWords(slots.map(slotWords)) });
}

export const catalogueCommands: readonly Command[] = [
  command({
    id: 'services.list',
    words: ['服务', '服务项目', '服务清单'],
    who: 'anyone',
    where: 'anywhere',
    heard: 'never',
    usage: '服务',
    example: '服务 上门理发',
    topic: '预约',
    args: { name: optional(words) },
    async run(turn, { name }) {
      if (name === undefined) return listServices(turn);
      const [service] = servicesIn(name, servicesOf(turn));
      if (service !== undefined) return detailsOf(turn, service);
      const names = listWords(servicesOf(turn).map((one) => one.name));
      return say(texts.unknownService({ names }));
    },
  }),
];

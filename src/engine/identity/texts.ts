import type { Role } from '../community/profile.ts';
import { groupText } from '../../kernel/text.ts';

export const texts = {
  rosterJob: '记群成员指纹（每周）',
  roomsLost: groupText(
    '重新登录后认不准这些群：{rooms}。\n请在电脑上取码，再到群里发：绑定群 加8位数字。认出前不往里发。',
  ),
} as const;

/** The roles as people say them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  secretary: '书记',
  clerk: '办事员',
  'grid-worker': '网格员',
  'building-head': '楼栋长',
  'party-member': '党员',
  mediator: '调解员',
  'legal-adviser': '法律顾问',
  expert: '专家',
};

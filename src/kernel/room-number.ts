/** What follows a number that counts or measures something, or names a year, a street, a bus: a pattern, after folding. */
export const COUNTED =
  '[元块角毛分万千百亿米公里厘平㎡斤克吨度瓦伏安升人名位次个只支条件台辆张份本套间栋幢座年月日天周岁期届点时秒度倍步页棵株盏根箱桶袋瓶把顿餐节场件项笔批组排级路%‰℃°#a-z]' +
  // `501 楼上漏水` names a room; `501楼` would be a floor
  '|[层楼](?![上下道梯顶里])|小时|单元|号(?:楼|线|文|令|案|工单|议题|事项|泵|井|桩)|国道|省道|县道|块钱|摄氏|居民|余|多[人户元个名]|来[人户元个名]|左右';

/** Where a sticky look at what follows a number says that it was a quantity. Use inside a negative lookahead, after folding. */
export const AFTER_QUANTITY = `\\s?(?:${COUNTED})`;

/**
 * Whether digits can be the number on a flat's door: a floor from 1 to 39, then a flat from 01 to 30 (501, 1203).
 * 2020 to 2039 are read as years.
 */
export function isRoomNumber(digits: string): boolean {
  if (!/^\d{3,4}$/.test(digits) || /^20[23]\d$/.test(digits)) return false;
  const floor = Number(digits.slice(0, -2));
  const flat = Number(digits.slice(-2));
  return floor >= 1 && floor <= 39 && flat >= 1 && flat <= 30;
}

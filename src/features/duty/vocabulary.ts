/** 行, to a colleague who wants to swap. */
export const AGREES = /^(?:行|好|可以|没问题|成|中)[的啊呀吧了]?[。.!！\s]*$/u;
export const DISAGREES = /^(?:不行|不可以|不方便|换不了|不成|不能换|不好意思)[的啊呀吧了]?[。.!！\s]*$/u;
/** What is left of 我明天请假 without the day; 小陈明天请假 is about somebody else. */
export const SAYS_LEAVE =
  /^(?:本?人|我)?\s*(?:想|要|得|需要)?\s*(?:请(?:个|[一二两三四五几\d]*天)?假|休(?:息|假)|不能值班|值不了班|来不了)了?(?:[,，。.!！\s].*)?$/u;

/** What stands behind a day when somebody asks who is there: `周五谁值班`, `明天哪位在窗口值班？` */
export const ASKED_BEHIND =
  /^(?:是|有)?(?:谁|哪位|哪个|什么人)(?:来|在)?(?:窗口|社区)?(?:值班|当班)[呀啊呢吗\s。?？]*$/u;

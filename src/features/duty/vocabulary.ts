/** What stands behind a day when somebody asks who is there: `周五谁值班`, `明天哪位在窗口值班？` */
export const ASKED_BEHIND =
  /^(?:是|有)?(?:谁|哪位|哪个|什么人)(?:来|在)?(?:窗口|社区)?(?:值班|当班)[呀啊呢吗\s。?？]*$/u;

/** That somebody is not well, or worse, in the words of whoever found them; folded. */
export const UNWELL =
  /摔|跌倒|跌了|晕|昏|倒地|倒在|倒了|躺在地|瘫|不舒服|难受|发烧|发热|受伤|流血|出血|血|骨折|疼|痛|喘|胸闷|心慌|不清醒|糊涂了|叫不醒|喊不醒|没醒|没反应|没有反应|没动静|动不了|起不来|站不起|说不出话|抽搐|没气|没呼吸|没有呼吸|没脉|冰凉|断气|咽气|去世|过世|离世|走了(?!走|一[走圈趟会])|人没了|不在了|不行了|死|急救|120|抢救|送医|医院|住院|救护车|中风|呕吐|吐了|煤气|情况不好|不太好|不大好|不好$|不对劲|病/g;
/** Said right before it, it did not happen; somebody who takes a thing away does not die of it. */
export const DENIED = /(?:没有?|未|不|无|并未|没啥|不是|不用|不需要|[拿取接带搬])$/;

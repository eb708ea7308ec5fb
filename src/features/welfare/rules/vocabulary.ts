/** That somebody is not well, or worse, in the words of whoever found them; folded. */
export const UNWELL =
  /摔|跌倒|跌了|晕|昏|倒地|倒在|倒了|躺在地|瘫|不舒服|难受|发烧|发热|受伤|流血|出血|血|骨折|疼|痛|喘|胸闷|心慌|不清醒|糊涂了|叫不醒|喊不醒|没醒|没反应|没有反应|没动静|动不了|起不来|站不起|说不出话|抽搐|没气|没呼吸|没有呼吸|没脉|冰凉|断气|咽气|去世|过世|离世|走了(?!走|一[走圈趟会])|人没了|不在了|不行了|死|急救|120|抢救|送医|医院|住院|救护车|中风|呕吐|吐了|煤气|情况不好|不太好|不大好|不好$|不对劲|病/g;
/** That nobody has seen or heard the person yet, or that it is only hoped or asked; folded. */
export const UNSEEN =
  /没(?:有)?人|没应|没(?:有)?(?:见|看|找)到?(?:人|着)?|没看见|没见着|不见人|找不(?:到|着)|不在家|没在家|没(?:有)?接|打不通|不通|联系不(?:上|到)|没联系上|没开门|敲不开|叫不开|不开门|不知道|不清楚|怎么样|邻居说|听说|据说|可能|应该|大概|估计|好像|[?？]/;
/** That the person was seen or heard, whatever else is said. */
export const SEEN =
  /(?<![没不未])(?:见到|看到|见着|看见|找到|碰到|遇到)(?:了?(?:本?人|他|她|老人|大爷|大妈|阿姨)|了$)|人(?:没事|好好的|挺好|很好|在)|(?<![没不未])(?:通(?:上|过|了)?话|接(?:了)?电话|打通)/;
/** Said right before it, it did not happen; somebody who takes a thing away does not die of it. */
export const DENIED = /(?:没有?|未|不|无|并未|没啥|不是|不用|不需要|[拿取接带搬])$/;

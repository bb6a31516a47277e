/** A township or village name after one of these letters is most likely a longer, other name: 大+张庄村, 新+李楼村. */
const LENGTHENS_A_NAME = new Set(
  "东西南北中大小前后老新上下李王张刘陈杨赵黄周吴徐孙马胡朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤",
);
const NOT_LENGTHENING =
  /(?:以后|之后|今后|最后|然后|以前|之前|目前|日前|此前|前后|镇上|乡上|县上|乡下|线下|路东|路西|路南|路北|地下)$/;

/** Words after which a place may begin. */
const BEFORE_A_PLACE = new Set(
  "在到从住是去往于向和与及至由离经过我们你县市镇乡区道处也就给找让请问说的家里回来属如像了对把被跟有，叫该本你俺咱",
);
const LEADS_TO_A_PLACE = /(?:在|住|位于|来自|前往|[家我俺们]是)$/;
/** Words that may follow a place named without its ending. */
const AFTER_A_PLACE =
  /^(?:的|有|这|那|附近|旁|边|里|内|一带|人|街上|集上|上|东头|西头|南头|北头|东边|西边|南边|北边|路口|路边|小学|中学|学校|幼儿园|卫生[院室]|派出所|信用社|市场|超市|大队|大街|干部|支书|群众|居民|在|到|去|第|[\d一二三四五六七八九十]+(?:组|队|号|网格)|没|又|也|已|因|经常|最近|今天|昨天)/;
const AFTER_MAKES_ANOTHER_NAME =
  /^(?:[镇乡县市区省州道巷桥河渠山墙国]|路(?!灯|面|口|边|段|况|牌|不|坏|没|太|上)|大道|大厦|大酒店|小区|花园|名苑|花苑|新苑|大夏|新城|名城|家园|公寓|国际|商城|集团|公司|牌|话|期|水库|煤矿|景区|墓)/;
const COMPASS_ONLY = /^[东西南北中]+$/;

const isHan = (letter: string | undefined) => letter !== undefined && /\p{Script=Han}/u.test(letter);

/** May a name with its ending begin here? Short ones (纪村) must stand after a word that leads to a place. */
export function nameMayBegin(text: string, start: number, words: string, afterPlace: boolean): boolean {
  if (start === 0 || afterPlace) return true;
  const left = text[start - 1]!;
  if (!isHan(left)) return true;
  if (words.length <= 2) return BEFORE_A_PLACE.has(left);
  return !LENGTHENS_A_NAME.has(left) || NOT_LENGTHENING.test(text.slice(Math.max(0, start - 2), start));
}

/** May a name with its ending stop here, so that 后村 is not read out of 后村民? */
export function nameMayEnd(text: string, end: number, words: string): boolean {
  return words.length > 2 || !/^[民委干支两务规医霸庄官]/.test(text.slice(end, end + 1));
}

/** May a name without its ending stand here at all? */
export function bareNameMayStand(text: string, start: number, end: number, afterPlace: boolean): boolean {
  const right = text.slice(end, end + 4);
  if (AFTER_MAKES_ANOTHER_NAME.test(right)) return false;
  if (/[东西南北中]$/.test(text.slice(start, end)) && /^[边头面侧部方]/.test(right)) return false;
  if (COMPASS_ONLY.test(text.slice(start, end))) return false;
  return afterPlace || nameMayBegin(text, start, text.slice(start, end), false);
}

/** Does a name without its ending stand clearly apart from its neighbours on both sides? */
export function standsApart(text: string, start: number, end: number): boolean {
  const left = text[start - 1];
  if (LEADS_TO_A_PLACE.test(text.slice(Math.max(0, start - 2), start)) && !isAlsoACommonWord(text.slice(start, end))) return true;
  const leftApart = start === 0 || !isHan(left) || BEFORE_A_PLACE.has(left!);
  const rightApart = end === text.length || !isHan(text[end]) || AFTER_A_PLACE.test(text.slice(end, end + 4));
  return leftApart && rightApart;
}

/** Does a sentence or a clause begin here? */
export const beginsAClause = (text: string, start: number): boolean => start === 0 || !isHan(text[start - 1]);

/** Does the text lead up to this short name (在孔楼, ，孔楼的)? Asked where no township stands behind it. */
export function isLedUpTo(text: string, start: number, end: number): boolean {
  if (LEADS_TO_A_PLACE.test(text.slice(Math.max(0, start - 2), start))) return !isAlsoACommonWord(text.slice(start, end));
  return beginsAClause(text, start) && (standsApart(text, start, end) || !isAlsoACommonWord(text.slice(start, end)));
}

/** 龙王庙, 大花园, 新华街 name villages here and things everywhere. */
export const isAlsoACommonWord = (words: string): boolean =>
  /(?:庙|寺|花园|站|寨|沟|湾|岭|桥|[华阳宾关门]街)$/.test(words) || ORDINARY.has(words);
const ORDINARY = new Set("高楼 楼王 水泉 清泉 铁炉 棋盘 干河 临河 尖山 东庄 前庄 后庄 前窑 纸坊 平盘".split(" "));

const UNKNOWN_TOWNSHIP = /([\p{Script=Han}]{1,8}?)(镇|乡|街道)$/u;
const NO_TOWNSHIP = /(?:我们|我|本|全|该|咱们|咱|俺|各|每个|哪个|这个|一个|城|乡|集|小|老|家|下|古|们|在|的)$/;

/** Does a township that the register does not know stand right before this place (王洛镇|张庄村)? */
export function followsUnknownTownship(text: string, start: number): boolean {
  const found = UNKNOWN_TOWNSHIP.exec(text.slice(Math.max(0, start - 8), start));
  return found !== null && !NO_TOWNSHIP.test(found[1]!);
}

import { HATCH } from './deidentify-marks.rules.js';

/** What a hospital that is not named is called. */
export const SOME_HOSPITAL = '外院';

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const CITIES =
  '石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|杭州|宁波|温州|合肥|福州|厦门|南昌|济南|青岛|郑州|洛阳|武汉|长沙|广州|深圳|佛山|东莞|珠海|中山|海口|成都|绵阳|贵阳|昆明|西安|兰州|西宁|呼和浩特|南宁|桂林|拉萨|银川|乌鲁木齐';
const HOUSES =
  '中国医学科学院|中国人民解放军|解放军|武警|空军|海军|陆军|火箭军|协和|华西|湘雅|瑞金|同济|齐鲁|北大|北医|复旦|浙大|中南大学|301';
const HAN = '[\\u4E00-\\u9FA5]';
const END = '(?:医院|卫生院|医疗中心|肿瘤中心|肿瘤防治中心|保健院|卫生服务中心|诊所)';
/** Words for a hospital that name none. */
const COMMON =
  '邀请方|当地|外地|外|本|我|该|上级|下级|专科|综合|三甲|二甲|基层|其他|其它|多家|某|省级|市级|县级|大型|附近|国内|国外|两家|几家|多地';

/** A hospital's name where the record did not list it: after a preposition, after a place or a house, or at the beginning of a clause. */
const HOSPITALS: readonly RegExp[] = [
  new RegExp(
    `(?:${HOUSES}|${PROVINCES}|${CITIES})(?:${HAN}|[\\dA-Z（）()]){0,18}?(?:${END}|(?<=医|大|附)[一二三四五六]院)`,
    'g',
  ),
  new RegExp(`(?<=[在于至到赴由经往转])((?![在于至到往]|${COMMON})${HAN}{2,14}?${END})`, 'g'),
  new RegExp(`(?:(?!患者|曾在|后至)${HAN}{2,3}(?:省|市|县|区|州|旗))+(?:${HAN}|\\d){0,10}?${END}`, 'g'),
  new RegExp(
    `(?<=^|[，。；、：,:.;（(）)\\s“"])(?!${COMMON})(?:(?![在于至到赴由经往转就诊行查示])${HAN}){2,12}${END}`,
    'g',
  ),
  /\d{3}医院/g,
  /\b(?!The |Our |Local |Another |This |Inviting )(?:[A-Z][\w'’-]+\s+(?:of\s+)?){1,6}(?:Hospital|Medical Cent(?:er|re)|Cancer Cent(?:er|re)|Clinic|Infirmary)\b/g,
];

export const withoutHospitals = (text: string): string =>
  HOSPITALS.reduce((clean, pattern) => clean.replaceAll(pattern, SOME_HOSPITAL), text);

const TOWN = `(?!城市|都市|农村|乡村|城镇|上市|门市|本市|外市|全市|我市|该市|省市|县市|当地)${HAN}{1,5}?(?:市|县|自治州|自治县|自治旗)`;
const STREET = `${HAN}{1,10}(?:路|街|大道|大街|巷|弄|胡同|村|小区|花园|社区|公寓|新村)`;
const ADDRESSES: readonly [RegExp, string][] = [
  // Said to be an address.
  [
    new RegExp(
      `((?:家庭住址|现住址|通讯地址|住址|地址|户籍地址|户籍地|户籍|籍贯|家住|现住|现居|居住于|居住在|常住)\\s*[:：为是]?\\s*)(?!院)[^，,。；;\\n]{2,40}`,
      'g',
    ),
    `$1${HATCH}`,
  ],
  // A street with a number.
  [
    new RegExp(
      `${STREET}\\s*\\d+\\s*(?:号|弄|栋|幢|单元|组)(?:${HAN}?\\d+(?:号|栋|幢|单元|室|楼|层))*(?:\\d+室)?`,
      'g',
    ),
    HATCH,
  ],
  // The province stays, what is within it does not.
  [
    new RegExp(
      `((?:${PROVINCES})(?:省|市|自治区)?|(?<=[来在于自至到，,。；;\\s]|^)${HAN}{2,3}(?:省|自治区))(?:${TOWN})(?:${HAN}{1,4}(?:区|县|镇|乡|街道))?`,
      'g',
    ),
    `$1${HATCH}`,
  ],
  [
    new RegExp(`((?:来自|来源于|[在于至到赴由经往从])\\s*)(?:${TOWN})(?!级|场|售|面|医|人民|中心|第|立|属)`, 'g'),
    `$1${HATCH}`,
  ],
  [new RegExp(`(?:${CITIES})市?(?=人[，,。；;、\\s]|籍|本地)`, 'g'), HATCH],
];

/** Addresses, and places smaller than a province. */
export const withoutAddresses = (text: string): string =>
  ADDRESSES.reduce((clean, [pattern, by]) => clean.replaceAll(pattern, by), text);

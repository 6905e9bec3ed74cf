import { ageBand } from './age-band.rules.js';
import { escaped, HATCH } from './deidentify-marks.rules.js';

/** Family names that are no common words. */
const PLAIN =
  '王李张刘陈杨赵黄吴徐孙胡朱郭林罗郑梁谢宋唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康邱秦江史顾侯邵孟龙段钱汤尹黎易武乔贺赖龚庞樊兰殷翟倪严牛温芦季俞章鲁葛韦毛申詹欧耿关焦柳祝纪骆卓裴迟柯阮柴涂莫梅祁辛凌岳雷';
/** Those that are: what may not stand before them, and what not after. */
const GUARDED: Readonly<Record<string, readonly [before: string, after: string]>> = {
  于: ['由对关鉴基位属等介处', ''],
  任: ['曾担现责主', '主副教院何务'],
  周: ['每本上下一两二三四五六七八九十末首双数多', '围期'],
  方: ['双对我院各多两三甲乙西', '案式法面向'],
  高: ['提增升', '危级年龄热度分位频压血脂'],
  何: ['任如为', ''],
  许: ['也允或', '多可'],
  程: ['全疗过流病课工', '序度'],
  施: ['实措', '行用'],
  万: ['千百十', ''],
  马: ['罗', ''],
  金: ['基资白黄', '标属'],
  石: ['结碎', ''],
  白: ['苍蛋', '细血蛋天'],
};
const SURNAME = `(?:[${PLAIN}]|${Object.entries(GUARDED)
  .map(
    ([name, [before, after]]) =>
      `${before === '' ? '' : `(?<![${before}])`}${name}${after === '' ? '' : `(?![${after}])`}`,
  )
  .join('|')}|欧阳|上官|诸葛|司马|司徒|慕容|闻人|皇甫|东方|南宫|夏侯|令狐)`;
const GIVEN = '(?:(?![科室组位名级年资家院内外等的了及与和主副住])[\\u4E00-\\u9FA5])';
const TITLE = '(?:副?主任(?:医师|护师)?|主治医师|住院医师|副?教授|医生|医师|大夫|护士长|护士|博士|院长|Dr\\.?)';

const DOCTOR = new RegExp(`${SURNAME}${GIVEN}{0,2}(?=${TITLE})`, 'g');
const LABELLED = new RegExp(
  `((?:主刀|术者|一助|助手|主诊|经治|首诊|主管|报告|审核|手术|麻醉|接诊)(?:医师|医生|者|人)?(?:\\s*[:：]\\s*|\\s+))${SURNAME}${GIVEN}{1,2}(?![\\u4E00-\\u9FA5])`,
  'g',
);
/** What a family history says of relatives begins with family names at times: 高血压, 白血病. */
const NOT_ILL = '(?![\\u4E00-\\u9FA5]{0,2}[血脂压癌病症瘤炎疸糖尿])';
const RELATIVE = new RegExp(
  `((?:儿子|女儿|丈夫|妻子|父亲|母亲|配偶|爱人|家属|哥哥|弟弟|姐姐|妹妹|儿媳|女婿|孙子|孙女|监护人|联系人|代理人|委托人|其子|其女|其夫|其妻)\\s*[:：为是]?\\s*)${NOT_ILL}${SURNAME}${GIVEN}{1,2}(?=[，,。；;、（()\\s▇]|$|代|签|同意|要求|诉|陪|电话|联系)`,
  'g',
);
const ENGLISH_DOCTOR = /\b((?:Dr|Prof|Professor|Doctor)\.?\s+)[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}/g;

/** Doctors, of whatever hospital, and relatives, by what stands beside their names. */
export function withoutNames(text: string): string {
  return text
    .replaceAll(DOCTOR, HATCH)
    .replaceAll(LABELLED, `$1${HATCH}`)
    .replaceAll(RELATIVE, `$1${HATCH}`)
    .replaceAll(ENGLISH_DOCTOR, `$1${HATCH}`);
}

/** The patient's family name where it stands for the patient: 张女士, 患者张某, 老张, Mr Zhang. */
export function withoutFamilyName(text: string, surname: string): string {
  const name = surname.trim();
  if (name === '') return text;
  const is = escaped(name);
  if (/^[A-Za-z]/.test(name)) {
    if (name.length < 2) return text;
    return text.replaceAll(new RegExp(`\\b((?:Mr|Mrs|Ms|Miss|Madam|patient)\\.?\\s+)${is}\\b`, 'gi'), `$1${HATCH}`);
  }
  return text
    .replaceAll(
      new RegExp(
        `${is}(?=某|先生|女士|小姐|太太|阿姨|大爷|大妈|大姐|大哥|奶奶|爷爷|老师|师傅|同志|氏|[xX×＊*○]{1,2})(?:某某?|[xX×＊*○]{1,2})?`,
        'g',
      ),
      HATCH,
    )
    .replaceAll(new RegExp(`(?<![\\u4E00-\\u9FA5])([老小])${is}(?![\\u4E00-\\u9FA5]*[、])`, 'g'), `$1${HATCH}`)
    .replaceAll(new RegExp(`(患者|病人|病员|姓)${is}(?=[，,。；;、：:\\s]|$)`, 'g'), `$1${HATCH}`);
}

const BIRTH_DAY =
  '(?:19|20)\\d{2}\\s*(?:年(?:\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号]?)?)?|[-/.]\\s*\\d{1,2}(?:\\s*[-/.]\\s*\\d{1,2})?|\\d{4})?';
const BIRTHS: readonly [RegExp, string][] = [
  [new RegExp(`((?:出生(?:日期|年月|时间|于)?|生于|生日)\\s*[:：为是]?\\s*)${BIRTH_DAY}`, 'g'), `$1${HATCH}`],
  [new RegExp(`(?<!\\d)${BIRTH_DAY}(?=\\s*(?:出生|生人|生[，,。；;、）)\\s]))`, 'g'), HATCH],
  [
    /\b((?:DOB|date of birth|born(?: on| in)?)\s*[:：]?\s*)(?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+|\d{1,2}\s+[A-Z][a-z]+\s+)?(?:19|20)\d{2}(?:[-/.]\d{1,2}){0,2}/gi,
    `$1${HATCH}`,
  ],
];

/** Days of birth: as days from the session they would tell the day itself. */
export const withoutBirths = (text: string): string =>
  BIRTHS.reduce((clean, [pattern, by]) => clean.replaceAll(pattern, by), text);

const band = (years: string) => ageBand(Number(years));

/** Ages become bands of five years, as the age of the patient does. */
export function withoutAges(text: string): string {
  return text
    .replaceAll(
      /(?<![\d.–-])(\d{1,3})\s*(周?岁)(?:半)?/g,
      (_whole, years: string, unit: string) => `${band(years)} ${unit}`,
    )
    .replaceAll(
      /(年龄\s*[:：]?\s*)(\d{1,3})(?![\d.–%]|\s*岁)/g,
      (_whole, lead: string, years: string) => lead + band(years),
    )
    .replaceAll(
      /(?<![\d.–-])\b(\d{1,3})([- ](?:years?|yrs?)[- ]old|\s?y\/?o)\b/gi,
      (_whole, years: string, unit: string) => band(years) + unit,
    )
    .replaceAll(/\b(aged?\s+)(\d{1,3})(?![\d.–%])/gi, (_whole, lead: string, years: string) => lead + band(years));
}

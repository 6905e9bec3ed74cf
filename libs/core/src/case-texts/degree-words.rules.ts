import type { Involvement } from '@consilium/contracts';

export interface DegreeWord {
  /** FREE says that the structure is not involved. */
  degree: Involvement | 'FREE';
  /** Whether it speaks of what stands before it, after it, or of either (after it first). */
  points: 'before' | 'after' | 'either';
  /** The word counts only for structures of this kind. */
  only?: 'ureter' | 'vessel';
}

const word = (
  expression: string,
  degree: DegreeWord['degree'],
  points: DegreeWord['points'],
  only?: DegreeWord['only'],
): [RegExp, DegreeWord] => [new RegExp(expression, 'y'), { degree, points, ...(only && { only }) }];

/**
 * How imaging reports say how much a structure is involved. Degrees for vessels as in the catalogue: half the circumference or more,
 * or thrombus, invades; less is suspected. Order matters: the first that fits at a place is taken.
 */
export const degreeWords: readonly (readonly [RegExp, DegreeWord])[] = [
  word('(?:不|未)能?除外(?:受侵|侵犯|受累|累及)?|(?:不能|无法)(?:除外|排除|分开|分离|区分)', 'SUSPECT', 'either'),
  word('(?:可疑|疑似|疑|可能|似)(?:有|被|为)?(?:受侵|侵犯|侵及|受累|累及|浸润|包绕)', 'SUSPECT', 'either'),
  word('(?:受侵|侵犯|受累)(?:可能|可疑|待排|不除外)', 'SUSPECT', 'before'),
  word(
    '(?:受|被|遭)(?:肿瘤|肿块|病灶)?(?:推移|推挤|压迫|压|推)?、?(?:侵犯|侵及|侵|累|浸润|破坏|包绕|包裹)',
    'INVADE',
    'before',
  ),
  word(
    '(?:侵犯|侵及|侵入|侵袭|侵蚀|累及|包绕|包裹|突入|突破|穿透|穿入|长入|伸入|占据|充满|占满|延伸至)',
    'INVADE',
    'either',
  ),
  word('浸润(?!性|癌|深度)', 'INVADE', 'either'),
  word('骨质(?:破坏|吸收)|破坏|溶骨|骨皮质(?:中断|不连续)|中断|全层|癌栓|瘤栓|闭塞|瘘(?!术)', 'INVADE', 'before'),
  word(
    '(?:分界|界限|界面|边界|分解|脂肪间隙|脂肪界面|间隙|脂肪层)[^，。；]{0,4}(?:不清|欠清|不明|模糊|消失|中断)',
    'SUSPECT',
    'before',
  ),
  word('粘连|融合|毛糙|增厚|信号异常|骨质吸收|可疑|密切|不光整|欠光整|欠规则', 'SUSPECT', 'before'),
  word('扩张|积水', 'SUSPECT', 'before', 'ureter'),
  word('(?:参与)?供血|增粗', 'SUSPECT', 'before', 'vessel'),
  word('(?:受|被)(?:肿瘤|肿块)?(?:压|推|挤|牵)[^，。；、]{0,4}', 'ABUT', 'before'),
  word('紧贴|贴邻|贴近|紧邻|紧靠|邻近|毗邻|相邻|接触|压迫|推移|推挤|外压|抵达', 'ABUT', 'either'),
  word(
    '光整|光滑|清晰|清楚|完整|正常|存在|连续|通畅|保留|阴性|未及|未见(?:异常|明显异常)|界清|面清|隙清',
    'FREE',
    'before',
  ),
];

/** Turns a word of involvement that follows into its contrary: “未受侵”, “未见直肠受侵”. */
export const negation = /未见|未受|未被|未|无|没有|不伴/y;

/** A mass said to lie at a place, where no word tells how the place is involved. */
export const massWords = /肿块|肿物|占位|肿瘤|病灶|结节|复发|残留|转移|囊实性/;

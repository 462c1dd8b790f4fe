// SPDX-License-Identifier: Apache-2.0
/** What a verifier may find, each with its one code and one plain sentence; released codes never change. */

import { type Words, words } from '../../kernel/index.ts'

export const proofCodes = {
  CONTAINER: words(
    '文件包里有未列明、重名或者路径不规范的文件',
    'The container holds files that are not listed, named twice or badly named',
  ),
  FILE_DIGEST: words(
    '文件内容与清单登记的摘要不一致',
    'A file differs from the digest in the list',
  ),
  NON_CANONICAL: words(
    '数据不是规范写法，同一内容可能有两种解释',
    'Data are not in canonical form',
  ),
  BUNDLE_FORM: words('缺少必备文件，或者文件格式不符', 'A file is missing or not in its form'),
  POLICY_MISMATCH: words(
    '包内的日志公钥与您手中的不一致',
    'Keys of the log differ from those you trust',
  ),
  CHECKPOINT_FORM: words(
    '收尾检查点格式不符，或者不是本平台的日志',
    'The closing checkpoint is malformed or of another log',
  ),
  QUORUM: words(
    '收尾检查点缺少平台签名，或者见证签名不足',
    'The closing checkpoint lacks the log or enough witnesses',
  ),
  INCONSISTENT_LOG: words(
    '日志的两种说法不一：孪生树或者回执说的是另一本',
    'The twin of the checkpoint, or a receipt, tells of another log',
  ),
  ROLLBACK: words(
    '收尾检查点比回执上的还小，日志被截短了',
    'The closing checkpoint is smaller than that of a receipt: the log was cut',
  ),
  LEAF_MISMATCH: words(
    '记录不在公开日志的相应位置',
    'An entry does not stand at its place in the log',
  ),
  PAYLOAD_DIGEST: words(
    '记录内容与日志中的摘要不一致',
    'A body differs from the digest in its entry',
  ),
  PAYLOAD_FORM: words('记录内容不符合该类事项的格式', 'A body is not of the shape of its event'),
  ENTRY_FORM: words('记录的格式不符', 'An entry is not in its form'),
  CHAIN_BROKEN: words('记录的前后衔接断开，有缺号、插入或者改写', 'The chain of entries is broken'),
  TIME_BACKWARDS: words('记录的时间倒流', 'Time runs backwards within a chain'),
  GRAMMAR: words('有事项发生在不该发生的阶段', 'An event came in a stage where it may not come'),
  IDENTITY_FORM: words(
    '密封的投标人身份打不开，或者格式不符',
    'The sealed identity of a bidder does not open or is malformed',
  ),
  CERT_CHAIN: words(
    '投标人证书不是认可的认证机构签发的',
    'A certificate does not lead to an accredited authority',
  ),
  CERT_EXPIRED: words(
    '收到投标文件时证书不在有效期内',
    'A certificate was not in force when the bid arrived',
  ),
  CERT_REVOKED: words(
    '收到投标文件时证书已被吊销',
    'A certificate had been revoked when the bid arrived',
  ),
  CERT_USAGE: words('证书不能用于签名', 'A certificate may not be used to sign'),
  CERT_NAME: words(
    '证书或者密封身份写的是另一个单位',
    'A certificate or identity names another organisation',
  ),
  CERT_RECORD: words(
    '开标记录对投标人证书的说法与验算的不一致',
    'The record says of a certificate what does not come out',
  ),
  CRL_MISSING: words(
    '缺少开标记录列明的证书吊销列表',
    'A revocation list that the record names is missing',
  ),
  SIG_SCHEME: words(
    '签名不是按国密标准的方式作出的',
    'A signature was made by another scheme than SM2 with the usual identity',
  ),
  SIG_ENCODING: words(
    '签名的写法不规范，同一签名可能有两种写法',
    'A signature is not in its one spelling',
  ),
  SIG_INVALID: words('签名与投标文件不符', 'A signature does not belong to the bid'),
  RETRO_EXTENSION: words('投标截止时间过后才宣布延期', 'A deadline was moved after it had passed'),
  RULES_CHANGED: words(
    '评审或者抽取所用的规则与公告的不一致',
    'Rules used differ from those published',
  ),
  VAULT_MISSING: words('没有揭示标箱', 'The vault was not revealed'),
  VAULT_SEED: words('标箱种子与公告承诺的不一致', 'The seed of the vault is not the one committed'),
  VAULT_ROOT: words(
    '标箱算不出截止时公布的根值',
    'The vault does not come to its root at the deadline',
  ),
  VAULT_POSITION: words('标箱不在公告写明的位置', 'The vault does not stand at its place'),
  DUMMY_MISMATCH: words(
    '有标位既不是投标也不是约定的空位值',
    'A slot is neither a bid nor the dummy of the seed',
  ),
  SLOT_CHAIN: words('标位中的版本前后不衔接', 'Versions in a slot do not follow each other'),
  TICKET_SIG: words(
    '投标、替换或者撤回没有投标人凭证的签名',
    'A version lacks the signature of its ticket',
  ),
  TICKET_TWICE: words('同一凭证占用了两个标位', 'One ticket holds two slots'),
  BID_MISSING: words('有收到的投标没有被打开', 'A bid that was received is missing'),
  BID_ADDED: words('打开了没有按时收到的投标', 'A bid was opened that was never received'),
  COMMIT_MISMATCH: words('密封清单与截止时固定的摘要不一致', 'A manifest is not the one committed'),
  CONTEXT_MISMATCH: words(
    '密封清单属于别的项目或者别的凭证',
    'A manifest belongs to another tender or ticket',
  ),
  MANIFEST_FORM: words('密封清单格式不符', 'A manifest is not in its form'),
  KEY_COMMIT: words(
    '公布的密钥不是密封时承诺的密钥',
    'A key is not the one committed when sealing',
  ),
  PART_ROOT: words('密封文件与清单登记的根值不一致', 'A sealed part differs from its root'),
  AEAD_FAIL: words('密封文件被改动，无法解开', 'A sealed part does not authenticate'),
  STREAM_TRUNCATED: words(
    '密封文件被截短或者次序被打乱',
    'A sealed part is cut short or out of order',
  ),
  PADDING: words('密封文件的填充不符', 'The padding of a sealed part is wrong'),
  PART_FORM: words('开标一览表格式不符', 'An opening form is not in its form'),
  RECORD_MISMATCH: words(
    '开标记录与密封的开标一览表不一致',
    'The record differs from the sealed opening form',
  ),
  DEAL_INVALID: words('密钥份额分配不成立', 'A deal of shares does not hold'),
  SHARE_PROOF: words('份额持有人交出的份额是假的', 'A share of a holder is false'),
  SHARES_SHORT: words('开启投标的份额不够数', 'A bid was opened by too few shares'),
  HOLDER_SOD: words('一个单位持有两份份额密钥', 'One institution holds two shares'),
  HOLDER_KEY: words('份额密钥没有持有证明', 'A holder key lacks its proof of possession'),
  EARLY_OPEN: words('截止或者开标之前就有人打开投标', 'Something was opened before its time'),
  TOO_FEW_BIDS: words('投标人不足法定数却开了标', 'Bids were opened although they were too few'),
  COUNT: words('公布的投标数与清单不一致', 'The count of bids differs from the list'),
  LATE_BID: words('收下了截止时间以后的投标', 'A bid was taken after the deadline'),
  TSA_TOKEN: words(
    '时间戳不是认可的机构签发的，或者不属于这条记录',
    'A time stamp does not hold or belongs to something else',
  ),
  CLOSING_STAMP: words(
    '截止封存的时间戳晚于规定',
    'The time stamp of the closing came later than it may',
  ),
  DEADLINE_TICK: words(
    '截止时的标箱根值不是截止那一刻的',
    'The root of the deadline is not of that minute',
  ),
  SEED: words(
    '随机种子算不出来，或者公开的随机数与承诺不符',
    'The seed does not come from the numbers promised',
  ),
  CONTRIB_LATE: words(
    '有人在别人公开随机数之后才承诺',
    'A number was promised after another had been shown',
  ),
  POOL_LATE: words(
    '随机数公开之后又换了专家名册',
    'The pool was fixed after a number had been shown',
  ),
  POOL_PROOF: words('专家名册与公布的摘要不一致', 'The pool differs from its published root'),
  REDRAW_UNDECLARED: words(
    '没有依据又抽了一次',
    'Experts were drawn again without a declared ground',
  ),
  PERMUTATION: words('抽取次序不是种子算出的次序', 'The order of the draw is not that of the seed'),
  SKIP_INVALID: words('没有按抽取次序通知专家', 'Experts were not called in the drawn order'),
  RECUSAL: words('应当回避的专家没有回避', 'An expert who must stand aside was taken'),
  K_VALUE: words('系数不是随机数算出的值', 'The coefficient is not that of the numbers'),
  SCORE_BOUNDS: words('评分超出该项满分', 'A mark is above its full mark'),
  SCORE_MISSING: words('有评委缺评或者重评', 'A mark is missing or given twice'),
  RANK: words('按评分重算的排序与公布的不一致', 'The ranking does not follow from the marks'),
  AWARD: words(
    '中标结果与候选人、价格或者理由对不上',
    'The award does not follow from the candidates',
  ),
  PUBLIC_REVIEW: words(
    '公示期不足，或者异议未答复就定标',
    'The public review was too short or an objection open',
  ),
  PRIVACY: words('公开内容里出现身份证号码', 'A public body holds a number of an identity card'),
  CLAIM_MISMATCH: words(
    '平台自述的结果与记录算出的不一致',
    'What the platform claims differs from its records',
  ),
} as const satisfies Readonly<Record<string, Words>>

export type ProofCode = keyof typeof proofCodes

/** Steps in the order of a sceptic, each the question a layman would ask. */
export const proofSteps = {
  V0: words('文件包是不是完整、没有被改动？', 'Is the container whole and untouched?'),
  V1: words('平台日志有没有足够的见证人签字？', 'Have enough witnesses signed the log?'),
  V2: words('每一条记录是不是都在公开日志里？', 'Does every entry stand in the public log?'),
  V3: words('记录有没有被删掉、插入或者打乱？', 'Was any entry removed, added or moved?'),
  V4: words('签名和证书是不是有效？', 'Are signatures and certificates valid?'),
  V5: words('规则和截止时间有没有事后改动？', 'Were rules or deadlines changed afterwards?'),
  V6: words('有没有投标被拿掉或者塞进来？', 'Was any bid taken out or slipped in?'),
  V7: words('打开的是不是当初密封的投标？', 'Are the opened bids those that were sealed?'),
  V8: words('由持有人代为开启的，份额是不是真的？', 'Are the shares of the holders true?'),
  V9: words('有没有人提前打开投标？', 'Was anything opened too early?'),
  V10: words(
    '专家是不是随机抽取、依次通知的？',
    'Were experts drawn at random and called in order?',
  ),
  V11: words('评标系数是不是随机抽出的？', 'Was the coefficient drawn at random?'),
  V12: words('评分、排序和中标结果算得对不对？', 'Do marks, ranking and award add up?'),
  V13: words('时间对不对，有没有迟到的投标？', 'Are the times right, and was no bid late?'),
  V14: words('公开内容有没有泄露个人信息？', 'Do public bodies keep personal data out?'),
  V15: words('平台自己说的结果与算出的一致吗？', 'Is what the platform claims what comes out?'),
} as const satisfies Readonly<Record<string, Words>>

export type ProofStep = keyof typeof proofSteps

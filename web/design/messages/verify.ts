// SPDX-License-Identifier: Apache-2.0
/** 验标: what the page and the offline file say. */

import { words } from '@gongxin/core/kernel'

export const verifyMessages = {
  verifyTitle: words('验标', 'Verify a tender'),
  verifyHere: words('在本机验标', 'Verify on this machine'),
  verifyLead: words(
    '把核验包放到这里，本机逐项核对这个项目：投标有没有被拿掉、换掉或者提前打开，抽取、评分和定标算得对不对。',
    'Drop a bundle here and this machine checks the tender: was a bid removed, swapped or opened ' +
      'early, and do draw, marks and award add up.',
  ),
  verifyLocal: words(
    '核对在您的电脑上完成，不上传文件，也不需要登录。下载离线验标页后，断网也能核对。',
    'All checking happens on your machine: nothing is uploaded and no sign-in is needed. The offline ' +
      'page works without a network.',
  ),
  verifyOffline: words('下载离线验标页', 'Download the offline page'),
  verifyChoose: words('选择核验包', 'Choose a bundle'),
  verifyDropHere: words('或者把 .pvb 文件拖到这里', 'or drop a .pvb file here'),
  verifyPolicy: words('可信的日志公钥（可不选）', 'Trusted log keys (optional)'),
  verifyPolicyWhy: words(
    '从见证单位或者报纸公告取得的公钥文件。选了就与包内的比对；不选，第 V1 项写明“未比对”。',
    'A key file from a witness or a newspaper. If chosen, it is compared with the bundle; if not, V1 ' +
      'says that it was not.',
  ),
  verifyFetching: words('正在取得核验包……', 'Fetching the bundle…'),
  verifyRunning: words('正在核对……', 'Checking…'),
  verifyPass: words('全部通过', 'All passed'),
  verifyPassWithheld: words(
    '查到的都通过；{count} 项中有内容依法不公开，无法由公众核对',
    'All that could be checked passed; {count} steps hold bodies that are lawfully withheld',
  ),
  verifyFail: words('没有通过', 'Not passed'),
  verifyStepPass: words('通过', 'Passed'),
  verifyStepFail: words('未通过', 'Failed'),
  verifyStepWithheld: words('部分未公开', 'Partly withheld'),
  verifyStepUnjudged: words('未公开', 'Withheld'),
  verifyChecked: words('核对 {checked} 处', '{checked} facts checked'),
  verifyWithheld: words('{withheld} 处未公开', '{withheld} withheld'),
  verifyNoPolicy: words('未与您手中的公钥比对', 'not compared with keys of your own'),
  verifyNotSigned: words(
    '演示环境以登录或者再次确认代替电子签名，没有可离线核验的签名',
    'This demonstration confirms acts by session or step-up: there is no signature to verify offline',
  ),
  verifyWhere: words('位置：{where}', 'at: {where}'),
  verifyNotABundle: words('这不是核验包，或者文件已损坏。', 'This is no bundle, or it is damaged.'),
  verifyNotFetched: words('核验包暂时取不到：{why}', 'The bundle cannot be fetched now: {why}'),
  verifySummary: words(
    '项目 {tender}，{events} 条记录，用时 {seconds} 秒。',
    'Tender {tender}, {events} entries, {seconds} seconds.',
  ),
  verifySaveReport: words('保存核对结果', 'Save the result'),
  verifyDownload: words('下载核验包', 'Download the bundle'),
  verifyPaperTitle: words('核验一份文书', 'Check a paper'),
  verifyPaperLead: words(
    '选择PDF打印件和旁边的.p7s签名文件，本机核对文书有没有被改动、是谁在什么时候签的。',
    'Choose the PDF and the .p7s file beside it: this machine tells whether the paper was altered, ' +
      'and who signed it when.',
  ),
  verifyPaperFile: words('选择文书（PDF）', 'Choose the paper (PDF)'),
  verifyPaperSignature: words('选择签名文件（p7s）', 'Choose the signature (p7s)'),
  verifyPaperList: words(
    '您手中的认证机构名单（联网时可不选，用本平台的）',
    'Your own list of authorities (optional online: that of this platform)',
  ),
  verifyPaperCheck: words('核验文书', 'Check the paper'),
  verifyPaperPass: words('签名成立：{signer}（{code}）', 'The signature holds: {signer} ({code})'),
  verifyPaperStamped: words(
    '外部时间戳证明签署于 {time}。请确认签署单位是本平台。',
    'An outside time stamp says {time}. Make sure that the signer is this platform.',
  ),
  verifyPaperUnstamped: words(
    '签署时间 {time}，没有外部时间戳证明。请确认签署单位是本平台。',
    'Signed {time} by the word of the signer alone. Make sure that the signer is this platform.',
  ),
  verifyPaperNoList: words(
    '没有可用的认证机构名单。',
    'There is no list of authorities to judge by.',
  ),
  verifyBack: words('回到门户', 'Back to the portal'),
  verifyDemo: words(
    '演示环境：单位、人员和项目均为虚构。',
    'Demonstration: organisations, people and projects are invented.',
  ),
} as const

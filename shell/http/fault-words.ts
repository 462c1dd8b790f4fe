// SPDX-License-Identifier: Apache-2.0
/** What the edge says when it cannot pass a request on: sentence and next step, in two languages. */

export interface FaultWords {
  readonly zh: string
  readonly en: string
  readonly nextZh: string
  readonly nextEn: string
}

const w = (zh: string, en: string, nextZh: string, nextEn: string): FaultWords => {
  return { zh, en, nextZh, nextEn }
}

export const faultWords: { readonly [code: string]: FaultWords } = {
  'sign-in-needed': w(
    '这项内容需要登录后办理。',
    'Please sign in first.',
    '请登录后重试，已填写的内容不会丢失。',
    'Sign in and try again; what you filled in is kept.',
  ),
  'sign-in-failed': w(
    '账号或者密码不对。',
    'Login or password is wrong.',
    '请核对后重试，或者使用通行密钥登录。',
    'Check and try again, or use a passkey.',
  ),
  'no-membership': w(
    '这个账号目前不属于任何单位。',
    'This account belongs to no organisation now.',
    '请联系单位的账号管理人。',
    'Ask the person in charge of accounts.',
  ),
  'not-your-membership': w(
    '您没有这个单位的这种身份。',
    'You do not hold this role for this organisation.',
    '请从您的身份中选择一个。',
    'Choose one of your own roles.',
  ),
  'not-confirmed': w(
    '身份确认没有通过。',
    'The confirmation did not succeed.',
    '请重新输入密码，或者使用通行密钥。',
    'Enter the password again or use a passkey.',
  ),
  'passkey-not-proved': w(
    '通行密钥没有通过验证。',
    'The passkey could not be verified.',
    '请重新验证，或者改用密码。',
    'Try again or use the password.',
  ),
  'passkey-known': w(
    '这个通行密钥已经登记过。',
    'This passkey is registered already.',
    '可以直接使用它登录。',
    'You can sign in with it.',
  ),
  'uscc-wrong': w(
    '统一社会信用代码不对：{why}。',
    'The unified social credit code is wrong: {why}.',
    '请对照营业执照逐位核对。',
    'Compare it with the business licence.',
  ),
  'organisation-exists': w(
    '这个统一社会信用代码已经注册。',
    'This organisation is registered already.',
    '请由本单位的账号登录，或者联系账号管理人。',
    'Sign in with its account, or ask its administrator.',
  ),
  'login-taken': w(
    '这个登录名已经有人使用。',
    'This login is taken.',
    '请换一个登录名。',
    'Choose another login.',
  ),
  'clock-moves-forward-only': w(
    '演示时钟只能向前拨，现在是{now}。',
    'The demo clock only moves forward; it is now {now}.',
    '请选择以后的时间。',
    'Choose a later time.',
  ),
  'clock-too-far': w(
    '演示时钟不能拨得这样远。',
    'The demo clock cannot be moved that far.',
    '请选择近一些的时间。',
    'Choose a nearer time.',
  ),
  'not-found': w(
    '没有找到这项内容，或者您无权查看。',
    'There is nothing here, or nothing you may see.',
    '请核对地址，或者从首页查找。',
    'Check the address or search from the home page.',
  ),
  'cross-site': w(
    '这个请求来自其他网站，没有办理。',
    'The request came from another site and was not done.',
    '请在本平台的页面上办理。',
    'Use the pages of this platform.',
  ),
  'malformed-json': w(
    '提交的内容不是完整的JSON，没有办理。',
    'The body is not well-formed JSON.',
    '请核对内容后重新提交。',
    'Check the body and send it again.',
  ),
  'forbidden-character': w(
    '提交的内容里有不能保存的控制字符。',
    'The body holds control characters that cannot be kept.',
    '请删除这些字符后重新提交。',
    'Remove them and send it again.',
  ),
  'too-deep': w(
    '提交的内容嵌套过深。',
    'The body is nested too deeply.',
    '请核对内容后重新提交。',
    'Check the body and send it again.',
  ),
  'key-needed': w(
    '缺少请求头 Idempotency-Key，没有办理。',
    'The header Idempotency-Key is missing.',
    '请为每一次办理生成一个新的编号，重试时使用同一个编号。',
    'Make a new key for each act and repeat it on retries.',
  ),
  'key-reused': w(
    '这个 Idempotency-Key 已经用于另一项内容。',
    'This Idempotency-Key was used for something else.',
    '请换一个新的编号重新提交。',
    'Send it again under a new key.',
  ),
  'version-moved': w(
    '在您填写期间，内容已被更新。',
    'Somebody changed this while you were writing.',
    '请查看最新内容后再提交。',
    'Look at the present state and send it again.',
  ),
  'too-large': w(
    '提交的内容超过大小限制。',
    'The content is too large.',
    '单个文件不超过300MB，其他内容不超过4MB。',
    'Files may have 300 MB, other content 4 MB.',
  ),
  'media-type': w(
    '不支持这种内容类型。',
    'This type of content is not supported.',
    '接口使用 application/json；文件可用 pdf、docx、xlsx、png、jpg、zip、txt。',
    'Use application/json; files may be pdf, docx, xlsx, png, jpg, zip, txt.',
  ),
  'too-many-requests': w(
    '请求过于频繁。',
    'Too many requests.',
    '请稍候再试。',
    'Wait a moment and try again.',
  ),
  malformed: w(
    '提交的内容有{count}处不合要求。',
    'The content has {count} faults.',
    '请按各项提示修改后重新提交。',
    'Correct them as shown and send it again.',
  ),
  'clock-behind': w(
    '平台时钟倒退，恢复正常前不受理任何行为。',
    'The clock of the platform went back; until it is right again no act is taken.',
    '请稍候重试；临近截止的，以恢复后平台公布的处理为准。',
    'Try again in a moment; near a deadline, what the platform announces afterwards counts.',
  ),
  unavailable: w(
    '系统暂时不能办理。',
    'The service is not available right now.',
    '请稍候用同一个编号重试，不会重复办理。',
    'Try again with the same key; nothing is done twice.',
  ),
  broken: w(
    '系统出错，没有办理，错误已记录。',
    'Something broke; nothing was done and it was recorded.',
    '请稍候重试；仍有问题请把请求编号告诉服务台。',
    'Try again later, or give the request number to the service desk.',
  ),
}

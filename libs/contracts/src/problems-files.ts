/** Refusals of files: what is kept with a case, imported and exported. */
export const fileProblems = {
  'attachment/too-large': {
    status: 413,
    zh: '文件超过 {max} MB，压缩或拆分后再上传。',
    en: 'The file is larger than {max} MB; compress or split it first.',
  },
  'attachment/type-refused': {
    status: 415,
    zh: '不支持这种文件。可上传图片、PDF、Word、Excel、PowerPoint（不含宏）和文本。',
    en: 'Files of this type are not kept. Images, PDF, Word, Excel and PowerPoint without macros, and plain text are.',
  },
  'attachment/empty': { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'attachment/wrong-state': {
    status: 409,
    zh: '该文件已移除或已恢复，刷新后再试。',
    en: 'This file was removed or brought back meanwhile; reload it.',
  },
  'attachment/content-missing': {
    status: 503,
    zh: '文件存储暂不可用，稍后重试。',
    en: 'The file store is not available now; try again shortly.',
  },
  'import/unreadable': {
    status: 422,
    zh: '文件无法读取。使用模板另存为 XLSX 或 CSV 后再选。',
    en: 'The file cannot be read. Save the template as XLSX or CSV and choose it again.',
  },
  'import/no-headings': {
    status: 422,
    zh: '第一行不是模板的列标题，下载模板后填写。',
    en: 'The first row does not have the headings of the template; download it and fill it in.',
  },
  'import/empty': { status: 422, zh: '文件中没有病例。', en: 'There is no case in the file.' },
  'import/too-many': {
    status: 422,
    zh: '一次最多导入 {max} 例，分成几个文件。',
    en: 'At most {max} cases at once; split the file.',
  },
  'import/bad-rows': {
    status: 422,
    zh: '{count} 行有问题，全部未导入。修改后重新选择文件。',
    en: '{count} rows have problems, so nothing was imported. Correct them and choose the file again.',
  },
  'import/key-used': {
    status: 409,
    zh: '这次导入已用于另一个文件，重新选择文件。',
    en: 'This import was used for another file; choose the file again.',
  },
} as const;

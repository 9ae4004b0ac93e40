/** What people read besides answers: short, and the same wherever it is said. */

export const WORDS = {
  tooFast: "问得有点快，请过一分钟再问。",
  failed: "这次没答上来，请再问一次。",
  tooOld: "这个按钮已经失效，请重新提问。",
  greeting: "大家好，我是粤群。@ 我就能提问，也可以输入 / 选命令；私信里直接问。",
  previous: "⟨ 上一页",
  next: "下一页 ⟩",
} as const;

export const pageOf = (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`;
